package dev.chatcall.desktop.media.webrtc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("machine")
class NoDevicesTest {

    @Test
    void aMachineWithoutSoundCameraAndDisplaySaysSoAndGoesOn() throws Exception {
        assertEquals(
                "soundMissing=true canShareScreen=false microphone=MISSING camera=MISSING screen=MISSING test=MISSING "
                        + "speaker=ok level=0.0 offer=ok ok",
                OwnProgram.run(NoDevicesProgram.class));
    }

    @Test
    void thereIsNoDisplayWhereNobodyAnswers() {
        assertFalse(Display.answers(null));
        assertFalse(Display.answers(""));
        assertFalse(Display.answers("nonsense"));
        assertFalse(Display.answers(":98765"));
    }
}
