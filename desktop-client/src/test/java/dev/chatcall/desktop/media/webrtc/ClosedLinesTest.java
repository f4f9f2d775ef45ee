package dev.chatcall.desktop.media.webrtc;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("machine")
class ClosedLinesTest {

    @Test
    void whoeverTouchesALineWhileItIsClosedDoesNotEndTheProgram() throws Exception {
        assertEquals("ok", OwnProgram.run(ClosedLinesProgram.class));
    }
}
