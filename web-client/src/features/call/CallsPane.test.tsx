import { act, render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeAll, expect, it } from "vitest";
import type { CallSummary } from "../../core/protocol.ts";
import { conversationOf, fakeClient, fakeSurroundings } from "../../testing/fakeClient.tsx";
import { loadLaterTexts } from "../../text/texts.ts";
import { CallsPane } from "./CallsPane.tsx";
import { ConnectivityPage } from "./ConnectivityPage.tsx";

beforeAll(async () => {
  await loadLaterTexts("en");
});

const past = (id: string, change: Partial<CallSummary> = {}): CallSummary => ({
  id,
  conversationId: "conversation-1",
  startedBy: "ben",
  video: false,
  startedAt: 0,
  reason: "finished",
  durationMs: 61_000,
  accountIds: ["ben", "me"],
  myState: "left",
  quality: null,
  ...change,
});

it("past calls are listed page by page, and each can be made again", async () => {
  const world = fakeClient();
  world.know(conversationOf("conversation-1", ["ben"]));
  world.calls.pages = [
    { calls: [past("2", { reason: "missed", myState: "unanswered" })], more: true },
    { calls: [past("1")], more: false },
  ];
  const { around, stage } = fakeSurroundings(world);
  await act(async () => render(around(<CallsPane />)));
  expect(await screen.findByText("Missed call")).toBeTruthy();
  await userEvent.click(screen.getByRole("button", { name: "Earlier calls" }));
  expect(await screen.findByText("Call · 1:01")).toBeTruthy();
  expect(world.calls.asked).toEqual(["history null", "history 2"]);
  await userEvent.click(screen.getAllByRole("button", { name: "Call Ben" })[0] as HTMLElement);
  expect(stage.state.get().preparing).toEqual({
    conversationId: "conversation-1",
    camera: false,
    callId: null,
  });
});

it("nobody called yet is told with what to do", async () => {
  const { around } = fakeSurroundings(fakeClient());
  await act(async () => render(around(<CallsPane />)));
  expect(await screen.findByText("No calls yet")).toBeTruthy();
});

it("the check names each failure with its remedy", async () => {
  const world = fakeClient();
  world.calls.checks = [
    { name: "webSocket", state: "passed", detail: "12 ms", problem: null },
    { name: "camera", state: "failed", detail: null, problem: "denied" },
    { name: "turn", state: "failed", detail: null, problem: "turn_refused" },
    { name: "mediaUdp", state: "skipped", detail: null, problem: "not_checked" },
  ];
  const { around } = fakeSurroundings(world);
  await act(async () => render(around(<ConnectivityPage />)));
  expect(await screen.findByText("2 problems found")).toBeTruthy();
  expect(screen.getByText("12 ms")).toBeTruthy();
  expect(screen.getByText(/may not use the camera/)).toBeTruthy();
  expect(screen.getByText(/CHATCALL_TURN_SECRET/)).toBeTruthy();
});
