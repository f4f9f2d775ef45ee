import { createStore, type Observable } from "../observable.ts";
import type { Call, CallHappened, IceServer, MediaState, ServerFrame } from "../protocol.ts";
import { ApiError } from "../types.ts";
import { CallSession } from "./callSession.ts";
import { participantOf } from "./callStore.ts";
import { lookForKeptCall } from "./comeBack.ts";
import { DeviceBook } from "./deviceBook.ts";
import type { DirectLeg } from "./directLeg.ts";
import type { CallEngine, EngineContext } from "./engine.ts";
import { holdEndpoint, type KeptCall, keepCall } from "./keptCall.ts";
import { LegMaker } from "./legMaker.ts";
import type { LocalMedia } from "./localMedia.ts";
import { OwnMedia } from "./ownMedia.ts";
import type { MediaPlatform } from "./platform.ts";
import { PreparedLeg } from "./preparedLeg.ts";
import { CallRequests } from "./requests.ts";
import { runSelfTest } from "./selfTest.ts";
import type { Check, CurrentCall, DeviceChoice, Devices, MediaChoice, Preview } from "./types.ts";

/** How long a call that is over stays on screen. */
const ENDED_STAYS_MS = 5_000;
/** What happens in a call before its answer is here is kept up to so many. */
const EARLY_MAX = 100;

interface Joining {
  readonly endpointId: string;
  readonly local: LocalMedia;
  readonly leg: DirectLeg | null;
}

/** Starts and joins calls, and holds the one that this tab is in. */
export class Engine implements CallEngine {
  readonly current = createStore<CurrentCall | null>(null);
  readonly devices: Observable<Devices>;
  readonly #context: EngineContext;
  readonly #platform: MediaPlatform;
  readonly #requests: CallRequests;
  readonly #book: DeviceBook;
  readonly #own: OwnMedia;
  readonly #legs: LegMaker;
  readonly #prepared: PreparedLeg;
  #session: CallSession | null = null;
  /** One after the other: a second click finds the call that the first one made. */
  #turn: Promise<unknown> = Promise.resolve();
  #early: CallHappened[] = [];
  #stops: (() => void)[];
  #stopSession: () => void = () => {};
  #stopEnded: () => void = () => {};
  #closed = false;

  constructor(context: EngineContext, platform: MediaPlatform) {
    const { ports, connection, incoming, notify } = context;
    this.#context = context;
    this.#platform = platform;
    const { timers, random } = ports;
    const send: EngineContext["send"] = (frame) => context.send(frame);
    this.#requests = new CallRequests({ timers, random, connection, send });
    this.#book = new DeviceBook(platform, ports.settings, notify);
    this.#own = new OwnMedia(platform, this.#book, timers, notify);
    this.devices = this.#book.state;
    const { accountId } = context;
    const asking = this.#requests;
    this.#legs = new LegMaker({ accountId, platform, timers, asking, session: () => this.#session });
    this.#prepared = new PreparedLeg({
      asking: this.#requests,
      incoming,
      busy: () => this.#session !== null && !this.#session.over,
      uuid: random.uuid,
      makeLeg: (endpointId, iceServers) => this.#legs.direct({ endpointId, iceServers }, true),
      prefetch: () => void platform.loadMediaDevice().catch(() => {}),
    });
    this.#stops = [connection.subscribe(() => this.#lineChanged())];
    lookForKeptCall(ports, context.accountId, (kept) => this.#comeBack(kept));
  }

  start(conversationId: string, choice: MediaChoice): Promise<void> {
    return this.#inTurn(async () => {
      if (this.#isIn((call) => call.conversationId === conversationId)) return;
      await this.leave();
      const { uuid } = this.#context.ports.random;
      const callId = uuid();
      await this.#enter(
        { endpointId: uuid(), local: this.#own.take(), leg: null },
        choice,
        (media, endpointId) =>
          this.#requests.ask({
            type: "start",
            callId,
            conversationId,
            endpointId,
            video: choice.camera,
            media,
          }),
      );
    });
  }

  join(callId: string, choice: MediaChoice): Promise<void> {
    return this.#inTurn(async () => {
      if (this.#isIn((call) => call.id === callId)) return;
      await this.leave();
      const prepared = this.#prepared.take(callId);
      const undo = this.#context.dismiss(callId);
      const endpointId = prepared?.endpointId ?? this.#context.ports.random.uuid();
      const joining = { endpointId, local: this.#own.take(), leg: prepared?.leg ?? null };
      try {
        await this.#enter(joining, choice, (media) =>
          this.#requests.ask({ type: "join", callId, endpointId, media }),
        );
      } catch (error) {
        undo();
        throw error;
      }
    });
  }

  async decline(callId: string): Promise<void> {
    const undo = this.#context.dismiss(callId);
    try {
      await this.#requests.ask({ type: "decline", callId });
    } catch (error) {
      // One that is over needs no declining.
      if (error instanceof ApiError && /^call\.(ended|not_found)$/.test(error.code)) return;
      undo();
      throw error;
    }
  }

  async leave(): Promise<void> {
    const session = this.#session;
    if (!session) return;
    if (session.over) this.#forget();
    else await session.leave();
  }

  async endForAll(): Promise<void> {
    await this.#session?.endForAll();
  }

  async add(accountIds: readonly string[], groupName: string): Promise<void> {
    await this.#session?.add(accountIds, groupName);
  }

  async setMicrophone(on: boolean): Promise<void> {
    await this.#local?.setMicrophone(on);
  }

  async setCamera(on: boolean): Promise<void> {
    await this.#local?.setCamera(on);
  }

  async setScreen(on: boolean): Promise<void> {
    await this.#local?.setScreen(on);
  }

  setHand(raised: boolean): void {
    this.#session?.setHand(raised);
  }

  react(emoji: string): void {
    const session = this.#session;
    if (!session || session.over) return;
    // Shown for a moment at best, so that nothing is said about one that is lost.
    this.#requests.ask({ type: "react", callId: session.callId, emoji }).catch(() => {});
  }

  setTileSize(tileId: string, width: number): void {
    this.#session?.setTileSize(tileId, width);
  }

  async choose(change: Partial<DeviceChoice>): Promise<void> {
    this.#book.choose(change);
    await Promise.all([this.#local?.chosen(change), this.#own.previewed?.chosen(change)]);
  }

  preview(choice: MediaChoice): Preview {
    return this.#own.preview(choice);
  }

  selfTest(report: (check: Check) => void): Promise<void> {
    return runSelfTest({ ...this.#context, platform: this.#platform, asking: this.#requests, report });
  }

  received(frame: ServerFrame): void {
    if (frame.type === "call.reply") this.#requests.replied(frame);
    if (frame.type === "error") this.#requests.refused(frame);
    if (frame.type === "call.changed") this.#session?.update(frame.call);
    if (frame.type === "call.event") this.#happened(frame);
    // Not earlier: only then the server takes requests.
    if (frame.type === "sync.done") void this.#session?.lineBack();
  }

  close(): void {
    this.#closed = true;
    for (const stop of this.#stops.splice(0)) stop();
    this.#prepared.close();
    this.#own.close();
    this.#session?.close();
    this.#forget();
    this.#book.close();
    this.#requests.close();
  }

  get #local(): LocalMedia | null {
    return this.#session && !this.#session.over ? this.#session.local : null;
  }

  /** Enters a call, with devices and server asked at the same time. */
  async #enter(
    { endpointId, local, leg }: Joining,
    choice: MediaChoice,
    ask: (media: MediaState, endpointId: string) => Promise<{ call: Call; iceServers: readonly IceServer[] }>,
  ): Promise<void> {
    const media: MediaState = { ...choice, screen: false, hand: false };
    const ready = local.set(choice);
    try {
      const { call, iceServers } = await ask(media, endpointId);
      if (this.#closed) throw new ApiError("auth.required");
      this.#begin({ endpointId, local, leg, ready }, call, iceServers, media);
    } catch (error) {
      local.close();
      leg?.close();
      throw error;
    }
  }

  #begin(
    joining: Joining & { readonly ready: Promise<void> },
    call: Call,
    iceServers: readonly IceServer[],
    media: MediaState,
  ): void {
    const { endpointId, local, ready, leg } = joining;
    this.#forget();
    this.#context.told(call);
    const release = holdEndpoint(this.#context.ports.locks, endpointId, () => {});
    const makeLeg = this.#legs.makerFor({ endpointId, iceServers }, leg);
    const asking = this.#requests;
    const session = new CallSession(
      { ...this.#context, platform: this.#platform, asking, endpointId, local, ready, makeLeg },
      call,
      media,
    );
    this.#session = session;
    const show = () => this.#sessionChanged(session);
    const stop = session.state.subscribe(show);
    this.#stopSession = () => {
      stop();
      release();
    };
    for (const { callId, event } of this.#early.splice(0)) session.happened(callId, event);
    const newer = this.#context.running.get().find(({ id }) => id === call.id);
    if (newer) session.update(newer);
    show();
  }

  #sessionChanged(session: CallSession): void {
    this.current.set(session.state.get());
    if (!session.over) return;
    this.#stopSession();
    this.#stopEnded();
    this.#stopEnded = this.#context.ports.timers.after(ENDED_STAYS_MS, () => this.#forget());
  }

  #forget(): void {
    this.#stopEnded();
    this.#stopSession();
    this.#session = null;
    this.current.set(null);
  }

  #happened(frame: CallHappened): void {
    if (this.#session && !this.#session.over) this.#session.happened(frame.callId, frame.event);
    else this.#early = [...this.#early, frame].slice(-EARLY_MAX);
  }

  #lineChanged(): void {
    if (this.#context.connection.get().name !== "live") this.#session?.lineLost();
  }

  /** The page was loaded again in the middle of a call. */
  #comeBack({ endpointId, callId, choice }: KeptCall): void {
    const { ports, running, accountId } = this.#context;
    const call = running.get().find(({ id }) => id === callId);
    const mine = call && participantOf(call, accountId);
    const forget = () => keepCall(ports.tabSettings, null);
    if (mine?.endpointId !== endpointId) {
      forget();
      return;
    }
    const joining = { endpointId, local: this.#own.take(), leg: null };
    const back = this.#inTurn(() =>
      this.#enter(joining, choice, (media) =>
        this.#requests.ask({ type: "join", callId, endpointId, media }),
      ),
    );
    // It is still among the running calls, to be joined by hand.
    back.catch(forget);
  }

  #isIn(which: (call: Call) => boolean): boolean {
    const current = this.current.get();
    return current !== null && current.phase !== "ended" && which(current.call);
  }

  #inTurn(task: () => Promise<void>): Promise<void> {
    const done = this.#turn.then(() => task());
    this.#turn = done.catch(() => {});
    return done;
  }
}
