package dev.chatcall.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import dev.chatcall.protocol.call.CallEvent;
import dev.chatcall.protocol.call.CallReply;
import dev.chatcall.protocol.call.CallRequest;
import dev.chatcall.protocol.call.Signal;
import dev.chatcall.protocol.media.MediaCommand;
import dev.chatcall.protocol.media.MediaEvent;
import dev.chatcall.protocol.media.MediaFrame;
import dev.chatcall.protocol.media.MediaReply;
import dev.chatcall.protocol.message.MessageBody;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * One written-down frame for every type of message and every kind of body: what Java reads and writes is what stands
 * there. The web client's tests hold the same files against its own types, so that the two sides cannot drift apart.
 */
class GoldenFramesTest {
    private static final Path FRAMES = Path.of("frames");

    /** Strict, so that a field that no record knows is found. */
    private final JsonMapper mapper = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    @TestFactory
    Stream<DynamicTest> clientMessages() {
        return frames("client", ClientMessage.class);
    }

    @TestFactory
    Stream<DynamicTest> serverMessages() {
        return frames("server", ServerMessage.class);
    }

    @TestFactory
    Stream<DynamicTest> messageBodies() {
        return frames("body", MessageBody.class);
    }

    @TestFactory
    Stream<DynamicTest> callRequests() {
        return frames("call-request", CallRequest.class);
    }

    @TestFactory
    Stream<DynamicTest> callReplies() {
        return frames("call-reply", CallReply.class);
    }

    @TestFactory
    Stream<DynamicTest> callEvents() {
        return frames("call-event", CallEvent.class);
    }

    @TestFactory
    Stream<DynamicTest> signals() {
        return frames("signal", Signal.class);
    }

    @TestFactory
    Stream<DynamicTest> mediaFrames() {
        return frames("media-frame", MediaFrame.class);
    }

    @TestFactory
    Stream<DynamicTest> mediaCommands() {
        return frames("media-command", MediaCommand.class);
    }

    @TestFactory
    Stream<DynamicTest> mediaReplies() {
        return frames("media-reply", MediaReply.class);
    }

    @TestFactory
    Stream<DynamicTest> mediaEvents() {
        return frames("media-event", MediaEvent.class);
    }

    private Stream<DynamicTest> frames(String folder, Class<?> root) {
        Stream<DynamicTest> each = types(root).stream()
                .map(type -> DynamicTest.dynamicTest(
                        folder + "/" + type, () -> isReadAndWrittenAsItStands(folder, type, root)));
        return Stream.concat(
                each, Stream.of(DynamicTest.dynamicTest(folder + " has a frame for each type and no other", () -> {
                    assertThat(files(folder)).isEqualTo(types(root));
                    assertThat(types(root)).hasSize(sent(root).size());
                })));
    }

    private void isReadAndWrittenAsItStands(String folder, String type, Class<?> root) throws IOException {
        String json = Files.readString(FRAMES.resolve(folder).resolve(type + ".json"));
        Object value = mapper.readValue(json, root);
        assertThat(mapper.readTree(mapper.writerFor(root).writeValueAsString(value)))
                .isEqualTo(mapper.readTree(json));
        assertThat(mapper.readTree(json).get("type").stringValue()).isEqualTo(type);
    }

    private static Set<String> types(Class<?> root) {
        return Arrays.stream(root.getAnnotation(JsonSubTypes.class).value())
                .map(JsonSubTypes.Type::name)
                .collect(Collectors.toSet());
    }

    /** Without what only stands for a kind that a client does not know. */
    private static List<Class<?>> sent(Class<?> root) {
        return Arrays.stream(root.getPermittedSubclasses())
                .filter(type -> type != MessageBody.Unknown.class)
                .toList();
    }

    private static Set<String> files(String folder) throws IOException {
        try (Stream<Path> files = Files.list(FRAMES.resolve(folder))) {
            return files.map(file -> file.getFileName().toString().replaceFirst("\\.json$", ""))
                    .collect(Collectors.toSet());
        }
    }
}
