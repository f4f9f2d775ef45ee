package dev.chatcall.desktop.media;

import dev.chatcall.desktop.loop.Loop;
import dev.chatcall.desktop.media.MediaException.Problem;
import dev.chatcall.protocol.call.IceServer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A connection that finds another through the air of the test, by the rules of JSEP as far as calls use them. */
public final class FakePeer implements Peer {
    private static final Pattern KIND = Pattern.compile("(?m)^m=(audio|video)");
    private static final Pattern NAME = Pattern.compile("ice-ufrag:(\\S+)");

    private final Loop loop;
    private final Air air;
    private final PeerListener listener;
    private final String session;
    private final List<FakeLine> lines = new ArrayList<>();
    private final Set<String> heard = new HashSet<>();
    /** Ways of these pairs of user names are gone. */
    private final Set<String> lost = new HashSet<>();

    private String local = "";
    private String remote = "";
    private String pending = "";
    private boolean offering;
    private boolean offered;
    private boolean settledBefore;
    private int generation;
    private PeerState state = PeerState.NEW;

    public FakePeer(Loop loop, Air air, PeerListener listener) {
        this.loop = loop;
        this.air = air;
        this.listener = listener;
        session = air.add(this);
    }

    public String session() {
        return session;
    }

    public List<FakeLine> sentLines() {
        return lines;
    }

    @Override
    public CompletableFuture<String> createOffer(boolean iceRestart) {
        return later(() -> {
            if (iceRestart) {
                generation++;
            }
            return sdp();
        });
    }

    @Override
    public CompletableFuture<String> createAnswer() {
        return later(() -> {
            // The other side began ways anew, so this one does.
            generation++;
            return sdp();
        });
    }

    @Override
    public CompletableFuture<Void> setLocal(SdpType type, String sdp) {
        return doLater(() -> {
            boolean answers = type == SdpType.ANSWER;
            if (answers != offered) {
                throw wrong("answers nothing");
            }
            local = sdp;
            if (answers) {
                settle(pending);
            } else {
                offering = true;
            }
            String name = "u" + session + "-" + generation;
            loop.execute(() -> listener.candidate(new IceCandidate("candidate:1", "0", 0, name)));
            look();
        });
    }

    @Override
    public CompletableFuture<Void> setRemote(SdpType type, String sdp) {
        return doLater(() -> {
            if (type == SdpType.ANSWER) {
                if (!offering) {
                    throw wrong("no offer");
                }
                settle(sdp);
            } else {
                // An offer of one's own is rolled back; lines that were made for it do not fit another's.
                if (offering && !settledBefore) {
                    throw wrong("new lines");
                }
                offering = false;
                offered = true;
                pending = sdp;
                remote = sdp;
                Matcher kinds = KIND.matcher(sdp);
                for (int i = 0; kinds.find(); i++) {
                    if (i >= lines.size()) {
                        lines.add(new FakeLine(kinds.group(1).equals("audio") ? MediaKind.AUDIO : MediaKind.VIDEO));
                    }
                }
            }
            look();
        });
    }

    @Override
    public CompletableFuture<@Nullable String> local() {
        return later(() -> local);
    }

    @Override
    public CompletableFuture<Void> add(IceCandidate candidate) {
        return doLater(() -> {
            String name = candidate.usernameFragment();
            if (name == null || !remote.contains("a=ice-ufrag:" + name)) {
                throw wrong("candidate");
            }
            heard.add(name);
            look();
        });
    }

    @Override
    public CompletableFuture<Line> addLine(MediaKind kind, Direction direction, List<Encoding> encodings) {
        return later(() -> {
            FakeLine line = new FakeLine(kind);
            line.direction = direction;
            lines.add(line);
            return line;
        });
    }

    @Override
    public CompletableFuture<List<Line>> lines() {
        return later(() -> List.copyOf(lines));
    }

    @Override
    public CompletableFuture<Void> setIceServers(List<IceServer> servers) {
        return doLater(() -> {});
    }

    @Override
    public CompletableFuture<List<Stat>> stats() {
        return later(() -> {
            boolean speaks =
                    lines.stream().anyMatch(line -> line.sent != null && line.sent.enabled() && line.sent.loud);
            return speaks
                    ? List.of(new Stat("s", "media-source", Map.of("kind", "audio", "audioLevel", 0.5)))
                    : List.of();
        });
    }

    @Override
    public void close() {
        state = PeerState.CLOSED;
        air.remove(this);
    }

    boolean talksTo(String other) {
        return remote.startsWith("v=0\r\no=- " + other + " ");
    }

    void lose() {
        if (state == PeerState.CONNECTED) {
            lost.add(pair());
            become(PeerState.DISCONNECTED);
        }
    }

    /** Connects where both sides agree on who they are and know a candidate of the other. */
    void look() {
        air.peers().stream()
                .filter(peer -> talksTo(peer.session) && peer.talksTo(session))
                .filter(peer -> air.open() && ready() && peer.ready())
                .findFirst()
                .ifPresent(peer -> {
                    become(PeerState.CONNECTED);
                    peer.become(PeerState.CONNECTED);
                });
    }

    private boolean ready() {
        boolean known = heard.stream().anyMatch(name -> remote.contains("a=ice-ufrag:" + name));
        return known && !offering && !offered && !lost.contains(pair());
    }

    private String pair() {
        return name(local) + "/" + name(remote);
    }

    private static String name(String sdp) {
        Matcher name = NAME.matcher(sdp);
        return name.find() ? name.group(1) : "";
    }

    private void settle(String description) {
        remote = description;
        offering = false;
        offered = false;
        settledBefore = true;
        if (state == PeerState.NEW) {
            become(PeerState.CONNECTING);
        }
    }

    private void become(PeerState next) {
        if (state != next && state != PeerState.CLOSED) {
            state = next;
            loop.execute(() -> {
                if (state != PeerState.CLOSED) {
                    listener.stateChanged(next);
                }
            });
        }
    }

    private String sdp() {
        StringBuilder text = new StringBuilder("v=0\r\no=- " + session + " " + generation + "\r\n");
        text.append("a=ice-ufrag:u")
                .append(session)
                .append('-')
                .append(generation)
                .append("\r\n");
        for (FakeLine line : lines) {
            text.append(line.kind == MediaKind.AUDIO ? "m=audio 9\r\n" : "m=video 9\r\n");
        }
        return text.toString();
    }

    private CompletableFuture<Void> doLater(Runnable task) {
        return later(() -> {
            task.run();
            return null;
        });
    }

    private <T extends @Nullable Object> CompletableFuture<T> later(Supplier<T> task) {
        CompletableFuture<T> result = new CompletableFuture<>();
        loop.execute(() -> {
            try {
                if (state == PeerState.CLOSED) {
                    throw wrong("closed");
                }
                result.complete(task.get());
            } catch (MediaException refused) {
                result.completeExceptionally(refused);
            }
        });
        return result;
    }

    private static MediaException wrong(String why) {
        return new MediaException(Problem.REFUSED, why);
    }

    /** One of its lines. */
    public final class FakeLine implements Line {
        private final MediaKind kind;
        private final @Nullable VideoSource video;
        private Direction direction = Direction.RECEIVE;
        private @Nullable FakeTrack sent;

        private FakeLine(MediaKind kind) {
            this.kind = kind;
            video = kind == MediaKind.VIDEO ? sink -> () -> {} : null;
        }

        public Direction direction() {
            return direction;
        }

        public @Nullable LocalTrack sent() {
            return sent;
        }

        @Override
        public @Nullable String mid() {
            return String.valueOf(lines.indexOf(this));
        }

        @Override
        public MediaKind kind() {
            return kind;
        }

        @Override
        public @Nullable VideoSource video() {
            return video;
        }

        @Override
        public CompletableFuture<Void> send(@Nullable LocalTrack track) {
            return doLater(() -> sent = (FakeTrack) track);
        }

        @Override
        public CompletableFuture<Void> setDirection(Direction next) {
            return doLater(() -> direction = next);
        }

        @Override
        public CompletableFuture<Void> setEncodings(List<Encoding> encodings) {
            return doLater(() -> {});
        }
    }
}
