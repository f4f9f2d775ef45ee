package dev.chatcall.desktop.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ReleaseOrderTest {
    @Test
    void numbersCountAsNumbers() {
        assertThat(ReleaseOrder.isLater("0.10.0", "0.9.1")).isTrue();
        assertThat(ReleaseOrder.isLater("0.9.1", "0.10.0")).isFalse();
        assertThat(ReleaseOrder.isLater("1.0", "1.0")).isFalse();
    }

    @Test
    void whatIsStillBeingMadeComesBeforeWhatItBecomes() {
        assertThat(ReleaseOrder.isLater("0.1.0", "0.1.0-SNAPSHOT")).isTrue();
        assertThat(ReleaseOrder.isLater("0.1.0-SNAPSHOT", "0.1.0")).isFalse();
    }

    @Test
    void aProgramThatWasNeverPackagedIsNotOld() {
        assertThat(ReleaseOrder.isLater("9.0.0", "development")).isFalse();
        assertThat(ReleaseOrder.isLater("", "0.1.0")).isFalse();
    }
}
