import { type ReactNode, type RefObject, useRef } from "react";
import type { CurrentCall, Devices } from "../../../core/calls/types.ts";
import { useLaterTexts } from "../../../text/LaterTexts.tsx";
import { classes } from "../../../ui/classes.ts";
import { EmojiIcon, MoreIcon, VideoIcon } from "../../../ui/icons.ts";
import {
  HandIcon,
  HangUpIcon,
  MicrophoneIcon,
  MicrophoneOffIcon,
  ScreenIcon,
  VideoOffIcon,
} from "../../../ui/laterIcons.ts";
import { useCalls } from "../useCalls.ts";
import styles from "./ControlBar.module.css";
import { ReactionChoice } from "./ReactionChoice.tsx";

interface Props {
  readonly ref: RefObject<HTMLDivElement | null>;
  readonly current: CurrentCall;
  readonly devices: Devices;
  readonly reacting: boolean;
  readonly moreOpen: boolean;
  readonly onReacting: (open: boolean) => void;
  readonly onMore: (anchor: HTMLElement) => void;
  readonly run: (action: () => Promise<unknown>) => void;
}

/** Everything one does in a call, in one bar; what is rarely wanted is behind "more". */
export function ControlBar({ ref, current, devices, reacting, moreOpen, onReacting, onMore, run }: Props) {
  const { t } = useLaterTexts();
  const calls = useCalls();
  const emoji = useRef<HTMLButtonElement>(null);
  const { self } = current;
  const closeReactions = () => {
    onReacting(false);
    emoji.current?.focus();
  };
  return (
    // A press with the pointer leaves the focus where it was, so that the space bar stays for talking.
    <div
      ref={ref}
      className={styles.bar}
      role="toolbar"
      aria-label={t("call.controls")}
      onMouseDown={(event) => event.preventDefault()}
    >
      {reacting ? <ReactionChoice onClose={closeReactions} /> : null}
      <Control
        label={self.microphone ? t("call.mute") : t("call.unmute")}
        keys="M"
        off={!self.microphone}
        warn={self.microphoneProblem !== null}
        icon={self.microphone ? <MicrophoneIcon /> : <MicrophoneOffIcon />}
        onClick={() => run(() => calls.setMicrophone(!self.microphone))}
      />
      <Control
        label={self.camera ? t("call.cameraOff") : t("call.cameraOn")}
        keys="V"
        off={!self.camera}
        warn={self.cameraProblem !== null}
        icon={self.camera ? <VideoIcon /> : <VideoOffIcon />}
        onClick={() => run(() => calls.setCamera(!self.camera))}
      />
      {devices.canShareScreen ? (
        <Control
          label={self.screen ? t("call.screenOff") : t("call.screenOn")}
          active={self.screen}
          className={styles.wide}
          icon={<ScreenIcon />}
          onClick={() => run(() => calls.setScreen(!self.screen))}
        />
      ) : null}
      <Control
        label={self.hand ? t("call.handDown") : t("call.hand")}
        active={self.hand}
        className={styles.wide}
        icon={<HandIcon />}
        onClick={() => calls.setHand(!self.hand)}
      />
      <Control
        ref={emoji}
        label={t("call.react")}
        active={reacting}
        className={styles.medium}
        expanded={reacting}
        icon={<EmojiIcon />}
        onClick={() => onReacting(!reacting)}
      />
      <Control
        label={t("call.more")}
        expanded={moreOpen}
        menu
        icon={<MoreIcon />}
        onClick={(event) => onMore(event.currentTarget)}
      />
      <button
        type="button"
        className={classes(styles.control, styles.leave)}
        aria-label={t("call.leave")}
        data-tooltip={t("call.leave")}
        onClick={() => run(() => calls.leave())}
      >
        <HangUpIcon size={22} />
      </button>
    </div>
  );
}

interface ControlProps {
  readonly ref?: RefObject<HTMLButtonElement | null>;
  readonly label: string;
  readonly icon: ReactNode;
  readonly keys?: string;
  /** One gives nothing through it. */
  readonly off?: boolean;
  readonly active?: boolean;
  /** It cannot be had, and a line says why. */
  readonly warn?: boolean;
  readonly expanded?: boolean;
  readonly menu?: boolean;
  readonly className?: string | undefined;
  readonly onClick: (event: React.MouseEvent<HTMLElement>) => void;
}

/** The name says what a press does, so no pressed state is told beside it. */
function Control({
  ref,
  label,
  icon,
  keys,
  off,
  active,
  warn,
  expanded,
  menu,
  className,
  onClick,
}: ControlProps) {
  return (
    <button
      ref={ref}
      type="button"
      className={classes(
        styles.control,
        off && styles.off,
        active && styles.active,
        warn && styles.warn,
        className,
      )}
      aria-label={label}
      aria-expanded={expanded}
      aria-haspopup={menu ? "menu" : undefined}
      aria-keyshortcuts={keys}
      data-tooltip={label}
      data-keys={keys}
      onClick={onClick}
    >
      {icon}
    </button>
  );
}
