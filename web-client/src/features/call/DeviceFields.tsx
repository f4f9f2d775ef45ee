import { useId } from "react";
import { useAction } from "../../app/useAction.ts";
import { useObservable } from "../../app/useObservable.ts";
import type { Device, DeviceChoice } from "../../core/calls/types.ts";
import { useLaterTexts } from "../../text/LaterTexts.tsx";
import { SwitchRow } from "../../ui/SwitchRow.tsx";
import styles from "./DeviceFields.module.css";
import { useCalls } from "./useCalls.ts";

/** Which microphone, camera and speaker; what is chosen holds at once, in a call too. */
export function DeviceFields() {
  const { t } = useLaterTexts();
  const calls = useCalls();
  const run = useAction();
  const { microphones, cameras, speakers, choice } = useObservable(calls.devices);
  const choose = (change: Partial<DeviceChoice>) => run(() => calls.choose(change));
  return (
    <div className={styles.fields}>
      <DeviceField
        label={t("call.microphone")}
        devices={microphones}
        value={choice.microphoneId}
        onChange={(microphoneId) => choose({ microphoneId })}
      />
      <DeviceField
        label={t("call.camera")}
        devices={cameras}
        value={choice.cameraId}
        onChange={(cameraId) => choose({ cameraId })}
      />
      {speakers.length === 0 ? null : (
        <DeviceField
          label={t("call.speaker")}
          devices={speakers}
          value={choice.speakerId}
          onChange={(speakerId) => choose({ speakerId })}
        />
      )}
    </div>
  );
}

/** What is done to sound and picture before they are sent. */
export function ProcessingFields() {
  const { t } = useLaterTexts();
  const calls = useCalls();
  const run = useAction();
  const { choice, canBlur } = useObservable(calls.devices);
  const choose = (change: Partial<DeviceChoice>) => run(() => calls.choose(change));
  return (
    <div>
      <SwitchRow
        label={t("call.noiseSuppression")}
        text={t("call.noiseSuppressionText")}
        checked={choice.noiseSuppression}
        onChange={(noiseSuppression) => choose({ noiseSuppression })}
      />
      <SwitchRow
        label={t("call.echoCancellation")}
        text={t("call.echoCancellationText")}
        checked={choice.echoCancellation}
        onChange={(echoCancellation) => choose({ echoCancellation })}
      />
      <SwitchRow
        label={t("call.gainControl")}
        text={t("call.gainControlText")}
        checked={choice.gainControl}
        onChange={(gainControl) => choose({ gainControl })}
      />
      {canBlur ? (
        <SwitchRow
          label={t("call.backgroundBlur")}
          checked={choice.backgroundBlur}
          onChange={(backgroundBlur) => choose({ backgroundBlur })}
        />
      ) : null}
    </div>
  );
}

interface FieldProps {
  readonly label: string;
  readonly devices: readonly Device[];
  readonly value: string | null;
  readonly onChange: (id: string | null) => void;
}

function DeviceField({ label, devices, value, onChange }: FieldProps) {
  const { t } = useLaterTexts();
  const id = useId();
  const known = devices.some((device) => device.id === value);
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{label}</label>
      <select
        id={id}
        value={known && value !== null ? value : ""}
        onChange={(event) => onChange(event.currentTarget.value === "" ? null : event.currentTarget.value)}
      >
        <option value="">{devices.length === 0 ? t("call.noDevice") : t("call.systemDevice")}</option>
        {devices.map((device, at) => (
          <option key={device.id} value={device.id}>
            {device.label === "" ? t("call.deviceNumber", { kind: label, number: at + 1 }) : device.label}
          </option>
        ))}
      </select>
    </div>
  );
}
