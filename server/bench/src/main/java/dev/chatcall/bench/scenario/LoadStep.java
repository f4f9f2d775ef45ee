package dev.chatcall.bench.scenario;

import dev.chatcall.bench.chat.ChatClient;
import dev.chatcall.bench.chat.ReadReceipts;
import dev.chatcall.bench.installation.CpuTimes;
import dev.chatcall.bench.load.Arrivals;
import dev.chatcall.bench.load.Ledger;
import dev.chatcall.bench.socket.Ticker;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Sends at one rate for a while, waits until everything has arrived, and says how it went. */
final class LoadStep {
    private static final long SETTLED_WITHIN = TimeUnit.SECONDS.toNanos(15);
    /** At most so many at a time where the generator is late, so that it goes on reading. */
    private static final int BURST = 128;

    private final Stage stage;
    private final Crew crew;
    private final List<ChatClient> senders;
    private final int recipients;
    private final int salt;
    private long nextNumber;

    /**
     * @param senders take turns
     * @param recipients how many connections each message must arrive at
     */
    LoadStep(Stage stage, Crew crew, List<ChatClient> senders, int recipients) {
        this.stage = stage;
        this.crew = crew;
        this.senders = senders;
        this.recipients = recipients;
        this.salt = new SplittableRandom().nextInt();
    }

    /** What has happened until some time. */
    private record Reading(long at, CpuTimes cpu, long accepted, long delivered, long receiptFrames) {}

    /** As {@link #run}, for the warm-up's time. */
    void warmUp(int rate) {
        run(rate, 0, TimeUnit.SECONDS.toNanos(stage.settings().warmUpSeconds()));
    }

    LoadResult run(int rate) {
        Settings settings = stage.settings();
        return run(
                rate, TimeUnit.SECONDS.toNanos(settings.leadInSeconds()), TimeUnit.SECONDS.toNanos(settings.seconds()));
    }

    private LoadResult run(int rate, long leadIn, long duration) {
        Arrivals arrivals = Arrivals.poisson(rate, leadIn + duration, new SplittableRandom(rate));
        long start = System.nanoTime();
        Ledger ledger = new Ledger(nextNumber, start, arrivals, arrivals.countBefore(leadIn), recipients);
        nextNumber += arrivals.count();
        crew.traffic().to(ledger);
        Readings readings = new Readings(ledger, start + leadIn, duration);
        List<Ticker> tickers = new ArrayList<>();
        tickers.add(now -> send(ledger, now));
        tickers.add(readings);
        tickers.add(crew.heartbeat());
        if (stage.settings().receipts()) {
            tickers.add(new ReadReceipts(crew.clients(), start));
        }
        long deadline = start + leadIn + duration + SETTLED_WITHIN;
        stage.loop().runUntil(() -> readings.taken() && ledger.settled() || System.nanoTime() > deadline, tickers);
        crew.traffic().to(null);
        return readings.result(rate);
    }

    private long send(Ledger ledger, long now) {
        for (int i = 0; i < BURST && ledger.due(now); i++) {
            long number = ledger.send(System.nanoTime());
            senders.get((int) (number % senders.size())).send(number, salt);
        }
        return ledger.nextDue();
    }

    /** Reads the counters where the measured time begins and where it ends. */
    private final class Readings implements Ticker {
        private final Ledger ledger;
        private final long begin;
        private final long end;
        private @Nullable Reading first;
        private @Nullable Reading last;

        Readings(Ledger ledger, long begin, long duration) {
            this.ledger = ledger;
            this.begin = begin;
            this.end = begin + duration;
        }

        @Override
        public long tick(long now) {
            if (first == null) {
                first = now >= begin ? read(now) : null;
                return first == null ? begin : end;
            }
            if (last == null) {
                last = now >= end ? read(now) : null;
            }
            return last == null ? end : NEVER;
        }

        boolean taken() {
            return last != null;
        }

        private Reading read(long now) {
            return new Reading(
                    now,
                    stage.cpuTimes(),
                    ledger.acceptedCount(),
                    ledger.deliveredCount(),
                    crew.traffic().receiptFrames());
        }

        LoadResult result(int rate) {
            Reading from = first;
            Reading to = last;
            if (from == null || to == null) {
                throw new IllegalStateException("the step ended before its time");
            }
            double seconds = (to.at() - from.at()) / 1e9;
            return new LoadResult(
                    rate,
                    seconds,
                    ledger.measuredCount(),
                    to.accepted() - from.accepted(),
                    to.delivered() - from.delivered(),
                    to.receiptFrames() - from.receiptFrames(),
                    ledger.acceptedAfter(),
                    ledger.deliveredAfter(),
                    ledger.sentAfter(),
                    ledger.faults(),
                    crew.traffic().closedConnections(),
                    to.cpu().since(from.cpu()),
                    crew.traffic().lastTrouble());
        }
    }
}
