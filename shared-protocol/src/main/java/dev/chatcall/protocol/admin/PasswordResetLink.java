package dev.chatcall.protocol.admin;

/** {@code POST /api/admin/people/{id}/password-reset}: a path to hand to that person, good once until then. */
public record PasswordResetLink(String link, long expiresAt) {}
