import { act, render, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { ToastList } from "../../app/ToastList.tsx";
import type { CurrentCall } from "../../core/calls/types.ts";
import { callOf, currentOf, participant, tileOf } from "../../testing/fakeCalls.ts";
import { conversationOf, fakeClient, fakeSurroundings } from "../../testing/fakeClient.tsx";
import { loadLaterTexts } from "../../text/texts.ts";
import { CallLayer } from "./CallLayer.tsx";

let world: ReturnType<typeof fakeClient>;
let around: ReturnType<typeof fakeSurroundings>;

beforeAll(async () => {
  // Nobody has pressed anything yet, so nothing makes a sound.
  Object.defineProperty(navigator, "userActivation", { value: { hasBeenActive: false } });
  await Promise.all([import("./CallScreens.tsx"), loadLaterTexts("en")]);
});

beforeEach(() => {
  world = fakeClient();
  world.know(conversationOf("conversation-1", ["ben"]));
  world.know(conversationOf("group-1", ["ben", "clara", "dora"], "Summer house"));
  around = fakeSurroundings(world);
});

const show = () =>
  render(
    around.around(
      <>
        <CallLayer />
        <ToastList />
      </>,
    ),
  );
const button = (name: string) => screen.findByRole("button", { name });
const inCall = (change: Partial<CurrentCall> = {}) => act(() => world.calls.current.set(currentOf(change)));
const rings = () =>
  act(() =>
    world.calls.incoming.set([
      callOf({ participants: [participant("ben"), participant("me", { state: "ringing" })] }),
    ]),
  );

describe("somebody rings", () => {
  it("who it is and how stands on a card, and the title tells it too", async () => {
    document.title = "ChatCall";
    show();
    rings();
    const card = await screen.findByRole("dialog", { name: "Ben" });
    expect(within(card).getByText("Video call")).toBeTruthy();
    expect(document.title).toBe("Ben is calling");
    act(() => world.calls.incoming.set([]));
    await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
    expect(document.title).toBe("ChatCall");
  });

  it("is answered with sound alone or with the camera, and leads to the conversation", async () => {
    show();
    rings();
    await userEvent.click(await button("Accept"));
    expect(world.calls.asked).toContain('join call-1 {"microphone":true,"camera":false}');
    expect(around.route.get()).toEqual({ name: "conversation", id: "conversation-1" });
    await userEvent.click(await button("With video"));
    expect(world.calls.asked).toContain('join call-1 {"microphone":true,"camera":true}');
  });

  it("is declined by its button, and by no key", async () => {
    show();
    rings();
    const card = await screen.findByRole("dialog", { name: "Ben" });
    await waitFor(() => expect(document.activeElement).toBe(card));
    await userEvent.keyboard("{Escape}{Enter} ");
    expect(world.calls.asked).toEqual([]);
    expect(screen.getByRole("dialog", { name: "Ben" })).toBeTruthy();
    await userEvent.click(await button("Decline"));
    expect(world.calls.asked).toContain("decline call-1");
  });

  it("is told of once it was answered or declined elsewhere, or missed", async () => {
    show();
    rings();
    await screen.findByRole("dialog");
    act(() => world.calls.tell({ type: "answeredElsewhere", callId: "call-1" }));
    expect(await screen.findByText("Answered on another device")).toBeTruthy();
    act(() => world.calls.tell({ type: "declinedElsewhere", callId: "call-1" }));
    expect(await screen.findByText("Declined on another device")).toBeTruthy();
    act(() => world.calls.tell({ type: "missed", call: callOf({ id: "call-2" }) }));
    expect(await screen.findByText("Missed video call")).toBeTruthy();
  });
});

describe("before a call", () => {
  const prepare = () =>
    act(() => around.stage.prepare({ conversationId: "conversation-1", camera: true, callId: null }));

  it("one sees oneself, then rings with what one chose", async () => {
    show();
    prepare();
    await screen.findByRole("dialog", { name: "Call Ben" });
    await userEvent.click(await button("Camera off"));
    await userEvent.click(await button("Call"));
    expect(world.calls.asked).toContain('start conversation-1 {"microphone":true,"camera":false}');
    await waitFor(() => expect(world.calls.asked).toContain("preview.close"));
  });

  it("what is denied is told with what to do about it", async () => {
    show();
    world.calls.previewState.update((state) => ({ ...state, cameraProblem: "denied" }));
    prepare();
    expect(await screen.findByText(/may not use the camera.*allow it/)).toBeTruthy();
  });

  it("is not asked again by who does not want it", async () => {
    show();
    prepare();
    await userEvent.click(await screen.findByRole("checkbox", { name: "Don't show this again" }));
    expect(world.preferences.get().callPreview).toBe(false);
  });

  it("is over when the other one rings first", async () => {
    show();
    prepare();
    await screen.findByRole("dialog", { name: "Call Ben" });
    rings();
    expect(await screen.findByRole("dialog", { name: "Ben" })).toBeTruthy();
    act(() => world.calls.incoming.set([]));
    await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
  });
});

describe("in a call", () => {
  it("everything of the bar does what its name says", async () => {
    show();
    inCall();
    for (const name of ["Mute", "Camera off", "Share the screen", "Raise hand", "Leave the call"]) {
      await userEvent.click(await button(name));
    }
    const asked = world.calls.asked.filter((words) => !words.startsWith("setTileSize"));
    expect(asked).toEqual([
      "setMicrophone false",
      "setCamera false",
      "setScreen true",
      "setHand true",
      "leave",
    ]);
  });

  it("m and v switch, the space bar lets a muted one talk while it is held", async () => {
    show();
    inCall({ self: { ...currentOf().self, microphone: false } });
    await button("Unmute");
    world.calls.asked.length = 0;
    await userEvent.keyboard("mv[Space>][/Space]");
    const asked = world.calls.asked.filter((words) => !words.startsWith("setTileSize"));
    expect(asked).toEqual([
      "setMicrophone true",
      "setCamera false",
      "setMicrophone true",
      "setMicrophone false",
    ]);
  });

  it("keys that one writes with do nothing to the call", async () => {
    show();
    inCall();
    await button("Mute");
    world.calls.asked.length = 0;
    const field = document.createElement("textarea");
    document.body.append(field);
    await userEvent.type(field, "move v ");
    field.remove();
    expect(world.calls.asked.filter((words) => /^set(Micro|Cam)/.test(words))).toEqual([]);
  });

  it("goes on in the corner when one goes elsewhere, and comes back from there", async () => {
    show();
    inCall();
    await button("Share the screen");
    act(() => around.route.set({ name: "contacts" }));
    expect(screen.queryByRole("button", { name: "Share the screen" })).toBeNull();
    await userEvent.click(await button("Back to the call"));
    expect(await button("Share the screen")).toBeTruthy();
    await userEvent.keyboard("{Escape}");
    expect(await button("Back to the call")).toBeTruthy();
  });

  it("does not come over what one reads when it ends in the corner", async () => {
    show();
    inCall();
    await button("Share the screen");
    act(() => around.stage.minimise());
    inCall({ phase: "ended", ending: { reason: "finished", durationMs: 61_000, quality: null } });
    expect(await screen.findByText("Call ended")).toBeTruthy();
    expect(screen.queryByRole("main")).toBeNull();
    await userEvent.click(await button("Close"));
    expect(world.calls.asked).toContain("leave");
  });

  it("takes along who looks at its conversation when it moves to a group", async () => {
    show();
    act(() => around.route.set({ name: "conversation", id: "conversation-1" }));
    inCall();
    act(() => around.stage.show());
    await button("Mute");
    inCall({ call: callOf({ id: "call-2", conversationId: "group-1", route: "media_service" }) });
    expect(around.route.get()).toEqual({ name: "conversation", id: "group-1" });
    expect(await button("Share the screen")).toBeTruthy();
    expect(around.stage.state.get().minimised).toBe(false);
  });

  it("says aloud who came, went, and raised a hand", async () => {
    show();
    const with_ = (...others: ReturnType<typeof participant>[]) =>
      inCall({ call: callOf({ conversationId: "group-1", participants: [participant("me"), ...others] }) });
    with_(participant("ben"));
    await button("Mute");
    with_(participant("ben"), participant("clara"));
    expect(await screen.findByText("Clara joined.")).toBeTruthy();
    const media = { microphone: true, camera: false, screen: false, hand: true };
    with_(participant("ben", { media }), participant("clara", { state: "left" }));
    expect(await screen.findByText("Ben raised a hand. Clara left.")).toBeTruthy();
  });

  it("every problem has a sentence and a way on", async () => {
    show();
    inCall({ problem: "media" });
    expect(await screen.findByText(/don't get through/)).toBeTruthy();
    await userEvent.click(await button("Check the connection"));
    expect(around.route.get()).toEqual({ name: "connectivity" });
    inCall({ self: { ...currentOf().self, microphoneProblem: "missing" } });
    act(() => around.stage.show());
    expect(await screen.findByText(/No microphone was found/)).toBeTruthy();
  });

  it("people are added: a call between two becomes a group named after its people", async () => {
    show();
    inCall();
    await userEvent.click(await button("More"));
    await userEvent.click(await screen.findByRole("menuitem", { name: "Add people" }));
    const dialog = await screen.findByRole("dialog", { name: "Add people" });
    await userEvent.click(within(dialog).getByRole("checkbox", { name: "Choose Clara" }));
    expect((within(dialog).getByLabelText("Group name") as HTMLInputElement).value).toBe("Ben, Me, Clara");
    await userEvent.click(within(dialog).getByRole("button", { name: "Call" }));
    expect(world.calls.asked).toContain('add ["clara"] Ben, Me, Clara');
  });

  it("is ended for everybody only by who looks after the group, and after a question", async () => {
    show();
    inCall({ call: callOf({ conversationId: "group-1" }) });
    await userEvent.click(await button("More"));
    await userEvent.click(await screen.findByRole("menuitem", { name: "End for everybody" }));
    const question = await screen.findByRole("alertdialog");
    expect(world.calls.asked).not.toContain("endForAll");
    await userEvent.click(within(question).getByRole("button", { name: "End for everybody" }));
    await waitFor(() => expect(world.calls.asked).toContain("endForAll"));
  });

  it("tells how good each connection is", async () => {
    show();
    const link = {
      grade: "poor",
      roundTripMs: 48.4,
      lossIn: 0.012,
      lossOut: null,
      kbitIn: 1240,
      kbitOut: null,
      videoCodec: "VP8",
      audioCodec: "opus",
      framesPerSecond: 24,
      width: 1280,
      height: 720,
      way: "relayed",
    } as const;
    inCall({ links: new Map([["ben", link]]) });
    await userEvent.click(await button("More"));
    await userEvent.click(await screen.findByRole("menuitem", { name: "Connection quality" }));
    const dialog = await screen.findByRole("dialog", { name: "Connection quality" });
    for (const fact of ["48 ms", "1.2%", "1,240 kbit/s", "1280 × 720, 24 fps", "opus, VP8", "Relayed"]) {
      expect(within(dialog).getByText(fact)).toBeTruthy();
    }
    expect(within(dialog).queryByText("Sends")).toBeNull();
  });

  it("ends with how long it was and why it was bad, and can be made again", async () => {
    show();
    inCall({
      phase: "ended",
      tiles: [tileOf("me")],
      ending: { reason: "finished", durationMs: 754_000, quality: "uplink" },
    });
    expect(await screen.findByText("Call ended")).toBeTruthy();
    expect(screen.getByText("12:34")).toBeTruthy();
    expect(screen.getByText(/your uplink lost data/)).toBeTruthy();
    await userEvent.click(await button("Call again"));
    await waitFor(() =>
      expect(world.calls.asked).toContain('start conversation-1 {"microphone":true,"camera":true}'),
    );
    expect(world.calls.asked).toContain("leave");
  });
});
