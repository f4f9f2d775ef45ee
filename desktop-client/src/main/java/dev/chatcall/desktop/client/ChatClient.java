package dev.chatcall.desktop.client;

import dev.chatcall.desktop.call.CallActions;
import dev.chatcall.desktop.observable.Subscription;
import java.util.function.Consumer;

/**
 * One account on one server: all that the screens know of it. May be called from any thread. Actions answer with a future
 * that completes on the core's loop, and fail with {@link ApiException} and with nothing else.
 */
public interface ChatClient {
    ClientState state();

    SessionActions session();

    MessageActions messages();

    ContactActions contacts();

    ConversationActions conversations();

    AccountActions account();

    AdminActions admin();

    CallActions calls();

    CheckActions checks();

    /** Where the server is, such as {@code https://chat.example.org}; without a slash at the end. */
    String serverUrl();

    /** Shows what is kept on this device, finds out whether somebody is signed in, and connects. */
    void start();

    /** Closes everything; what is unsent stays kept. */
    void stop();

    /** Try now: the network is back, or the window came to the front. */
    void hurry();

    /** Called on the loop for each message that asks for attention. */
    Subscription onNotice(Consumer<Notice> listener);
}
