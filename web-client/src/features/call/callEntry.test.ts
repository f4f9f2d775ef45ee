import { describe, expect, it } from "vitest";
import { ENGLISH } from "../../testing/english.tsx";
import { callEntryText } from "./callEntry.ts";
import { watchTime } from "./durations.ts";

const said = (reason: Parameters<typeof callEntryText>[1]["reason"], mine: boolean, video = false) =>
  callEntryText(ENGLISH, { reason, video, durationMs: 754_000 }, mine);

describe("what a past call is called", () => {
  it("tells the caller what the others did, and those called that they missed it", () => {
    expect(said("missed", true)).toBe("Call, no answer");
    expect(said("missed", false)).toBe("Missed call");
    expect(said("cancelled", true)).toBe("Call, given up");
    expect(said("cancelled", false, true)).toBe("Missed video call");
    expect(said("busy", true)).toBe("Call, was in another call");
    expect(said("busy", false)).toBe("Missed call");
    expect(said("declined", true, true)).toBe("Video call, declined");
  });

  it("tells how long it was", () => {
    expect(said("finished", false, true)).toBe("Video call · 12:34");
    expect(said("lost", true)).toBe("Call, lost after 12:34");
  });
});

describe("durations", () => {
  it.each([
    [0, "0:00"],
    [7_400, "0:07"],
    [60_000, "1:00"],
    [3_754_000, "1:02:34"],
    [-5, "0:00"],
  ])("of %d ms are read %s", (ms, read) => {
    expect(watchTime(ms)).toBe(read);
  });
});
