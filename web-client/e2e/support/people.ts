import { randomUUID } from "node:crypto";
import type { APIResponse, Browser, BrowserContext, BrowserContextOptions, Page } from "@playwright/test";
import type { ConversationState, Message, MessagePage, SessionInfo, SignedIn } from "@protocol";
import type { Faults } from "./faults.ts";
import { Screen } from "./screen.ts";

/** One browser profile of a person: its pages share cookies and storage. */
export interface Device {
  readonly context: BrowserContext;
  readonly screen: Screen;
}

/** Somebody, whatever they use. */
export interface Account {
  readonly id: string;
  readonly username: string;
}

export interface Names {
  /** What others see; the user name is made from it. */
  readonly name?: string;
  readonly username?: string;
  readonly invitation?: string;
  readonly device?: BrowserContextOptions;
}

let joined = 0;

/** Makes people on one server, and puts their browsers away in the end. */
export class People {
  readonly #browser: Browser;
  readonly #url: string;
  readonly #faults: Faults;
  readonly #contexts: BrowserContext[] = [];

  constructor(browser: Browser, url: string, faults: Faults) {
    this.#browser = browser;
    this.#url = url;
    this.#faults = faults;
  }

  /** Registers somebody new and shows them the page, signed in. */
  async join(names: Names = {}): Promise<Person> {
    const person = await this.register(names);
    await person.screen.goto();
    return person;
  }

  /** Registers somebody new, whose page is still empty. */
  async register({ name = "Ada", username, invitation, device }: Names = {}): Promise<Person> {
    const login = username ?? usernameOf(name);
    const context = await this.context(device);
    const answer = await context.request.post("/api/accounts", {
      headers: { Origin: this.#url },
      data: {
        username: login,
        email: `${login}@example.org`,
        password: passwordOf(login),
        displayName: name,
        invitation: invitation ?? null,
        deviceName: "Test",
        transport: "cookie",
      },
    });
    const signedIn = (await expectOk(answer).json()) as SignedIn;
    const screen = new Screen(await context.newPage());
    return new Person(
      this,
      this.#url,
      { id: signedIn.person.id, username: login, name },
      { context, screen },
    );
  }

  /** Another browser in which the person is signed in. */
  async anotherDevice(person: Person, options: BrowserContextOptions = {}): Promise<Device> {
    const context = await this.context(options);
    const answer = await context.request.post("/api/session", {
      headers: { Origin: this.#url },
      data: {
        login: person.username,
        password: passwordOf(person.username),
        deviceName: "Another",
        transport: "cookie",
      },
    });
    expectOk(answer);
    const screen = new Screen(await context.newPage());
    await screen.goto();
    return { context, screen };
  }

  /** A browser in which nobody is signed in. */
  async stranger(options: BrowserContextOptions = {}): Promise<Device> {
    const context = await this.context(options);
    return { context, screen: new Screen(await context.newPage()) };
  }

  async context(options: BrowserContextOptions = {}): Promise<BrowserContext> {
    const context = await this.#browser.newContext({ baseURL: this.#url, ...options });
    this.#faults.watch(context);
    this.#contexts.push(context);
    return context;
  }

  async close(): Promise<void> {
    await Promise.all(this.#contexts.map((context) => context.close()));
  }
}

/** Somebody with an account and a browser. What is not the test's subject they do over HTTP. */
export class Person {
  readonly id: string;
  readonly username: string;
  readonly name: string;
  readonly password: string;
  readonly context: BrowserContext;
  readonly screen: Screen;
  readonly #people: People;
  readonly #url: string;

  constructor(
    people: People,
    url: string,
    who: { readonly id: string; readonly username: string; readonly name: string },
    device: Device,
  ) {
    this.#people = people;
    this.#url = url;
    this.id = who.id;
    this.username = who.username;
    this.name = who.name;
    this.password = passwordOf(who.username);
    this.context = device.context;
    this.screen = device.screen;
  }

  get page(): Page {
    return this.screen.page;
  }

  anotherDevice(options?: BrowserContextOptions): Promise<Device> {
    return this.#people.anotherDevice(this, options);
  }

  /** Another tab of the same browser. */
  async anotherTab(): Promise<Screen> {
    const screen = new Screen(await this.context.newPage());
    await screen.goto();
    return screen;
  }

  /** Somebody with an account, found by their user name. */
  async find(username: string): Promise<Account> {
    const answer = await this.#fetch("GET", `/api/people?q=${username}`);
    const found = ((await answer.json()) as Account[]).find((each) => each.username === username);
    if (found === undefined) throw new Error(`There is no ${username}`);
    return found;
  }

  /** Asks others to be contacts. */
  async ask(...others: readonly Account[]): Promise<void> {
    for (const other of others) await this.#fetch("POST", "/api/contacts/requests", { accountId: other.id });
  }

  /** Becomes the contact of others, asked and accepted. */
  async befriend(...others: readonly Person[]): Promise<void> {
    for (const other of others) {
      await this.ask(other);
      await other.#fetch("POST", `/api/contacts/requests/${this.id}/accept`, {});
    }
  }

  /** The id of the direct conversation with a contact. */
  async directWith(other: Account): Promise<string> {
    const answer = await this.#fetch("POST", "/api/conversations/direct", { accountId: other.id });
    return ((await answer.json()) as ConversationState).conversationId;
  }

  /** The id of a new group with contacts. */
  async groupOf(name: string, ...members: readonly Account[]): Promise<string> {
    const id = randomUUID();
    const accountIds = members.map((member) => member.id);
    await this.#fetch("POST", "/api/conversations/groups", { id, name, accountIds });
    return id;
  }

  /** Everything that the server holds of a conversation, in order. */
  async history(conversationId: string): Promise<readonly Message[]> {
    const messages: Message[] = [];
    while (true) {
      const after = messages.at(-1)?.seq ?? 0;
      const answer = await this.#fetch("GET", `/api/conversations/${conversationId}/messages?after=${after}`);
      const page = (await answer.json()) as MessagePage;
      messages.push(...page.messages);
      if (page.messages.length === 0 || messages.at(-1)?.seq === page.lastSeq) return messages;
    }
  }

  async sessions(): Promise<readonly SessionInfo[]> {
    return (await (await this.#fetch("GET", "/api/sessions")).json()) as SessionInfo[];
  }

  /**
   * Sends messages over a socket of their own, as another device would; resolves when all are stored.
   *
   * @param texts written in this order
   */
  async write(conversationId: string, ...texts: readonly string[]): Promise<void> {
    const page = await this.context.newPage();
    try {
      await page.goto("/health");
      await page.evaluate(writeAll, { conversationId, texts });
    } finally {
      await page.close();
    }
  }

  async #fetch(method: string, path: string, data?: unknown): Promise<APIResponse> {
    return expectOk(
      await this.context.request.fetch(this.#url + path, {
        method,
        headers: { Origin: this.#url },
        ...(data !== undefined && { data }),
      }),
    );
  }
}

export function passwordOf(username: string): string {
  return `seven quiet lamps of ${username}`;
}

/** Names are for ever: each is given once, also when a worker begins again. */
export function usernameOf(name: string): string {
  const plain = name
    .normalize("NFD")
    .toLowerCase()
    .replace(/[^a-z]/g, "");
  joined += 1;
  return `${plain.slice(0, 12) || "person"}${process.pid.toString(36)}${joined}`;
}

function expectOk(answer: APIResponse): APIResponse {
  if (!answer.ok()) throw new Error(`${answer.url()} was answered with ${answer.status()}`);
  return answer;
}

/** Runs in the page. */
function writeAll({
  conversationId,
  texts,
}: {
  conversationId: string;
  texts: readonly string[];
}): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(`ws://${location.host}/ws`);
    const say = (frame: object) => socket.send(JSON.stringify(frame));
    let waiting = texts.length;
    socket.onopen = () =>
      say({
        type: "hello",
        protocol: 1,
        client: "test",
        capabilities: [],
        accountChange: 0,
        peopleChange: 0,
        conversations: [],
      });
    socket.onclose = () => reject(new Error("The socket was closed"));
    socket.onmessage = ({ data }) => {
      const frame = JSON.parse(data);
      if (frame.type === "sync.done") {
        for (const text of texts) {
          const id = crypto.randomUUID();
          say({
            type: "message.send",
            requestId: id,
            conversationId,
            id,
            body: { type: "text", text, mentions: [] },
          });
        }
      } else if (frame.type === "message.accepted") {
        waiting -= 1;
        if (waiting > 0) return;
        socket.onclose = () => resolve();
        socket.close();
      } else if (frame.type === "error") {
        reject(new Error(frame.code));
      }
    };
  });
}
