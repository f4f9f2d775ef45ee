import { Calls } from "./calls/calls.ts";
import { Connection } from "./connection/connection.ts";
import { hurried, type ReconnectPolicy } from "./connection/reconnectPolicy.ts";
import { Drafts } from "./drafts/drafts.ts";
import { History } from "./history/history.ts";
import type { Api } from "./http/api.ts";
import { TabBoard } from "./notifications/tabBoard.ts";
import { derive } from "./observable.ts";
import { Claims } from "./outbox/claims.ts";
import { Outbox } from "./outbox/outbox.ts";
import type { AccountStorage, Ports } from "./ports.ts";
import type { Body, ClientFrame, ConversationState, Message, ServerError, ServerFrame } from "./protocol.ts";
import { PresenceWatch } from "./speaking/presence.ts";
import { ReceiptTeller } from "./speaking/receipts.ts";
import { TypingTeller } from "./speaking/typing.ts";
import type { Effect } from "./sync/model.ts";
import { Replica } from "./sync/replica.ts";

export interface WorkspaceEvents {
  /** The server ended the session. */
  signedOut(): void;
  /** The line is another person's: somebody signed in as them in another tab. */
  someoneElse(accountId: string): void;
  /** Somebody else's message came just now. */
  arrived(message: Message): void;
}

/** What is kept and running while somebody is signed in; where the parts hear of each other. */
export class Workspace {
  readonly replica: Replica;
  readonly outbox: Outbox;
  readonly history: History;
  readonly drafts: Drafts;
  readonly connection: Connection;
  readonly receipts: ReceiptTeller;
  readonly typing: TypingTeller;
  readonly presence: PresenceWatch;
  readonly board: TabBoard;
  readonly calls: Calls;
  readonly #ports: Ports;
  readonly #events: WorkspaceEvents;
  readonly #owner: string;
  #claims: Claims | null = null;
  #storage: Promise<AccountStorage> | null = null;
  #stops: (() => void)[] = [];

  constructor(ports: Ports, api: Api, policy: ReconnectPolicy, events: WorkspaceEvents) {
    this.#ports = ports;
    this.#events = events;
    this.#owner = ports.random.uuid();
    const { timers } = ports;
    const send = (frame: ClientFrame): boolean => this.connection.send(frame);
    this.outbox = new Outbox(timers, policy, send, this.#owner);
    this.replica = new Replica(timers, {
      send,
      bodyOf: (conversationId, id) => this.outbox.bodyOf(conversationId, id),
      happened: (effect) => this.#happened(effect),
    });
    this.history = new History(this.replica, api);
    this.drafts = new Drafts(ports.settings, timers);
    this.receipts = new ReceiptTeller(timers, this.replica, send);
    this.typing = new TypingTeller(timers, send);
    this.presence = new PresenceWatch(send);
    this.board = new TabBoard(ports, this.#owner);
    this.connection = new Connection(
      ports,
      hurried(policy, () => this.calls.inCall),
      {
        hello: () => this.replica.hello(ports.program.client),
        received: (frame) => this.#received(frame),
        checkSession: async () => void (await api.account()),
        signedOut: events.signedOut,
      },
    );
    this.calls = new Calls(ports, api, {
      connection: this.connection.state,
      clockOffset: derive([this.replica.state], ({ clockOffset }) => clockOffset),
      send,
    });
  }

  /** Somebody is signed in: reads what is kept of them, and connects. */
  async begin(accountId: string): Promise<void> {
    this.end();
    this.replica.begin(accountId);
    this.calls.begin(accountId);
    this.drafts.begin(accountId);
    const opening = this.#ports.storage.open(accountId);
    this.#storage = opening;
    this.#stops = [
      this.connection.state.subscribe(() => this.#lineChanged()),
      this.#ports.environment.onVisible(() => this.drafts.keep()),
    ];
    this.board.start(this.#ports.locks);
    this.connection.start();
    const storage = await opening;
    if (this.#storage !== opening) {
      storage.close();
      return;
    }
    const { locks, tabs } = this.#ports;
    this.outbox.begin(storage);
    this.#claims = new Claims(locks, tabs, storage, accountId, this.#owner, (records) =>
      this.outbox.adopt(records),
    );
    await this.#claims.begin();
  }

  /** Nobody is signed in any more. What is kept stays kept. */
  end(): void {
    for (const stop of this.#stops.splice(0)) stop();
    this.calls.end();
    this.connection.stop();
    this.board.stop();
    this.receipts.stop();
    this.presence.clear();
    this.drafts.end();
    this.#claims?.end();
    this.#claims = null;
    this.outbox.end();
    this.history.clear();
    this.replica.end();
    const storage = this.#storage;
    this.#storage = null;
    void storage?.then((opened) => opened.close());
  }

  /** As `end`, and deletes what is kept. */
  async forget(): Promise<void> {
    this.drafts.forget();
    const storage = await this.#storage;
    await storage?.destroy().catch(() => {});
    this.end();
  }

  /** Done when the message is on screen; it is kept and sent from there. */
  async send(conversationId: string, body: Body): Promise<void> {
    await this.#storage;
    // Where the screen shows an older piece, one's own message is looked for at the end.
    void this.history.jumpToNewest(conversationId);
    this.typing.sent(conversationId);
    const kept = this.outbox.add(conversationId, this.#ports.random.uuid(), body);
    this.#claims?.announce();
    await kept;
  }

  /** A conversation came as an answer, maybe before its frame. @returns its id */
  told(state: ConversationState): string {
    this.replica.receive({ type: "conversation.state", state });
    return state.conversationId;
  }

  /** Puts a conversation on screen in this tab. */
  open(conversationId: string | null): void {
    this.board.show(conversationId);
    this.history.open(conversationId);
  }

  #received(frame: ServerFrame): void {
    if (frame.type === "message.accepted") this.outbox.accepted(frame);
    if (frame.type === "error") this.#refused(frame);
    if (frame.type === "welcome" && frame.accountId !== this.replica.state.get().accountId) {
      this.#events.someoneElse(frame.accountId);
      return;
    }
    this.replica.receive(frame);
    this.calls.received(frame);
  }

  #refused(error: ServerError): void {
    const ofMessage = this.outbox.refused(error);
    // Only receipts are said often enough to be too many.
    if (!ofMessage && error.code === "rate.limited") this.receipts.refused(error.retryAfterMs ?? 0);
  }

  #happened(effect: Effect): void {
    switch (effect.kind) {
      case "advanced":
        this.outbox.settle(effect.conversationId, effect.change);
        this.receipts.advanced(effect.conversationId);
        return;
      case "stored":
        this.outbox.stored(effect.conversationId, effect.id);
        return;
      case "arrived":
        if (!this.#ports.environment.visible()) this.history.arrivedUnseen(effect.message);
        this.#events.arrived(effect.message);
        return;
      case "reset":
        this.history.reset(effect.conversationId);
        return;
      case "removed":
        this.history.removed(effect.conversationId);
        return;
      case "synced":
        this.outbox.live();
        this.receipts.synced();
        this.presence.synced();
        this.history.synced();
        return;
      default:
        effect satisfies never;
    }
  }

  #lineChanged(): void {
    if (this.connection.state.get().name !== "live") this.outbox.lost();
  }
}
