import type {
  Body,
  Conversation,
  ConversationState,
  Message,
  Participant,
  Person,
  ReadPointer,
  ServerFrame,
} from "../protocol.ts";

interface Row extends Participant {
  readonly change: number;
}

/** One conversation as the server keeps it, in as few words as possible. */
export class ModelConversation {
  readonly id: string;
  readonly messages: Message[] = [];
  change = 0;
  readonly #rows = new Map<string, Row>();
  readonly #mentions = new Map<string, number[]>();
  #conversation: Conversation;
  #detailChange = 0;

  constructor(conversation: Conversation, members: readonly string[]) {
    this.id = conversation.id;
    this.#conversation = conversation;
    const [creator] = members;
    for (const accountId of members) this.#admit(accountId, 1);
    this.#detailChange = 1;
    this.write(creator ?? "", `${conversation.id}-created`, {
      type: "group.created",
      name: conversation.name ?? "",
    });
  }

  get lastSeq(): number {
    return this.messages.length;
  }

  members(): readonly string[] {
    return [...this.#rows.values()].filter(({ active }) => active).map(({ accountId }) => accountId);
  }

  has(accountId: string): boolean {
    return this.#rows.get(accountId)?.active ?? false;
  }

  find(senderId: string, id: string): Message | undefined {
    return this.messages.find((message) => message.senderId === senderId && message.id === id);
  }

  /** Stores a message under the next numbers. */
  write(senderId: string, id: string, body: Body): Message {
    this.change += 1;
    const seq = this.lastSeq + 1;
    const message = {
      conversationId: this.id,
      id,
      seq,
      change: this.change,
      senderId,
      sentAt: 1_000 + seq,
      body,
    };
    this.messages.push(message);
    const row = this.#rows.get(senderId);
    if (row) this.#rows.set(senderId, { ...row, readSeq: seq, deliveredSeq: seq });
    const mentioned = body.type === "text" ? body.mentions.filter((accountId) => this.has(accountId)) : [];
    for (const accountId of mentioned)
      this.#mentions.set(accountId, [...(this.#mentions.get(accountId) ?? []), seq]);
    return message;
  }

  rename(actor: string, id: string, name: string): ServerFrame {
    this.#conversation = { ...this.#conversation, name };
    const message = this.write(actor, id, { type: "group.renamed", name });
    this.#detailChange = this.change;
    return this.#changed(message, []);
  }

  add(actor: string, id: string, person: Person): ServerFrame {
    const message = this.write(actor, id, { type: "members.added", accountIds: [person.id] });
    this.#admit(person.id, this.change, message.seq - 1);
    return this.#changed(message, [person]);
  }

  remove(actor: string, id: string, accountId: string): ServerFrame {
    const message = this.write(actor, id, { type: "member.removed", accountId });
    const row = this.#rows.get(accountId);
    if (row) this.#rows.set(accountId, { ...row, active: false, change: this.change });
    return this.#changed(message, []);
  }

  /** Moves pointers forward; null where nothing moves. */
  move(accountId: string, readSeq: number, deliveredSeq: number): ServerFrame | null {
    const row = this.#rows.get(accountId);
    if (!row) return null;
    const read = Math.max(row.readSeq, Math.min(readSeq, this.lastSeq));
    const delivered = Math.max(row.deliveredSeq, read, Math.min(deliveredSeq, this.lastSeq));
    if (read === row.readSeq && delivered === row.deliveredSeq) return null;
    this.change += 1;
    this.#rows.set(accountId, { ...row, readSeq: read, deliveredSeq: delivered, change: this.change });
    const pointers: ReadPointer[] = [{ accountId, readSeq: read, deliveredSeq: delivered }];
    return { type: "receipts.moved", conversationId: this.id, change: this.change, pointers };
  }

  /**
   * As one person sees it.
   *
   * @param changesMax who missed more starts afresh
   */
  state(
    me: string,
    cursor: number,
    changesMax: number,
    people: ReadonlyMap<string, Person>,
  ): ConversationState {
    const from = cursor > this.change || this.change - cursor > changesMax ? 0 : cursor;
    const rows = [...this.#rows.values()].filter((row) => (from === 0 ? row.active : row.change > from));
    const readSeq = this.#rows.get(me)?.readSeq ?? 0;
    const mentions = (this.#mentions.get(me) ?? []).filter((seq) => seq > readSeq).slice(-100);
    return {
      conversationId: this.id,
      since: from === 0 ? null : from,
      change: this.change,
      lastSeq: this.lastSeq,
      conversation: this.#detailChange > from ? this.#conversation : null,
      participants: rows.map(participantOf),
      messages: from === 0 ? this.messages.slice(-1) : this.messages.filter(({ change }) => change > from),
      unreadMentions: from === 0 ? mentions : [],
      people: rows.flatMap(({ accountId }) => people.get(accountId) ?? []),
    };
  }

  #admit(accountId: string, change: number, read = 0): void {
    const row = this.#rows.get(accountId);
    const pointer = Math.max(row?.readSeq ?? 0, read);
    const delivered = Math.max(row?.deliveredSeq ?? 0, read);
    this.#rows.set(accountId, {
      accountId,
      role: "member",
      active: true,
      readSeq: pointer,
      deliveredSeq: delivered,
      change,
    });
  }

  #changed(message: Message, people: Person[]): ServerFrame {
    const participants = [...this.#rows.values()]
      .filter(({ change }) => change === this.change)
      .map(participantOf);
    return {
      type: "conversation.changed",
      conversationId: this.id,
      change: this.change,
      message,
      conversation: this.#conversation,
      participants,
      people,
    };
  }
}

function participantOf({ accountId, role, active, readSeq, deliveredSeq }: Row): Participant {
  return { accountId, role, active, readSeq, deliveredSeq };
}
