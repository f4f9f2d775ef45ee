package dev.chatcall.desktop.connection;

/** Opens WebSockets to one server. */
public interface Transport {
    /**
     * @param bearer the access token
     * @param events what happens, told on the loop
     */
    Line open(String bearer, Events events);

    interface Events {
        void opened();

        void received(String text);

        /** Once, whether it was open before or not; 1006 where there is no better reason. */
        void closed(int code);

        /** In place of {@link #closed}: the server refused the access token. */
        void refused();
    }
}
