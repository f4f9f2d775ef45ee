import { useEffect, useRef, useState } from "react";
import { useClient } from "../../../app/ClientContext.ts";
import { useMyId } from "../../../app/people.ts";
import type { CurrentCall } from "../../../core/calls/types.ts";
import type { Call } from "../../../core/protocol.ts";
import { type AllTexts, useLaterTexts } from "../../../text/LaterTexts.tsx";

const STAYS_MS = 4_000;

/** Says who came, who went and who raised a hand: on screen for a moment, and read aloud. */
export function Announcer({ current }: { readonly current: CurrentCall }) {
  const texts = useLaterTexts();
  const { state } = useClient();
  const me = useMyId();
  const before = useRef(current.call);
  const [said, setSaid] = useState("");

  useEffect(() => {
    const name = (id: string) => state.person(id).get()?.displayName ?? texts.t("system.someone");
    const news = newsOf(texts, before.current, current.call, me, name);
    before.current = current.call;
    if (news.length > 0) setSaid(news.join(" "));
  }, [current.call, texts, me, state]);
  useEffect(() => {
    if (said === "") return;
    const timer = setTimeout(() => setSaid(""), STAYS_MS);
    return () => clearTimeout(timer);
  }, [said]);

  return (
    <p role="status" data-said={said === "" ? undefined : ""}>
      {said}
    </p>
  );
}

/** What changed between two states of one call, about others than oneself, as sentences. */
export function newsOf(
  { t }: AllTexts,
  before: Call,
  after: Call,
  me: string,
  nameOf: (accountId: string) => string,
): readonly string[] {
  if (before.id !== after.id || after.end !== null) return [];
  return after.participants.flatMap((now) => {
    if (now.accountId === me) return [];
    const then = before.participants.find(({ accountId }) => accountId === now.accountId);
    const name = nameOf(now.accountId);
    if (now.state === "joined" && then?.state !== "joined") return [t("call.joined", { name })];
    if (now.state === "left" && then?.state === "joined") return [t("call.left", { name })];
    if (now.state === "declined" && then?.state === "ringing") return [t("call.declinedBy", { name })];
    if (now.state === "joined" && now.media.hand && !then?.media.hand) return [t("call.raised", { name })];
    return [];
  });
}
