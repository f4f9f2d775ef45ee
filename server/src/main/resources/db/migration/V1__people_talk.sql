-- Accounts, contacts, conversations and messages. Clocks are for display; order comes from counters only.

CREATE TABLE avatar (
    id           uuid PRIMARY KEY,
    content_type text        NOT NULL,
    image        bytea       NOT NULL CHECK (octet_length(image) <= 131072),
    created_at   timestamptz NOT NULL
);

CREATE TABLE account (
    id                  uuid PRIMARY KEY,
    username            text        NOT NULL UNIQUE,
    email               text        NOT NULL,
    email_key           text        NOT NULL UNIQUE,  -- lower case
    password_hash       text        NOT NULL,
    display_name        text        NOT NULL,
    status_message      text        NOT NULL DEFAULT '',
    avatar_id           uuid REFERENCES avatar,
    search_key          text        NOT NULL,         -- user name and display name, case and accents folded
    administrator       boolean     NOT NULL DEFAULT false,
    sends_read_receipts boolean     NOT NULL DEFAULT true,
    shows_last_seen     boolean     NOT NULL DEFAULT true,
    last_seen_at        timestamptz,
    profile_change      bigint      NOT NULL,         -- from profile_counter, when the profile last changed
    change              bigint      NOT NULL DEFAULT 1, -- grows with everything private to the account
    created_at          timestamptz NOT NULL
);
CREATE INDEX account_profile_change ON account (profile_change);

-- One row. Updating it in the transaction that changes a profile makes the numbers follow the order of commits,
-- which a sequence would not.
CREATE TABLE profile_counter (
    only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row),
    value    bigint NOT NULL
);
INSERT INTO profile_counter (value) VALUES (0);

CREATE TABLE session (
    id           uuid PRIMARY KEY,
    account_id   uuid        NOT NULL REFERENCES account,
    device_name  text        NOT NULL,
    created_at   timestamptz NOT NULL,
    last_used_at timestamptz NOT NULL,
    expires_at   timestamptz NOT NULL,
    ended_at     timestamptz
);
CREATE INDEX session_account ON session (account_id) WHERE ended_at IS NULL;
CREATE INDEX session_ended ON session (ended_at) WHERE ended_at IS NOT NULL;

CREATE TABLE refresh_token (
    hash       bytea PRIMARY KEY,                     -- SHA-256 of the token, which is 256 random bits
    session_id uuid        NOT NULL REFERENCES session ON DELETE CASCADE,
    issued_at  timestamptz NOT NULL,
    used_at    timestamptz
);
CREATE INDEX refresh_token_session ON refresh_token (session_id);

CREATE TABLE invitation (
    id         uuid PRIMARY KEY,
    hash       bytea       NOT NULL UNIQUE,
    note       text        NOT NULL,
    max_uses   integer     NOT NULL CHECK (max_uses > 0),
    uses       integer     NOT NULL DEFAULT 0 CHECK (uses <= max_uses),
    created_by uuid        NOT NULL REFERENCES account,
    created_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL,
    revoked_at timestamptz
);

CREATE TABLE password_reset (
    hash       bytea PRIMARY KEY,
    account_id uuid        NOT NULL REFERENCES account,
    created_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL,
    used_at    timestamptz
);
CREATE INDEX password_reset_account ON password_reset (account_id);

-- A pair of people who are each other's contact, once, the lower id first.
CREATE TABLE contact (
    low_id  uuid        NOT NULL REFERENCES account,
    high_id uuid        NOT NULL REFERENCES account,
    since   timestamptz NOT NULL,
    PRIMARY KEY (low_id, high_id),
    CHECK (low_id < high_id)
);
CREATE INDEX contact_high ON contact (high_id);

CREATE TABLE contact_request (
    from_id    uuid        NOT NULL REFERENCES account,
    to_id      uuid        NOT NULL REFERENCES account,
    created_at timestamptz NOT NULL,
    PRIMARY KEY (from_id, to_id),
    CHECK (from_id <> to_id)
);
CREATE INDEX contact_request_to ON contact_request (to_id);

CREATE TABLE block (
    blocker_id uuid        NOT NULL REFERENCES account,
    blocked_id uuid        NOT NULL REFERENCES account,
    created_at timestamptz NOT NULL,
    PRIMARY KEY (blocker_id, blocked_id),
    CHECK (blocker_id <> blocked_id)
);
CREATE INDEX block_blocked ON block (blocked_id);

CREATE TABLE conversation (
    id            uuid PRIMARY KEY,
    kind          text        NOT NULL CHECK (kind IN ('direct', 'group')),
    name          text,
    avatar_id     uuid REFERENCES avatar,
    low_id        uuid REFERENCES account,             -- of a direct conversation: its two people, the lower id first
    high_id       uuid REFERENCES account,
    last_seq      bigint      NOT NULL DEFAULT 0,      -- the newest message's number
    last_change   bigint      NOT NULL DEFAULT 0,      -- the newest change's number
    detail_change bigint      NOT NULL DEFAULT 0,      -- the change that last touched name or picture
    created_by    uuid        NOT NULL REFERENCES account,
    created_at    timestamptz NOT NULL,
    UNIQUE (low_id, high_id),
    CHECK ((kind = 'direct') = (low_id IS NOT NULL AND high_id IS NOT NULL AND low_id < high_id)),
    CHECK ((kind = 'group') = (name IS NOT NULL))
) WITH (fillfactor = 70);

CREATE TABLE participant (
    conversation_id uuid        NOT NULL REFERENCES conversation,
    account_id      uuid        NOT NULL REFERENCES account,
    role            text        NOT NULL CHECK (role IN ('owner', 'admin', 'member')),
    active          boolean     NOT NULL DEFAULT true, -- false once they left or were removed
    joined_at       timestamptz NOT NULL,
    read_seq        bigint      NOT NULL DEFAULT 0,    -- the truth, for oneself
    shown_read_seq  bigint      NOT NULL DEFAULT 0,    -- what others see of it
    delivered_seq   bigint      NOT NULL DEFAULT 0,
    change          bigint      NOT NULL,              -- the conversation's change that last touched this row
    muted           boolean     NOT NULL DEFAULT false,
    pinned          boolean     NOT NULL DEFAULT false,
    PRIMARY KEY (conversation_id, account_id)
) WITH (fillfactor = 70);
CREATE INDEX participant_account ON participant (account_id) WHERE active;

-- No foreign keys here: the writer holds the conversation's row and has seen the sender's membership when it inserts,
-- and a look-up per key and row is what the busiest statement of the server can do without.
CREATE TABLE message (
    conversation_id uuid        NOT NULL,
    seq             bigint      NOT NULL,
    change          bigint      NOT NULL,
    sender_id       uuid        NOT NULL,
    id              uuid        NOT NULL,
    sent_at         timestamptz NOT NULL,
    body            jsonb       NOT NULL,
    PRIMARY KEY (conversation_id, seq),
    UNIQUE (conversation_id, sender_id, id)
);
CREATE INDEX message_change ON message (conversation_id, change);

CREATE TABLE mention (
    account_id      uuid   NOT NULL,
    conversation_id uuid   NOT NULL,
    seq             bigint NOT NULL,
    PRIMARY KEY (account_id, conversation_id, seq)
);
