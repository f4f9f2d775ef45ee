import { useClient } from "../../app/ClientContext.ts";
import { useAction } from "../../app/useAction.ts";
import { useObservable } from "../../app/useObservable.ts";
import { useTexts } from "../../text/TextsContext.ts";
import { SkeletonRows } from "../../ui/Skeleton.tsx";
import { SwitchRow } from "../../ui/SwitchRow.tsx";

export function PrivacySettings() {
  const { t } = useTexts();
  const client = useClient();
  const run = useAction();
  const account = useObservable(client.state.account);
  if (account === null) return <SkeletonRows count={2} />;
  const { sendReadReceipts, showLastSeen } = account.settings;
  return (
    <div>
      <SwitchRow
        label={t("privacy.readReceipts")}
        text={t("privacy.readReceiptsText")}
        checked={sendReadReceipts}
        onChange={(next) => run(() => client.account.updateSettings({ sendReadReceipts: next }))}
      />
      <SwitchRow
        label={t("privacy.lastSeen")}
        text={t("privacy.lastSeenText")}
        checked={showLastSeen}
        onChange={(next) => run(() => client.account.updateSettings({ showLastSeen: next }))}
      />
    </div>
  );
}
