package dev.chatcall.protocol.account;

/**
 * {@code GET /api/server}: what a client needs before anybody is signed in.
 *
 * @param empty nobody has registered yet: the first account administers the server
 * @param passwordResetByMail whether a forgotten password can be reset by mail
 */
public record ServerInfo(
        String name,
        String version,
        int protocol,
        RegistrationMode registration,
        boolean empty,
        boolean passwordResetByMail) {}
