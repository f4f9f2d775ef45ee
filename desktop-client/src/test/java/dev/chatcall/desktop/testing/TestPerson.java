package dev.chatcall.desktop.testing;

import dev.chatcall.desktop.json.Json;
import dev.chatcall.protocol.ClientMessage;
import dev.chatcall.protocol.ServerMessage;
import dev.chatcall.protocol.account.Register;
import dev.chatcall.protocol.account.SignIn;
import dev.chatcall.protocol.account.SignedIn;
import dev.chatcall.protocol.account.TokenTransport;
import dev.chatcall.protocol.contact.RequestContact;
import dev.chatcall.protocol.conversation.ConversationState;
import dev.chatcall.protocol.conversation.CreateDirect;
import dev.chatcall.protocol.conversation.CreateGroup;
import dev.chatcall.protocol.message.Message;
import dev.chatcall.protocol.message.MessageBody;
import dev.chatcall.protocol.message.MessagePage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;

/** Somebody with an account, who asks over plain HTTP and speaks on a plain socket: whoever is at the other end. */
public final class TestPerson implements AutoCloseable {
    private static final JsonMapper JSON = Json.mapper();
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final URI server;
    private final SignedIn signedIn;
    private TestSocket socket;

    private TestPerson(URI server, SignedIn signedIn) {
        this.server = server;
        this.signedIn = signedIn;
    }

    static TestPerson register(URI server, String username) {
        Register body = new Register(
                username, username + "@example.org", password(username), username, null, "test", TokenTransport.BEARER);
        return new TestPerson(server, ask(server, "POST", "/api/accounts", body, null, SignedIn.class));
    }

    /** Somebody who has an account already, on another device. */
    public static TestPerson signIn(URI server, String username, String password) {
        SignIn body = new SignIn(username, password, "test", TokenTransport.BEARER);
        return new TestPerson(server, ask(server, "POST", "/api/session", body, null, SignedIn.class));
    }

    public UUID id() {
        return signedIn.person().id();
    }

    public String username() {
        return signedIn.person().username();
    }

    public String password() {
        return password(username());
    }

    private static String password(String username) {
        return "password of " + username;
    }

    public void request(UUID accountId) {
        ask("POST", "/api/contacts/requests", new RequestContact(accountId), Void.class);
    }

    public void accept(UUID accountId) {
        ask("POST", "/api/contacts/requests/" + accountId + "/accept", null, Void.class);
    }

    /** The id of the one conversation with a contact. */
    public UUID direct(UUID accountId) {
        return ask("POST", "/api/conversations/direct", new CreateDirect(accountId), ConversationState.class)
                .conversationId();
    }

    public UUID group(String name, List<UUID> accountIds) {
        return ask(
                        "POST",
                        "/api/conversations/groups",
                        new CreateGroup(UUID.randomUUID(), name, accountIds),
                        ConversationState.class)
                .conversationId();
    }

    /** The messages of a conversation before one, at most 100, ascending. */
    public List<Message> page(UUID conversationId, long before) {
        return ask(
                        "GET",
                        "/api/conversations/" + conversationId + "/messages?before=" + before + "&limit=100",
                        null,
                        MessagePage.class)
                .messages();
    }

    /** What people wrote of the newest 100 messages, in their order. */
    public List<String> texts(UUID conversationId) {
        return textsOf(page(conversationId, Integer.MAX_VALUE));
    }

    public static List<String> textsOf(List<Message> messages) {
        return messages.stream()
                .map(Message::body)
                .filter(body -> body instanceof MessageBody.Text)
                .map(body -> ((MessageBody.Text) body).text())
                .toList();
    }

    /** Writes; done when the server has it. */
    public void say(UUID conversationId, String text, UUID... mentions) {
        UUID id = UUID.randomUUID();
        MessageBody body = new MessageBody.Text(text, List.of(mentions));
        TestSocket open = socket();
        open.send(new ClientMessage.SendMessage(id.toString(), conversationId, id, body));
        open.await(frame -> frame instanceof ServerMessage.MessageAccepted accepted
                && accepted.id().equals(id));
    }

    /** Reads up to a message. */
    public void read(UUID conversationId, long seq) {
        socket().send(new ClientMessage.MarkRead(conversationId, seq));
    }

    public void type(UUID conversationId, boolean typing) {
        socket().send(new ClientMessage.SetTyping(conversationId, typing));
    }

    /** Waits until somebody else's message with this text is there. */
    public Message hears(UUID conversationId, String text) {
        ServerMessage.NewMessage frame =
                (ServerMessage.NewMessage) socket().await(each -> each instanceof ServerMessage.NewMessage said
                        && said.message().conversationId().equals(conversationId)
                        && said.message().body() instanceof MessageBody.Text words
                        && words.text().equals(text));
        return frame.message();
    }

    /** Online from now on, with what came since. */
    public TestSocket socket() {
        if (socket == null || socket.closed()) {
            socket = TestSocket.open(HTTP, server, accessToken());
        }
        return socket;
    }

    @Override
    public void close() {
        if (socket != null) {
            socket.close();
        }
    }

    /** Asks the server, as this person. Fails where the answer is no success. */
    public <T> T ask(String method, String path, Object body, Class<T> type) {
        return ask(server, method, path, body, accessToken(), type);
    }

    private String accessToken() {
        return Objects.requireNonNull(signedIn.tokens()).accessToken();
    }

    private static <T> T ask(URI server, String method, String path, Object body, String bearer, Class<T> type) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(server + path))
                .method(
                        method,
                        body == null
                                ? BodyPublishers.noBody()
                                : BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body)))
                .header("Content-Type", "application/json");
        if (bearer != null) {
            request.header("Authorization", "Bearer " + bearer);
        }
        try {
            HttpResponse<byte[]> answer = HTTP.send(request.build(), BodyHandlers.ofByteArray());
            if (answer.statusCode() / 100 != 2) {
                throw new AssertionError(
                        method + " " + path + ": " + answer.statusCode() + " " + new String(answer.body()));
            }
            return type == Void.class ? null : JSON.readValue(answer.body(), type);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
