package dev.chatcall.desktop.media.webrtc;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class PulseListingTest {

    @Test
    void devicesAndWhatGoesThroughThemAreRead() {
        var entries = PulseListing.read("""
                Sink Input #12
                	Driver: protocol-native.c
                	Sink: 1
                	Properties:
                		media.name = "playStream"
                		application.process.id = "4242"

                Sink Input #13
                	Sink: 0
                """.lines().toList());
        assertEquals(
                List.of("12", "13"),
                entries.stream().map(PulseListing.Entry::index).toList());
        assertEquals("1", entries.getFirst().field("Sink"));
        assertEquals("4242", entries.getFirst().field("application.process.id"));
        assertEquals("", entries.getLast().field("application.process.id"));
    }

    @Test
    void aNameWithSignsInItStaysWhole() {
        var entry = PulseListing.read(List.of(
                        "Sink #0", "\tName: alsa_output.pci", "\tDescription: Headset: left = right", "\tName: later"))
                .getFirst();
        assertEquals("alsa_output.pci", entry.field("Name"));
        assertEquals("Headset: left = right", entry.field("Description"));
    }

    @Test
    void whatIsNotUnderstoodIsLeftOut() {
        assertEquals(
                List.of(), PulseListing.read(List.of("", "Connection failure: Connection refused", "\tName: lost")));
    }
}
