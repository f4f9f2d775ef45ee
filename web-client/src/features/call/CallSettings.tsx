import { useState } from "react";
import { useClient } from "../../app/ClientContext.ts";
import { useNavigation } from "../../app/NavigationContext.ts";
import { addressOf } from "../../app/route.ts";
import { useObservable } from "../../app/useObservable.ts";
import { LaterTexts, useLaterTexts } from "../../text/LaterTexts.tsx";
import { Button } from "../../ui/Button.tsx";
import { SwitchRow } from "../../ui/SwitchRow.tsx";
import settings from "../settings/Settings.module.css";
import { DevicePreview } from "./before/DevicePreview.tsx";
import { DeviceFields, ProcessingFields } from "./DeviceFields.tsx";

/** Devices and what is done to sound and picture, with a try that shows and plays them. */
export function CallSettings() {
  return (
    <LaterTexts>
      <Sections />
    </LaterTexts>
  );
}

function Sections() {
  const { t } = useLaterTexts();
  const { state, account } = useClient();
  const navigation = useNavigation();
  const { callPreview } = useObservable(state.preferences);
  const connectivity = { name: "connectivity" } as const;
  return (
    <>
      <section className={settings.section}>
        <h2 className={settings.heading}>{t("call.devices")}</h2>
        <DeviceFields />
        <Try />
      </section>
      <section>
        <h2 className={settings.heading}>{t("call.processing")}</h2>
        <ProcessingFields />
      </section>
      <section>
        <h2 className={settings.heading}>{t("call.starting")}</h2>
        <SwitchRow
          label={t("call.preview")}
          text={t("call.previewText")}
          checked={callPreview}
          onChange={(next) => account.setPreferences({ callPreview: next })}
        />
      </section>
      <section className={settings.section}>
        <h2 className={settings.heading}>{t("connectivity.title")}</h2>
        <p className={settings.text}>{t("connectivity.text")}</p>
        <p>
          <a
            href={addressOf(connectivity)}
            onClick={(event) => {
              event.preventDefault();
              navigation.go(connectivity);
            }}
          >
            {t("call.checkConnection")}
          </a>
        </p>
      </section>
    </>
  );
}

/** Devices are only opened when one asks for it: nobody's camera goes on by looking at settings. */
function Try() {
  const { t } = useLaterTexts();
  const [open, setOpen] = useState(false);
  const [choice, setChoice] = useState({ microphone: true, camera: true });
  if (!open) {
    return (
      <div>
        <Button onClick={() => setOpen(true)}>{t("call.tryDevices")}</Button>
      </div>
    );
  }
  return <DevicePreview choice={choice} onChoice={setChoice} />;
}
