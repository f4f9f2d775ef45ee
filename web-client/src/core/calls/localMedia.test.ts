import { beforeEach, describe, expect, test } from "vitest";
import { FakePlatform, fakeStream, fakeTrack, unplug } from "../testing/fakeMedia.ts";
import { FakeTimers, settled } from "../testing/fakeTimers.ts";
import { DeviceBook } from "./deviceBook.ts";
import { LivePreview } from "./livePreview.ts";
import { LocalMedia } from "./localMedia.ts";
import type { CallNotice } from "./types.ts";

const BOTH = { microphone: true, camera: true };

describe("one's own devices", () => {
  let platform: FakePlatform;
  let book: DeviceBook;
  let local: LocalMedia;
  let notices: CallNotice[];
  let kept: Map<string, string>;
  const state = () => local.state.get();

  beforeEach(() => {
    platform = new FakePlatform();
    notices = [];
    kept = new Map();
    const settings = {
      read: (key: string) => kept.get(key) ?? null,
      write: (key: string, value: string | null) => void kept.set(key, value ?? ""),
    };
    book = new DeviceBook(platform, settings, (notice) => notices.push(notice));
    local = new LocalMedia(platform, book, (notice) => notices.push(notice));
  });

  test("are asked for together, once", async () => {
    await local.set(BOTH);
    expect(platform.asked).toHaveLength(1);
    expect(state().on).toEqual({ microphone: true, camera: true, screen: false });
    await local.set(BOTH);
    expect(platform.asked).toHaveLength(1);
  });

  test("one that cannot be had leaves the other", async () => {
    platform.refusals.video = "NotFoundError";
    await local.set(BOTH);
    expect(state()).toMatchObject({
      on: { microphone: true, camera: false },
      microphoneProblem: null,
      cameraProblem: "missing",
    });
    delete platform.refusals.video;
    await local.setCamera(true);
    expect(state()).toMatchObject({ on: { camera: true }, cameraProblem: null });
  });

  test("nothing at all is a call all the same", async () => {
    platform.refusals.audio = platform.refusals.video = "NotAllowedError";
    await local.set(BOTH);
    expect(state()).toMatchObject({ microphoneProblem: "denied", cameraProblem: "denied" });
    expect(state().tracks).toMatchObject({ microphone: null, camera: null });
  });

  test("a muted microphone keeps its track, a camera that is off lets its light go out", async () => {
    await local.set(BOTH);
    const { microphone, camera } = state().tracks;
    await local.set({ microphone: false, camera: false });
    expect([state().tracks.microphone, microphone?.enabled, microphone?.readyState]).toEqual([
      microphone,
      false,
      "live",
    ]);
    expect([state().tracks.camera, camera?.readyState]).toEqual([null, "ended"]);
  });

  test("another microphone takes the place of the one in use, muted as that one was", async () => {
    await local.set(BOTH);
    await local.setMicrophone(false);
    const before = state().tracks.microphone;
    book.choose({ microphoneId: "other" });
    await local.chosen({ microphoneId: "other" });
    const { microphone } = state().tracks;
    expect(platform.asked.at(-1)).toEqual({
      audio: expect.objectContaining({ deviceId: { exact: "other" } }),
    });
    expect([microphone === before, before?.readyState, microphone?.enabled]).toEqual([false, "ended", false]);
    expect(state().on.microphone).toBe(false);
  });

  test("where the chosen one is not there, another is taken", async () => {
    platform.gone.add("chosen");
    book.choose({ microphoneId: "chosen", cameraId: "chosen" });
    await local.set(BOTH);
    expect(state()).toMatchObject({ microphoneProblem: null, cameraProblem: null });
    expect(state().on).toEqual({ microphone: true, camera: true, screen: false });
    expect(platform.asked.slice(-2)).toEqual([
      { video: expect.objectContaining({ deviceId: { exact: "chosen" } }) },
      { video: expect.not.objectContaining({ deviceId: expect.anything() }) },
    ]);
    expect(book.choice.cameraId).toBe("chosen");
  });

  test("one that the system gives only once is let go first", async () => {
    await local.set(BOTH);
    const before = state().tracks.camera;
    platform.refusals.video = "NotReadableError";
    const chosen = local.chosen({ cameraId: "other" });
    await settled();
    await chosen;
    expect(before?.readyState).toBe("ended");
    expect(state().cameraProblem).toBe("busy");
  });

  test("one that is pulled out is replaced, with a word about it", async () => {
    await local.set(BOTH);
    unplug(state().tracks.microphone);
    await settled();
    expect(state().on.microphone).toBe(true);
    expect(notices).toEqual([{ type: "deviceLost", kind: "microphone", label: "audio" }]);
    platform.refusals.video = "NotFoundError";
    unplug(state().tracks.camera);
    await settled();
    expect(notices[1]).toEqual({ type: "deviceLost", kind: "camera", label: null });
    expect(state()).toMatchObject({ on: { camera: false }, cameraProblem: "missing" });
  });

  test("a screen is shared until the browser's own button ends it", async () => {
    const screen = fakeTrack("video");
    platform.screen = fakeStream([screen, fakeTrack("audio")]);
    await local.setScreen(true);
    expect([state().on.screen, state().tracks.screen, screen.contentHint]).toEqual([true, screen, "detail"]);
    expect(state().tracks.screen_audio).not.toBeNull();
    unplug(screen);
    expect(state().tracks).toMatchObject({ screen: null, screen_audio: null });
    platform.screen = null;
    await local.setScreen(true);
    expect(state().on.screen).toBe(false);
  });

  test("what comes after the end is let go at once", async () => {
    const asked = local.set(BOTH);
    local.close();
    await asked;
    await settled();
    expect(platform.given.every(({ readyState }) => readyState === "ended")).toBe(true);
    expect(state().tracks.camera).toBeNull();
  });

  test("those that come are told of; a chosen speaker that goes is let go", async () => {
    platform.changeDevices([["audiooutput", "headset"]]);
    await settled();
    expect(notices).toEqual([]);
    book.choose({ speakerId: "headset" });
    platform.changeDevices([
      ["audiooutput", "loudspeaker"],
      ["videoinput", "webcam"],
    ]);
    await settled();
    expect(notices).toEqual([
      { type: "deviceAdded", kind: "speaker", label: "loudspeaker" },
      { type: "deviceLost", kind: "speaker", label: "loudspeaker" },
    ]);
    expect(book.choice.speakerId).toBeNull();
    expect(kept.get("chatcall.devices")).toContain("headset");
  });

  test("a preview shows picture and level, and a call goes on with what it has open", async () => {
    const timers = new FakeTimers();
    const preview = new LivePreview(platform, book, timers, local, BOTH);
    await settled();
    platform.level = 0.5;
    timers.advance(100);
    expect(preview.state.get()).toMatchObject({ level: 0.5, choice: BOTH });
    expect(preview.state.get().video?.getVideoTracks()).toEqual([state().tracks.camera]);
    expect(preview.take()).toBe(local);
    preview.close();
    expect(state().tracks.camera?.readyState).toBe("live");
  });
});
