package dev.chatcall.protocol;

/**
 * Every limit of the protocol in one place. The server enforces them and answers with an error code; the clients read
 * them here (or from {@code GET /api/server}) to tell people before they send. Lengths count Unicode code points.
 */
public final class Limits {
    /** The version that {@code hello} must name. */
    public static final int PROTOCOL_VERSION = 1;

    public static final int USERNAME_MIN = 3;
    public static final int USERNAME_MAX = 32;
    public static final int EMAIL_MAX = 254;
    public static final int PASSWORD_MIN = 10;
    /** bcrypt reads 72 bytes and no more: a longer password would be cut silently, so it is refused. */
    public static final int PASSWORD_MAX_BYTES = 72;

    public static final int DISPLAY_NAME_MAX = 64;
    public static final int STATUS_MESSAGE_MAX = 140;
    public static final int DEVICE_NAME_MAX = 80;
    public static final int NOTE_MAX = 120;
    public static final int SEARCH_MAX = 64;

    public static final int MESSAGE_MAX = 8_000;
    public static final int MENTIONS_MAX = 50;
    public static final int GROUP_NAME_MAX = 80;
    public static final int GROUP_MEMBERS_MAX = 512;
    public static final int CONVERSATIONS_MAX = 2_000;
    public static final int CONTACTS_MAX = 2_000;
    public static final int OUTGOING_REQUESTS_MAX = 200;
    public static final int WATCHED_PEOPLE_MAX = 200;

    public static final int CALL_PARTICIPANTS_MAX = 50;
    public static final int CALL_RING_SECONDS = 45;
    /** Seconds for which a participant whose device lost its connection keeps the place in a call. */
    public static final int CALL_AWAY_SECONDS = 30;

    public static final int SDP_MAX = 64_000;
    public static final int CANDIDATE_MAX = 2_000;
    /** RTP parameters or capabilities, ICE or DTLS parameters as JSON. */
    public static final int MEDIA_PARAMETERS_MAX = 32_000;
    /** Media lines that a client that speaks SDP sends on; there are four sources. */
    public static final int SENT_LINES_MAX = 8;
    /** What a client that speaks SDP receives at once: four sources of everybody in a call. */
    public static final int SUBSCRIPTIONS_MAX = 4 * CALL_PARTICIPANTS_MAX;
    /** The id of a media line. */
    public static final int MID_MAX = 16;

    public static final int REACTION_MAX = 16;
    public static final int SPATIAL_LAYERS = 3;

    /** Messages in one page of history. */
    public static final int PAGE_MAX = 100;
    /** A client that missed more changes of one conversation than this is told to start that conversation afresh. */
    public static final int SYNC_CHANGES_MAX = 500;

    /** Bytes of an uploaded avatar, before it is scaled. */
    public static final int AVATAR_BYTES_MAX = 8 * 1024 * 1024;
    /** Bytes of one WebSocket text frame from a client; {@code hello} with 2,000 cursors fits. */
    public static final int FRAME_BYTES_MAX = 256 * 1024;
    /** Bytes of a JSON request body. */
    public static final int BODY_BYTES_MAX = 64 * 1024;

    private Limits() {}
}
