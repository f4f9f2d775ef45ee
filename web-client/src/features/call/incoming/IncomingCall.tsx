import { Dialog as Base } from "@base-ui/react/dialog";
import { type KeyboardEvent, useRef } from "react";
import { usePerson } from "../../../app/people.ts";
import { useAction } from "../../../app/useAction.ts";
import type { Call } from "../../../core/protocol.ts";
import { useLaterTexts } from "../../../text/LaterTexts.tsx";
import { Avatar } from "../../../ui/Avatar.tsx";
import { classes } from "../../../ui/classes.ts";
import { CallIcon, VideoIcon } from "../../../ui/icons.ts";
import { HangUpIcon } from "../../../ui/laterIcons.ts";
import { peopleOf, useCallFace } from "../useCallFace.ts";
import { useCalls } from "../useCalls.ts";
import { useStartCall } from "../useStartCall.ts";
import styles from "./IncomingCall.module.css";
import { useRinging } from "./useRinging.ts";

/** Somebody rings. Only its buttons end it: no key may do so by accident, so none of them has the focus at first. */
export function IncomingCall({ call }: { readonly call: Call }) {
  const { t } = useLaterTexts();
  const calls = useCalls();
  const run = useAction();
  const { enter } = useStartCall();
  const card = useRef<HTMLDivElement>(null);
  const face = useCallFace({ conversationId: call.conversationId, people: peopleOf(call) });
  const caller = usePerson(call.startedBy);
  const name = caller?.displayName ?? t("system.someone");
  const kind = call.video ? "video" : "voice";
  const text = face.group ? t("call.ringsIn", { kind, group: face.name }) : t("call.ringsYou", { kind });
  useRinging(call, { title: t("call.callsYou", { name }), text });

  const accept = (camera: boolean) => () => enter(call.conversationId, call.id, { microphone: true, camera });
  const keepOpen = (event: KeyboardEvent) => {
    if (event.key === "Escape") event.stopPropagation();
  };
  return (
    <Base.Root open onOpenChange={() => {}}>
      <Base.Portal>
        <Base.Backdrop className={styles.scrim} />
        <Base.Viewport className={styles.viewport}>
          <Base.Popup ref={card} className={styles.card} initialFocus={card} onKeyDown={keepOpen}>
            <div className={styles.who}>
              <span className={styles.waves}>
                <Avatar
                  id={face.group ? face.id : call.startedBy}
                  name={face.group ? face.name : name}
                  pictureUrl={face.pictureUrl}
                  size={96}
                />
              </span>
              <Base.Title className={styles.name}>
                <bdi>{name}</bdi>
              </Base.Title>
              <Base.Description className={styles.text}>{text}</Base.Description>
            </div>
            <div className={styles.answers}>
              <Answer
                label={t("call.decline")}
                look={styles.decline}
                icon={<HangUpIcon size={26} />}
                onClick={() => run(() => calls.decline(call.id))}
              />
              <span className={styles.space} />
              <Answer
                label={t("call.accept")}
                look={styles.accept}
                icon={<CallIcon size={24} />}
                onClick={accept(false)}
              />
              <Answer
                label={t("call.acceptVideo")}
                look={styles.accept}
                icon={<VideoIcon size={24} />}
                onClick={accept(true)}
              />
            </div>
          </Base.Popup>
        </Base.Viewport>
      </Base.Portal>
    </Base.Root>
  );
}

interface AnswerProps {
  readonly label: string;
  readonly look: string | undefined;
  readonly icon: React.ReactNode;
  readonly onClick: () => void;
}

function Answer({ label, look, icon, onClick }: AnswerProps) {
  return (
    <button type="button" className={styles.answer} onClick={onClick}>
      <span className={classes(styles.disc, look)}>{icon}</span>
      {label}
    </button>
  );
}
