import { useRef } from "react";
import { useAction } from "../../../app/useAction.ts";
import type { CurrentCall, Tile } from "../../../core/calls/types.ts";
import { useLaterTexts } from "../../../text/LaterTexts.tsx";
import { Avatar } from "../../../ui/Avatar.tsx";
import { classes } from "../../../ui/classes.ts";
import { IconButton } from "../../../ui/IconButton.tsx";
import { CloseIcon } from "../../../ui/icons.ts";
import { HangUpIcon, LargeIcon, MicrophoneIcon, MicrophoneOffIcon } from "../../../ui/laterIcons.ts";
import { useCallStage } from "../CallStageContext.ts";
import { type CallFace, peopleOf, useCallFace } from "../useCallFace.ts";
import { useCalls } from "../useCalls.ts";
import { Announcer } from "./Announcer.tsx";
import { phaseText } from "./CallHeader.tsx";
import { mainOf } from "./layout.ts";
import styles from "./MiniCall.module.css";
import { Picture } from "./Picture.tsx";
import { RunningTime } from "./RunningTime.tsx";
import { useTileSize } from "./useTileSize.ts";

const WIDTH_PX = 240;

interface Props {
  readonly current: CurrentCall;
  readonly silent: boolean;
  readonly onSound: () => void;
}

/** The call in the corner while one reads: who speaks, for how long, mute, leave and the way back. */
export function MiniCall({ current, silent, onSound }: Props) {
  const texts = useLaterTexts();
  const { t, direction } = texts;
  const calls = useCalls();
  const stage = useCallStage();
  const run = useAction();
  const face = useCallFace({ conversationId: current.call.conversationId, people: peopleOf(current.call) });
  const { self, phase, connectedAt, tiles, speaking, ending } = current;
  const main = tiles.find(({ id }) => id === mainOf({ tiles, speaking, pinned: null, before: null }));
  return (
    <aside className={styles.mini} dir={direction} aria-label={t("call.with", { name: face.name })}>
      <button type="button" className={styles.open} aria-label={t("calls.back")} onClick={() => stage.show()}>
        {main ? <MiniPicture tile={main} face={face} /> : null}
        <LargeIcon className={styles.large ?? ""} size={18} />
      </button>
      <div className={styles.line}>
        <span className={styles.words}>
          <bdi className={styles.name}>{face.name}</bdi>
          <span className={styles.state}>
            {ending ? (
              t("call.ended", { reason: ending.reason, name: face.name })
            ) : phase === "connected" && connectedAt !== null ? (
              <RunningTime since={connectedAt} />
            ) : (
              phaseText(texts, phase)
            )}
          </span>
        </span>
        {phase === "ended" ? (
          <IconButton
            label={t("action.close")}
            className={styles.button ?? ""}
            icon={<CloseIcon size={18} />}
            onClick={() => run(() => calls.leave())}
          />
        ) : (
          <>
            <IconButton
              label={self.microphone ? t("call.mute") : t("call.unmute")}
              keys="M"
              className={classes(styles.button, !self.microphone && styles.off)}
              icon={self.microphone ? <MicrophoneIcon size={18} /> : <MicrophoneOffIcon size={18} />}
              onClick={() => run(() => calls.setMicrophone(!self.microphone))}
            />
            <IconButton
              label={t("call.leave")}
              className={classes(styles.button, styles.leave)}
              icon={<HangUpIcon size={18} />}
              onClick={() => run(() => calls.leave())}
            />
          </>
        )}
      </div>
      {silent ? (
        <button type="button" className={styles.sound} onClick={onSound}>
          {t("call.soundOn")}
        </button>
      ) : null}
      <div className="visually-hidden">
        <Announcer current={current} />
      </div>
    </aside>
  );
}

function MiniPicture({ tile, face }: { readonly tile: Tile; readonly face: CallFace }) {
  const ref = useRef<HTMLSpanElement>(null);
  useTileSize(ref, tile.id, WIDTH_PX);
  return (
    <span ref={ref} className={styles.picture}>
      {tile.video ? (
        <Picture
          stream={tile.video}
          className={classes(styles.video, tile.mine && !tile.screen && styles.mirrored)}
        />
      ) : (
        <Avatar id={face.id} name={face.name} pictureUrl={face.pictureUrl} size={64} />
      )}
    </span>
  );
}
