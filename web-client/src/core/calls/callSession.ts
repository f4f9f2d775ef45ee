import { createStore, type Store } from "../observable.ts";
import type { Call, CallEvent, MediaState } from "../protocol.ts";
import { ApiError } from "../types.ts";
import { CallMedia } from "./callMedia.ts";
import { participantOf } from "./callStore.ts";
import { currentCallOf } from "./currentCall.ts";
import type { EngineContext } from "./engine.ts";
import type { Leg } from "./leg.ts";
import { LinkWatch } from "./linkWatch.ts";
import type { LocalMedia } from "./localMedia.ts";
import { MediaTeller } from "./mediaTeller.ts";
import { OwnStreams } from "./ownStreams.ts";
import type { MediaPlatform } from "./platform.ts";
import { Reactions } from "./reactions.ts";
import type { Asking } from "./requests.ts";
import type { CurrentCall, Ending, LinkQuality } from "./types.ts";

const SPEAKING_EVERY_MS = 250;
/** How long one waits to be told of the call that goes on in this one's place. */
const SUCCESSOR_WITHIN_MS = 10_000;
/** Until coming back is tried again, when the server could not take it. */
const REJOIN_AGAIN_MS = 2_000;

export interface SessionContext
  extends Pick<EngineContext, "ports" | "accountId" | "connection" | "running" | "told"> {
  readonly platform: MediaPlatform;
  readonly asking: Asking;
  readonly endpointId: string;
  readonly local: LocalMedia;
  /** When the devices that were wished are there, or refused. */
  readonly ready: Promise<void>;
  makeLeg(call: Call, session: CallSession): Leg;
}

/** The one call that this tab is in, from joining it to its end. */
export class CallSession {
  readonly state: Store<CurrentCall>;
  readonly #context: SessionContext;
  readonly #media: CallMedia;
  readonly #links: LinkWatch;
  #call: Call;
  #line = true;
  #unserved = false;
  #connectedAt: number | null = null;
  #ending: Ending | null = null;
  #movedTo: string | null = null;
  #measured: ReadonlyMap<string, LinkQuality> = new Map();
  readonly #streams: OwnStreams;
  readonly #teller: MediaTeller;
  readonly #stops: (() => void)[];
  readonly #reactions: Reactions;
  #stopTimer: () => void = () => {};
  #stopSpeaking: () => void = () => {};

  /**
   * @param call as the server answered to joining it
   * @param told what the others were told of one's devices when joining
   */
  constructor(context: SessionContext, call: Call, told: MediaState) {
    this.#context = context;
    this.#call = call;
    const { accountId, local, platform, ports } = context;
    const { timers } = ports;
    this.#reactions = new Reactions(timers);
    this.#streams = new OwnStreams((tracks) => platform.stream(tracks));
    const settings = ports.tabSettings;
    this.#teller = new MediaTeller({ ...context, settings, callId: () => this.#call.id }, told);
    this.#media = new CallMedia({ accountId, timers, makeLeg: (of) => context.makeLeg(of, this) }, call);
    this.#links = new LinkWatch(
      accountId,
      timers,
      () => this.#media.samples(),
      (links) => {
        this.#measured = links;
        this.#show();
      },
    );
    this.#media.send(local.state.get().tracks);
    this.state = createStore<CurrentCall>(this.#look(null));
    this.#stops = [
      this.#media.view.subscribe(() => this.#show()),
      local.state.subscribe(() => this.#localChanged()),
      this.#reactions.list.subscribe(() => this.#show()),
      platform.onNetworkChanged(() => this.#media.networkChanged()),
    ];
    this.#teller.keep();
    this.#listen();
    void context.ready.then(() => {
      if (!this.#ending) this.#teller.ready();
    });
    // The one who was called may be in another call.
    if (call.end) this.#callEnded(call.end.reason, call.end.movedTo);
  }

  get callId(): string {
    return this.#call.id;
  }

  get local(): LocalMedia {
    return this.#context.local;
  }

  get over(): boolean {
    return this.#ending !== null;
  }

  /** A call as it stands now, this one or another. */
  update(call: Call): void {
    if (this.#ending) return;
    if (call.id === this.#movedTo && !call.end) this.#moveTo(call);
    if (call.id !== this.#call.id || call.version <= this.#call.version) return;
    this.#call = call;
    if (call.end) {
      this.#callEnded(call.end.reason, call.end.movedTo);
      return;
    }
    // While one comes back, the server may still show one as gone.
    if (this.#line && !this.#stillIn(call)) return;
    this.#media.follow(call);
    this.#show();
  }

  happened(callId: string, event: CallEvent): void {
    if (this.#ending) return;
    if (event.type === "reaction") this.#reactions.add(event.accountId, event.emoji);
    else this.#media.happened(callId, event);
  }

  lineLost(): void {
    this.#line = false;
    this.#show();
  }

  /** The line is back: says that one is still here, and learns what one missed. */
  async lineBack(): Promise<void> {
    if (this.#ending) return;
    const { asking, endpointId, told, connection } = this.#context;
    const media = this.#teller.take();
    try {
      const { call } = await asking.ask({ type: "join", callId: this.#call.id, endpointId, media });
      if (this.#ending || connection.get().name !== "live") return;
      told(call);
      this.#line = true;
      if (call.id === this.#call.id) this.update(call);
      else this.#moveTo(call);
      this.#media.lineBack(this.#call);
      this.#teller.tell();
      this.#show();
    } catch (error) {
      this.#notTakenBack(error);
    }
  }

  /** Direct media found no way: the media service takes over. */
  async useMediaService(): Promise<void> {
    if (this.#ending || !this.#line || this.#call.answeredAt === null) return;
    try {
      await this.#context.asking.ask({ type: "use_media_service", callId: this.#call.id });
    } catch (error) {
      this.serviceRefused(error);
    }
  }

  /** @param error why the media service cannot be used, null when it can */
  serviceRefused(error: unknown): void {
    this.#unserved = error instanceof ApiError && error.code === "call.media_unavailable";
    this.#show();
  }

  setHand(raised: boolean): void {
    this.#teller.raise(raised);
    this.#show();
  }

  setTileSize(tileId: string, width: number): void {
    this.#media.setTileSize(tileId, width);
  }

  /** One goes oneself. Done when the server knows, or will learn of it by the line's silence. */
  async leave(): Promise<void> {
    if (this.#ending) return;
    const { asking, endpointId } = this.#context;
    const wasAway = !this.#line;
    const callId = this.#call.id;
    const media = this.#teller.take();
    const { quality } = this.#finish(this.#call.answeredAt === null ? "cancelled" : "finished");
    // On a new line the server does not know that one is the one who is in the call, before one comes back to it.
    if (wasAway) await asking.ask({ type: "join", callId, endpointId, media }).catch(() => {});
    await asking.ask({ type: "leave", callId, quality }).catch(() => {});
  }

  async endForAll(): Promise<void> {
    await this.#context.asking.ask({ type: "end", callId: this.#call.id });
  }

  async add(accountIds: readonly string[], groupName: string): Promise<void> {
    const callId = this.#call.id;
    const { asking, told } = this.#context;
    const { call } = await asking.ask({ type: "add", callId, accountIds: [...accountIds], groupName });
    told(call);
    if (call.id === this.#call.id) this.update(call);
    else if (!this.#ending) this.#moveTo(call);
  }

  /** Leaves nothing open. */
  close(): void {
    if (!this.#ending) this.#finish("finished");
  }

  #stillIn(call: Call): boolean {
    const mine = participantOf(call, this.#context.accountId);
    const elsewhere = mine?.state === "joined" && mine.endpointId !== this.#context.endpointId;
    if (elsewhere) this.#finish("moved_device");
    else if (mine?.state !== "joined") this.#finish("removed");
    return !this.#ending;
  }

  #callEnded(reason: Ending["reason"], movedTo: string | null): void {
    if (movedTo === null) {
      this.#tellQuality(this.#finish(reason));
      return;
    }
    this.#movedTo = movedTo;
    const successor = this.#context.running.get().find(({ id }) => id === movedTo);
    if (successor) this.#moveTo(successor);
    else this.#wait(SUCCESSOR_WITHIN_MS, () => this.#finish(reason));
  }

  /** A bad call is remembered as such, also when somebody else ended it. */
  #tellQuality({ quality }: Ending): void {
    if (!quality) return;
    this.#context.asking.ask({ type: "leave", callId: this.#call.id, quality }).catch(() => {});
  }

  #moveTo(call: Call): void {
    this.#stopTimer();
    this.#movedTo = null;
    this.#call = call;
    this.#teller.keep();
    this.#media.follow(call);
    this.#show();
  }

  #notTakenBack(error: unknown): void {
    if (this.#ending || !(error instanceof ApiError)) return;
    if (error.code === "call.ended") {
      const { accountId, endpointId, running } = this.#context;
      const successor = running
        .get()
        .find((call) => participantOf(call, accountId)?.endpointId === endpointId && call.id !== this.callId);
      if (successor) {
        this.#moveTo(successor);
        void this.lineBack();
      } else this.#finish("lost");
    } else if (error.code === "call.not_found" || error.code === "call.forbidden") this.#finish("removed");
    else if (error.code === "call.in_another") this.#finish("moved_device");
    else if (this.#context.connection.get().name === "live") {
      this.#wait(REJOIN_AGAIN_MS, () => void this.lineBack());
    }
  }

  #wait(milliseconds: number, run: () => void): void {
    this.#stopTimer();
    this.#stopTimer = this.#context.ports.timers.after(milliseconds, run);
  }

  #localChanged(): void {
    if (this.#ending) return;
    this.#media.send(this.#context.local.state.get().tracks);
    this.#teller.tell();
    this.#show();
  }

  #finish(reason: Ending["reason"]): Ending {
    const { ports, local } = this.#context;
    const durationMs = this.#connectedAt === null ? 0 : ports.timers.now() - this.#connectedAt;
    const ending: Ending = { reason, durationMs, quality: this.#links.cause() };
    this.#ending = ending;
    this.#stopTimer();
    this.#stopSpeaking();
    for (const stop of this.#stops) stop();
    this.#links.close();
    this.#media.close();
    local.close();
    this.#teller.forget();
    this.#show();
    return ending;
  }

  /** Others are heard by what the leg says; oneself, in a direct call, by one's own microphone. */
  #listen(): void {
    this.#stopSpeaking = this.#context.ports.timers.after(SPEAKING_EVERY_MS, () => {
      this.#show();
      this.#listen();
    });
  }

  #show(): void {
    const next = this.#look(this.state.get());
    this.#connectedAt = next.connectedAt;
    this.state.set(next);
  }

  #look(before: CurrentCall | null): CurrentCall {
    const { accountId, local, ports } = this.#context;
    const { tracks } = local.state.get();
    return currentCallOf(
      {
        call: this.#call,
        accountId,
        ending: this.#ending,
        media: this.#media.view.get(),
        local: local.state.get(),
        hand: this.#teller.hand,
        line: this.#line,
        unserved: this.#unserved,
        connectedAt: this.#connectedAt,
        links: this.#measured,
        reactions: this.#reactions.list.get(),
        camera: this.#streams.of(tracks.camera),
        screen: this.#streams.of(tracks.screen),
        ownLevel: () => local.level(),
        now: ports.timers.now(),
      },
      before,
    );
  }
}
