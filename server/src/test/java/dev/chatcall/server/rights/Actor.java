package dev.chatcall.server.rights;

/** Somebody who asks, as they stand to the owner of the scene's group. */
enum Actor {
    /** Not signed in. */
    ANONYMOUS,
    /** Signed in, and nothing to the owner. */
    STRANGER,
    /** Was the owner's contact, with whom they talked; now the owner blocks them. In no group. */
    BLOCKED,
    /** Was in the group and is no contact any more either. */
    FORMER_MEMBER,
    /** In the group; the owner's contact. */
    MEMBER,
    /** As a member, and helps to run the group. */
    ADMIN,
    /** Administers the server; nothing to the owner. */
    ADMINISTRATOR
}
