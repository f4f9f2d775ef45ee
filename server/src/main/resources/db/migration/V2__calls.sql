-- Calls. The row of a call is the lock under which everything about it is decided.

CREATE TABLE call (
    id              uuid PRIMARY KEY,
    conversation_id uuid        NOT NULL REFERENCES conversation,
    version         bigint      NOT NULL,
    started_by      uuid        NOT NULL REFERENCES account,
    video           boolean     NOT NULL,
    kind            text        NOT NULL CHECK (kind IN ('direct', 'group')),   -- of the conversation
    route           text        NOT NULL CHECK (route IN ('direct', 'media_service')),
    started_at      timestamptz NOT NULL,
    answered_at     timestamptz,
    ended_at        timestamptz,
    end_reason      text,
    moved_to        uuid,
    due_at          timestamptz,                      -- when the sweep must look at it, or null
    entry_stored    boolean     NOT NULL DEFAULT false, -- its message stands in the conversation
    CHECK ((ended_at IS NULL) = (end_reason IS NULL))
) WITH (fillfactor = 70);
CREATE UNIQUE INDEX call_running ON call (conversation_id) WHERE ended_at IS NULL;
CREATE INDEX call_due ON call (due_at) WHERE due_at IS NOT NULL;
CREATE INDEX call_without_entry ON call (ended_at) WHERE ended_at IS NOT NULL AND NOT entry_stored;

CREATE TABLE call_participant (
    call_id       uuid        NOT NULL REFERENCES call,
    account_id    uuid        NOT NULL REFERENCES account,
    position      integer     NOT NULL,               -- the caller first, then as they were called or came
    state         text        NOT NULL
        CHECK (state IN ('ringing', 'joined', 'declined', 'unanswered', 'busy', 'left')),
    rings_until   timestamptz,                        -- while ringing
    endpoint_id   uuid,                               -- while joined: the device
    connection_id uuid,                               -- while joined: the connection that device had last
    away_since    timestamptz,                        -- while joined and without that connection
    seen_at       timestamptz,                        -- when a server last had that connection
    joined_at     timestamptz,                        -- while joined: on that device
    was_in        boolean     NOT NULL,
    microphone    boolean     NOT NULL,
    camera        boolean     NOT NULL,
    screen        boolean     NOT NULL,
    hand          boolean     NOT NULL,
    tracks        jsonb       NOT NULL,
    quality       text,                               -- what made it bad for this person
    started_at    timestamptz NOT NULL,               -- the call's, for paging through one person's calls
    PRIMARY KEY (call_id, account_id),
    CHECK ((state = 'ringing') = (rings_until IS NOT NULL)),
    CHECK ((state = 'joined') = (endpoint_id IS NOT NULL)),
    CHECK ((endpoint_id IS NULL AND connection_id IS NULL AND seen_at IS NULL AND joined_at IS NULL)
        OR (endpoint_id IS NOT NULL AND connection_id IS NOT NULL AND seen_at IS NOT NULL AND joined_at IS NOT NULL))
) WITH (fillfactor = 70);
-- A person is in one call at most.
CREATE UNIQUE INDEX call_participant_joined ON call_participant (account_id) WHERE state = 'joined';
CREATE INDEX call_participant_ringing ON call_participant (account_id) WHERE state = 'ringing';
CREATE INDEX call_participant_connection ON call_participant (connection_id) WHERE connection_id IS NOT NULL;
CREATE INDEX call_participant_history ON call_participant (account_id, started_at, call_id);
