import { useMemo } from "react";
import { useClient } from "../../../app/ClientContext.ts";
import { avatarUrl } from "../../../app/people.ts";
import { useAction } from "../../../app/useAction.ts";
import { useObservable } from "../../../app/useObservable.ts";
import type { DeviceProblem, MediaChoice, PreviewState } from "../../../core/calls/types.ts";
import { createStore } from "../../../core/observable.ts";
import { useLaterTexts } from "../../../text/LaterTexts.tsx";
import { Avatar } from "../../../ui/Avatar.tsx";
import { Button } from "../../../ui/Button.tsx";
import { classes } from "../../../ui/classes.ts";
import { VideoIcon } from "../../../ui/icons.ts";
import { MicrophoneIcon, MicrophoneOffIcon, SpeakerIcon, VideoOffIcon } from "../../../ui/laterIcons.ts";
import { Notice } from "../../../ui/Notice.tsx";
import { Picture } from "../during/Picture.tsx";
import styles from "./DevicePreview.module.css";
import { LevelMeter } from "./LevelMeter.tsx";
import { usePreview } from "./usePreview.ts";

interface Props {
  readonly choice: MediaChoice;
  readonly onChoice: (choice: MediaChoice) => void;
}

/** One's own picture, the microphone's level and a sound from the speaker; what is denied, and what to do. */
export function DevicePreview({ choice, onChoice }: Props) {
  const { t } = useLaterTexts();
  const run = useAction();
  const { preview, set } = usePreview(choice);
  const nothing = useMemo(() => createStore<PreviewState>(nothingYet(choice)), [choice]);
  const { video, level, microphoneProblem, cameraProblem } = useObservable(preview?.state ?? nothing);
  const change = (next: MediaChoice) => {
    set(next);
    onChoice(next);
  };
  return (
    <div className={styles.preview}>
      <div className={styles.frame}>
        {video && choice.camera ? <Picture stream={video} className={styles.picture ?? ""} /> : <OwnFace />}
        <div className={styles.controls}>
          <button
            type="button"
            className={classes(styles.control, !choice.microphone && styles.off)}
            aria-label={choice.microphone ? t("call.mute") : t("call.unmute")}
            data-tooltip={choice.microphone ? t("call.mute") : t("call.unmute")}
            onClick={() => change({ ...choice, microphone: !choice.microphone })}
          >
            {choice.microphone ? <MicrophoneIcon /> : <MicrophoneOffIcon />}
          </button>
          <button
            type="button"
            className={classes(styles.control, !choice.camera && styles.off)}
            aria-label={choice.camera ? t("call.cameraOff") : t("call.cameraOn")}
            data-tooltip={choice.camera ? t("call.cameraOff") : t("call.cameraOn")}
            onClick={() => change({ ...choice, camera: !choice.camera })}
          >
            {choice.camera ? <VideoIcon /> : <VideoOffIcon />}
          </button>
        </div>
      </div>
      <div className={styles.sound}>
        <LevelMeter level={choice.microphone ? level : 0} />
        <Button onClick={() => preview && run(() => preview.testSpeaker())}>
          <SpeakerIcon size={16} />
          {t("call.testSpeaker")}
        </Button>
      </div>
      {choice.microphone ? <Problem kind="microphone" problem={microphoneProblem} /> : null}
      {choice.camera && !(choice.microphone && microphoneProblem === "insecure") ? (
        <Problem kind="camera" problem={cameraProblem} />
      ) : null}
    </div>
  );
}

const nothingYet = (choice: MediaChoice): PreviewState => ({
  choice,
  video: null,
  level: 0,
  microphoneProblem: null,
  cameraProblem: null,
});

function OwnFace() {
  const account = useObservable(useClient().state.account);
  if (!account) return null;
  const { id, displayName, avatarId } = account.person;
  return <Avatar id={id} name={displayName} pictureUrl={avatarUrl(avatarId)} size={64} />;
}

interface ProblemProps {
  readonly kind: "microphone" | "camera";
  readonly problem: DeviceProblem | null;
}

function Problem({ kind, problem }: ProblemProps) {
  const { t } = useLaterTexts();
  return problem === null ? null : <Notice tone="warning">{t(`call.device.${problem}`, { kind })}</Notice>;
}
