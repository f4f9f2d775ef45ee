import type { ReconnectPolicy } from "../connection/reconnectPolicy.ts";
import type { Api, OpenApi } from "../http/api.ts";
import { createStore, type Observable } from "../observable.ts";
import type { Environment, Ports, Tabs, Timers } from "../ports.ts";
import type { Register, SignedIn, SignIn } from "../protocol.ts";
import { ApiError, type Session } from "../types.ts";
import type { Access } from "./access.ts";

/** What a tab tells the others when somebody signs in or out. */
interface SessionNews {
  readonly kind: "session";
  readonly accountId: string | null;
}

/**
 * Who is signed in on this device. All tabs are in the same session, because they share its cookies: what one does,
 * the others follow.
 */
export class SessionKeeper {
  readonly #session = createStore<Session>({ state: "starting", unreachable: false });
  readonly #openApi: OpenApi;
  readonly #api: Api;
  readonly #access: Access;
  readonly #policy: ReconnectPolicy;
  readonly #timers: Timers;
  readonly #tabs: Tabs;
  readonly #environment: Environment;
  readonly #device: string;
  #stops: (() => void)[] = [];
  #stopRetry: () => void = () => {};
  #tries = 0;

  constructor(
    ports: Pick<Ports, "timers" | "tabs" | "environment" | "program">,
    openApi: OpenApi,
    api: Api,
    access: Access,
    policy: ReconnectPolicy,
  ) {
    this.#openApi = openApi;
    this.#api = api;
    this.#access = access;
    this.#policy = policy;
    this.#timers = ports.timers;
    this.#tabs = ports.tabs;
    this.#environment = ports.environment;
    this.#device = ports.program.device;
  }

  get session(): Observable<Session> {
    return this.#session;
  }

  start(): void {
    this.#session.set({ state: "starting", unreachable: false });
    this.#stops = [
      this.#tabs.listen((message) => this.#heard(message)),
      this.#environment.onOnline(() => this.#retryNow()),
      this.#environment.onVisible(() => this.#retryNow()),
    ];
    void this.#findOut();
  }

  stop(): void {
    for (const stop of this.#stops) stop();
    this.#stops = [];
    this.#stopRetry();
    this.#access.rest();
  }

  async signIn(input: Omit<SignIn, "transport" | "deviceName">): Promise<void> {
    this.#entered(await this.#openApi.signIn({ ...input, transport: "cookie", deviceName: this.#device }));
  }

  async register(input: Omit<Register, "transport" | "deviceName">): Promise<void> {
    this.#entered(await this.#openApi.register({ ...input, transport: "cookie", deviceName: this.#device }));
  }

  /**
   * Tells the server; a session that is over already is no failure.
   *
   * @param forget deletes what this device keeps
   */
  async signOut(forget: () => Promise<void>): Promise<void> {
    try {
      await this.#api.signOut();
    } catch (error) {
      if (!(error instanceof ApiError) || !error.code.startsWith("auth.")) throw error;
    }
    await forget();
    this.#leave(false);
  }

  /** The cookies turn out to be another person's. */
  becomes(accountId: string): void {
    this.#signedIn(accountId);
  }

  /** The server ended the session. */
  ended(): void {
    if (this.#session.get().state === "signedIn") this.#leave(true);
  }

  #entered({ value, date }: { value: SignedIn; date: number | null }): void {
    this.#access.given(value, date);
    this.#signedIn(value.person.id);
    this.#tell(value.person.id);
  }

  #signedIn(accountId: string): void {
    this.#stopRetry();
    this.#tries = 0;
    this.#access.keepFresh();
    this.#session.update((held) =>
      held.state === "signedIn" && held.accountId === accountId ? held : { state: "signedIn", accountId },
    );
  }

  #leave(ended: boolean): void {
    this.#stopRetry();
    this.#access.forget();
    this.#session.set({ state: "signedOut", ended });
    this.#tell(null);
  }

  #tell(accountId: string | null): void {
    this.#tabs.send({ kind: "session", accountId } satisfies SessionNews);
  }

  #heard(message: unknown): void {
    if (!isSessionNews(message)) return;
    if (message.accountId !== null) this.#signedIn(message.accountId);
    else if (this.#session.get().state === "signedIn") {
      this.#access.rest();
      this.#session.set({ state: "signedOut", ended: false });
    }
  }

  async #findOut(): Promise<void> {
    const wasSignedIn = this.#access.current() !== null;
    try {
      const account = await this.#api.account();
      if (this.#session.get().state === "starting") this.#signedIn(account.person.id);
    } catch (error) {
      if (this.#session.get().state !== "starting") return;
      if (error instanceof ApiError && error.code.startsWith("auth.")) {
        this.#access.forget();
        this.#session.set({ state: "signedOut", ended: wasSignedIn });
      } else {
        this.#session.set({ state: "starting", unreachable: true });
        const retry = error instanceof ApiError ? error.retryAfterMs : null;
        const wait = this.#policy.delay(this.#tries++);
        this.#stopRetry = this.#timers.after(Math.max(wait, retry ?? 0), () => void this.#findOut());
      }
    }
  }

  #retryNow(): void {
    const session = this.#session.get();
    if (session.state !== "starting" || !session.unreachable || !this.#environment.visible()) return;
    this.#stopRetry();
    void this.#findOut();
  }
}

function isSessionNews(message: unknown): message is SessionNews {
  return typeof message === "object" && message !== null && "kind" in message && message.kind === "session";
}
