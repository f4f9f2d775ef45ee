import type {
  Account,
  Body,
  ClientFrame,
  ErrorCode,
  Hello,
  Message,
  Person,
  SendMessage,
  ServerFrame,
} from "../protocol.ts";
import { ModelConversation } from "./modelConversation.ts";

/** One connection of somebody, as the server sees it. */
export interface ModelLine {
  readonly accountId: string;
  readonly deliver: (frame: ServerFrame) => void;
}

/** The server's rules in memory: what tests hold the client against. */
export class ModelServer {
  readonly people = new Map<string, Person>();
  readonly conversations = new Map<string, ModelConversation>();
  /** Who missed more changes than this of a conversation starts it afresh. */
  changesMax = 500;
  /** How the next sends are refused, before they are stored. */
  readonly refusals: ErrorCode[] = [];
  readonly #lines = new Set<ModelLine>();
  readonly #profileChanges = new Map<string, number>();
  #profileChange = 0;
  #ids = 0;

  addPerson(id: string, displayName = id): Person {
    const person = { id, username: id, displayName, statusMessage: "", avatarId: null };
    this.people.set(id, person);
    this.#profileChanges.set(id, ++this.#profileChange);
    return person;
  }

  account(id: string): Account {
    const person = this.#person(id);
    const settings = { sendReadReceipts: true, showLastSeen: true };
    return {
      person,
      email: `${id}@example.org`,
      administrator: false,
      settings,
      contacts: [],
      preferences: [],
      change: 1,
    };
  }

  createGroup(id: string, name: string, members: readonly string[]): ModelConversation {
    const conversation = new ModelConversation(
      { id, kind: "group", name, avatarId: null, createdAt: 1 },
      members,
    );
    this.conversations.set(id, conversation);
    for (const member of members) this.#tellState(conversation, member);
    return conversation;
  }

  rename(conversationId: string, actor: string, name: string): void {
    const conversation = this.#conversation(conversationId);
    this.#publish(conversation, conversation.rename(actor, this.#id(), name));
  }

  add(conversationId: string, actor: string, accountId: string): void {
    const conversation = this.#conversation(conversationId);
    const before = conversation.members();
    const frame = conversation.add(actor, this.#id(), this.#person(accountId));
    for (const line of this.#lines) if (before.includes(line.accountId)) line.deliver(frame);
    this.#tellState(conversation, accountId);
  }

  remove(conversationId: string, actor: string, accountId: string): void {
    const conversation = this.#conversation(conversationId);
    this.#publish(conversation, conversation.remove(actor, this.#id(), accountId));
    for (const line of this.#lines) {
      if (line.accountId === accountId) line.deliver({ type: "conversation.removed", conversationId });
    }
  }

  changeProfile(id: string, displayName: string): void {
    const person = { ...this.#person(id), displayName };
    this.people.set(id, person);
    this.#profileChanges.set(id, ++this.#profileChange);
    for (const line of this.#lines)
      line.deliver({ type: "person.changed", person, change: this.#profileChange });
  }

  /** Somebody writes, on a line that is none of those here. */
  say(conversationId: string, senderId: string, body: Body): Message {
    const conversation = this.#conversation(conversationId);
    const message = conversation.write(senderId, this.#id(), body);
    this.#publish(conversation, { type: "message.new", message });
    return message;
  }

  move(conversationId: string, accountId: string, read: number, delivered: number): void {
    const conversation = this.#conversation(conversationId);
    const frame = conversation.has(accountId) ? conversation.move(accountId, read, delivered) : null;
    if (frame) this.#publish(conversation, frame);
  }

  /** Says something to everybody, as it is. */
  broadcast(frame: ServerFrame): void {
    for (const line of this.#lines) line.deliver(frame);
  }

  connect(line: ModelLine): void {
    this.#lines.add(line);
  }

  disconnect(line: ModelLine): void {
    this.#lines.delete(line);
  }

  receive(line: ModelLine, frame: ClientFrame): void {
    switch (frame.type) {
      case "hello":
        this.#hello(line, frame);
        return;
      case "message.send":
        this.#send(line, frame);
        return;
      case "receipt.read":
        this.move(frame.conversationId, line.accountId, frame.seq, 0);
        return;
      case "receipt.delivered":
        this.move(frame.conversationId, line.accountId, 0, frame.seq);
        return;
      case "sync.conversation":
        this.#sync(line, frame.conversationId, frame.change);
        return;
      case "ping":
        line.deliver({ type: "pong" });
        return;
      case "typing.set":
      case "presence.watch":
      case "call.request":
        return;
      default:
        frame satisfies never;
    }
  }

  page(
    conversationId: string,
    query: URLSearchParams,
  ): { messages: Message[]; firstSeq: number; lastSeq: number } {
    const { messages, lastSeq } = this.#conversation(conversationId);
    const limit = Number(query.get("limit"));
    const [before, after, around] = ["before", "after", "around"].map((name) => query.get(name));
    let found = messages.slice();
    if (before) found = messages.filter(({ seq }) => seq < Number(before)).slice(-limit);
    if (after) found = messages.filter(({ seq }) => seq > Number(after)).slice(0, limit);
    if (around) {
      const from = Math.max(Number(around) - Math.floor(limit / 2), 1);
      found = messages.slice(from - 1, from - 1 + limit);
    }
    return { messages: found, firstSeq: Math.min(1, lastSeq), lastSeq };
  }

  #hello(line: ModelLine, { peopleChange, conversations }: Hello): void {
    const { accountId } = line;
    const cursors = new Map(conversations.map(({ conversationId, change }) => [conversationId, change]));
    line.deliver({
      type: "welcome",
      protocol: 1,
      serverVersion: "model",
      capabilities: [],
      accountId,
      sessionId: "session",
      serverTime: 0,
    });
    line.deliver({ type: "account.changed", account: this.account(accountId) });
    const people = [...this.people.values()].filter(
      ({ id }) => (this.#profileChanges.get(id) ?? 0) > peopleChange,
    );
    line.deliver({ type: "sync.people", people, change: this.#profileChange });
    for (const conversation of this.conversations.values()) {
      const cursor = cursors.get(conversation.id) ?? 0;
      const member = conversation.has(accountId);
      if (!member && cursors.has(conversation.id)) {
        line.deliver({ type: "conversation.removed", conversationId: conversation.id });
      } else if (member && cursor !== conversation.change) this.#sync(line, conversation.id, cursor);
    }
    line.deliver({ type: "sync.done" });
  }

  #sync(line: ModelLine, conversationId: string, change: number): void {
    const conversation = this.conversations.get(conversationId);
    if (!conversation?.has(line.accountId)) {
      line.deliver(errorOf(null, "conversation.not_found"));
      return;
    }
    const state = conversation.state(line.accountId, change, this.changesMax, this.people);
    line.deliver({ type: "conversation.state", state });
  }

  #send(line: ModelLine, frame: SendMessage): void {
    const { requestId, conversationId, id, body } = frame;
    const conversation = this.conversations.get(conversationId);
    const known = conversation?.find(line.accountId, id);
    const refusal = this.#refusalOf(line, conversation, known, body);
    if (refusal || !conversation) {
      line.deliver(errorOf(requestId, refusal ?? "conversation.not_found"));
      return;
    }
    const message = known ?? conversation.write(line.accountId, id, body);
    const { seq, change, sentAt } = message;
    line.deliver({ type: "message.accepted", requestId, conversationId, id, seq, change, sentAt });
    if (!known) this.#publish(conversation, { type: "message.new", message }, line);
  }

  #refusalOf(
    line: ModelLine,
    conversation: ModelConversation | undefined,
    known: Message | undefined,
    body: Body,
  ): ErrorCode | undefined {
    const refusal = this.refusals.shift();
    if (refusal) return refusal;
    if (!conversation?.has(line.accountId)) return "conversation.not_found";
    return known && JSON.stringify(known.body) !== JSON.stringify(body) ? "message.id_conflict" : undefined;
  }

  #publish(conversation: ModelConversation, frame: ServerFrame, except?: ModelLine): void {
    for (const line of this.#lines) {
      if (line !== except && conversation.has(line.accountId)) line.deliver(frame);
    }
  }

  #tellState(conversation: ModelConversation, accountId: string): void {
    const state = conversation.state(accountId, 0, this.changesMax, this.people);
    for (const line of this.#lines) {
      if (line.accountId === accountId) line.deliver({ type: "conversation.state", state });
    }
  }

  #conversation(id: string): ModelConversation {
    const conversation = this.conversations.get(id);
    if (!conversation) throw new Error(`no conversation ${id}`);
    return conversation;
  }

  #person(id: string): Person {
    return this.people.get(id) ?? this.addPerson(id);
  }

  #id(): string {
    return `server-${++this.#ids}`;
  }
}

function errorOf(requestId: string | null, code: ErrorCode): ServerFrame {
  return { type: "error", requestId, code, detail: code, retryAfterMs: null };
}
