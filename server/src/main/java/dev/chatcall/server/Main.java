package dev.chatcall.server;

/** Starts a ChatCall server. */
public final class Main {

    private Main() {}

    /** Starts the server and returns; the server's own threads keep the process alive. */
    public static void main(String[] args) {
        System.out.println("ChatCall " + Main.class.getPackage().getImplementationVersion());
    }
}
