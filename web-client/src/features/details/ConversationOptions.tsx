import { useClient } from "../../app/ClientContext.ts";
import { useAction } from "../../app/useAction.ts";
import type { ConversationView } from "../../core/index.ts";
import { useTexts } from "../../text/TextsContext.ts";
import { SwitchRow } from "../../ui/SwitchRow.tsx";
import styles from "./DetailsPane.module.css";

/** What one person sets for themselves: muted, pinned. */
export function ConversationOptions({ conversation }: { readonly conversation: ConversationView }) {
  const { t } = useTexts();
  const { conversations } = useClient();
  const run = useAction();
  const { id, muted, pinned } = conversation;
  return (
    <section className={styles.section} aria-label={t("details.options")}>
      <SwitchRow
        label={t("details.mute")}
        text={t("details.muteText")}
        checked={muted}
        onChange={(next) => run(() => conversations.setPreferences(id, { muted: next }))}
      />
      <SwitchRow
        label={t("details.pin")}
        text={t("details.pinText")}
        checked={pinned}
        onChange={(next) => run(() => conversations.setPreferences(id, { pinned: next }))}
      />
    </section>
  );
}
