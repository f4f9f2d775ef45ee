package dev.chatcall.bench.installation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CpuTimesTest {
    /** A command may hold spaces and parentheses. */
    private static final String STAT =
            "4242 (post) gres (x) S 1 2 3 0 -1 4194304 100 200 0 0 150 50 1000 2000 20 0 1 0 300 0 0";

    @Test
    void addsUserAndSystemTime() {
        assertThat(CpuTimes.seconds(STAT, false)).isEqualTo(2.0);
    }

    @Test
    void addsThatOfEndedChildrenWhereAsked() {
        assertThat(CpuTimes.seconds(STAT, true)).isEqualTo(32.0);
    }

    @Test
    void isCountedSinceAnEarlierReading() {
        CpuTimes since = new CpuTimes(10, 7, 3, 30).since(new CpuTimes(4, 5, 2, 20));

        assertThat(since).isEqualTo(new CpuTimes(6, 2, 1, 10));
        assertThat(since.others()).isEqualTo(1);
    }

    @Test
    void leavesOutWhatTheMachineIdles() {
        assertThat(CpuTimes.busySeconds("cpu  100 20 30 9999 5000 4 6 0 0 0")).isEqualTo(1.6);
    }
}
