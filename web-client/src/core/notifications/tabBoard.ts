import type { Environment, Ports, Tabs, Timers } from "../ports.ts";

/** What a tab says of itself, on every change and every few seconds while it may be seen. */
interface TabNews {
  readonly kind: "tab";
  readonly tab: string;
  readonly visible: boolean;
  readonly open: string | null;
}

const SAY_EVERY_MS = 5_000;
/** A tab that said nothing for so long is gone. */
const FORGET_AFTER_MS = 12_000;

/** Knows which tabs of this device may be seen and what they show. */
export class TabBoard {
  readonly #tabs: Tabs;
  readonly #timers: Timers;
  readonly #environment: Environment;
  readonly #self: string;
  readonly #others = new Map<string, TabNews & { at: number }>();
  #open: string | null = null;
  #leads = false;
  #stops: (() => void)[] = [];
  #stopTimer: () => void = () => {};

  constructor(ports: Pick<Ports, "tabs" | "timers" | "environment">, self: string) {
    this.#tabs = ports.tabs;
    this.#timers = ports.timers;
    this.#environment = ports.environment;
    this.#self = self;
  }

  start(locks: Ports["locks"]): void {
    this.#stops = [
      this.#tabs.listen((message) => this.#heard(message)),
      this.#environment.onVisible(() => this.#say()),
      // The tab that speaks where none may be seen: the first one, and the next when that is closed.
      locks.hold("chatcall.speaker", () => {
        this.#leads = true;
      }),
    ];
    this.#say();
  }

  stop(): void {
    for (const stop of this.#stops) stop();
    this.#stopTimer();
    this.#leads = false;
    this.#others.clear();
  }

  show(conversationId: string | null): void {
    this.#open = conversationId;
    this.#say();
  }

  /** Whether the conversation is on screen in a tab that may be seen. */
  shows(conversationId: string): boolean {
    const here = this.#environment.visible() && this.#open === conversationId;
    return here || this.#visibleOthers().some(({ open }) => open === conversationId);
  }

  visibleAnywhere(): boolean {
    return this.#environment.visible() || this.#visibleOthers().length > 0;
  }

  /** One tab of all: of those that may be seen the one with the lowest id, where there is none the leading one. */
  speaks(): boolean {
    const seen = this.#visibleOthers().map(({ tab }) => tab);
    if (this.#environment.visible()) return seen.every((tab) => this.#self < tab);
    return seen.length === 0 && this.#leads;
  }

  #visibleOthers(): readonly TabNews[] {
    const oldest = this.#timers.now() - FORGET_AFTER_MS;
    return [...this.#others.values()].filter(({ visible, at }) => visible && at >= oldest);
  }

  #say(): void {
    const visible = this.#environment.visible();
    this.#tabs.send({ kind: "tab", tab: this.#self, visible, open: this.#open } satisfies TabNews);
    this.#stopTimer();
    if (visible) this.#stopTimer = this.#timers.after(SAY_EVERY_MS, () => this.#say());
  }

  #heard(message: unknown): void {
    if (!isTabNews(message)) return;
    this.#others.set(message.tab, { ...message, at: this.#timers.now() });
  }
}

function isTabNews(message: unknown): message is TabNews {
  return typeof message === "object" && message !== null && "kind" in message && message.kind === "tab";
}
