import { useLaterTexts } from "../../../text/LaterTexts.tsx";
import { Dialog } from "../../../ui/Dialog.tsx";
import { DeviceFields, ProcessingFields } from "../DeviceFields.tsx";
import styles from "./DevicesDialog.module.css";

/** Devices and processing, changed while one talks. */
export function DevicesDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useLaterTexts();
  return (
    <Dialog title={t("call.devices")} onClose={onClose}>
      <div className={styles.body}>
        <DeviceFields />
        <ProcessingFields />
      </div>
    </Dialog>
  );
}
