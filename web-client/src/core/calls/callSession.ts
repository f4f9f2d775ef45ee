import type { Observable } from "../observable.ts";
import type { Call, CallEvent, MediaState } from "../protocol.ts";
import { ApiError } from "../types.ts";
import { CallMedia } from "./callMedia.ts";
import { participantOf } from "./callStore.ts";
import { CallView } from "./callView.ts";
import type { EngineContext } from "./engine.ts";
import type { Leg } from "./leg.ts";
import type { LocalMedia } from "./localMedia.ts";
import { MediaTeller } from "./mediaTeller.ts";
import type { MediaPlatform } from "./platform.ts";
import type { Asking } from "./requests.ts";
import type { CurrentCall, Ending } from "./types.ts";

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
  readonly #context: SessionContext;
  readonly #media: CallMedia;
  #call: Call;
  #line = true;
  #unserved = false;
  #ending: Ending | null = null;
  #movedTo: string | null = null;
  readonly #teller: MediaTeller;
  readonly #view: CallView;
  readonly #stops: (() => void)[];
  #stopTimer: () => void = () => {};

  /**
   * @param call as the server answered to joining it
   * @param told what the others were told of one's devices when joining
   */
  constructor(context: SessionContext, call: Call, told: MediaState) {
    this.#context = context;
    this.#call = call;
    const { accountId, local, platform, ports } = context;
    const { timers } = ports;
    const settings = ports.tabSettings;
    this.#teller = new MediaTeller({ ...context, settings, callId: () => this.#call.id }, told);
    this.#media = new CallMedia({ accountId, timers, makeLeg: (of) => context.makeLeg(of, this) }, call);
    this.#media.send(local.state.get().tracks);
    this.#view = new CallView({
      ...context,
      timers,
      samples: () => this.#media.samples(),
      standing: () => ({
        call: this.#call,
        ending: this.#ending,
        media: this.#media.view.get(),
        hand: this.#teller.hand,
        line: this.#line,
        unserved: this.#unserved,
      }),
    });
    this.#stops = [
      this.#media.view.subscribe(() => this.#show()),
      local.state.subscribe(() => this.#localChanged()),
      platform.onNetworkChanged(() => this.#media.networkChanged()),
    ];
    this.#teller.keep();
    void context.ready.then(() => {
      if (!this.#ending) this.#teller.ready();
    });
    // The one who was called may be in another call.
    if (call.end) this.#callEnded(call.end.reason, call.end.movedTo);
  }

  get state(): Observable<CurrentCall> {
    return this.#view.state;
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
    if (event.type === "reaction") this.#view.reactions.add(event.accountId, event.emoji);
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
    const ending: Ending = { reason, durationMs: this.#view.durationMs(), quality: this.#view.cause() };
    this.#ending = ending;
    this.#stopTimer();
    for (const stop of this.#stops) stop();
    this.#view.close();
    this.#media.close();
    this.#context.local.close();
    this.#teller.forget();
    this.#show();
    return ending;
  }

  #show(): void {
    this.#view.show();
  }
}
