import { Suspense } from "react";
import { useNavigation } from "../../app/NavigationContext.ts";
import type { SettingsSection } from "../../app/route.ts";
import { useTexts } from "../../text/TextsContext.ts";
import { IconButton } from "../../ui/IconButton.tsx";
import { BackIcon } from "../../ui/icons.ts";
import { SkeletonRows } from "../../ui/Skeleton.tsx";
import { CallSettings } from "../call/CallSettings.tsx";
import { AccountSettings } from "./AccountSettings.tsx";
import { Administration } from "./Administration.tsx";
import { AppearanceSettings } from "./AppearanceSettings.tsx";
import { BlockedPeople } from "./BlockedPeople.tsx";
import { NotificationSettings } from "./NotificationSettings.tsx";
import { PrivacySettings } from "./PrivacySettings.tsx";
import { ProfileSettings } from "./ProfileSettings.tsx";
import styles from "./Settings.module.css";
import { SECTIONS } from "./SettingsList.tsx";

const BODIES: Record<SettingsSection, () => React.ReactNode> = {
  profile: () => <ProfileSettings />,
  account: () => <AccountSettings />,
  privacy: () => <PrivacySettings />,
  notifications: () => <NotificationSettings />,
  calls: () => (
    <Suspense fallback={<SkeletonRows count={4} />}>
      <CallSettings />
    </Suspense>
  ),
  appearance: () => <AppearanceSettings />,
  blocked: () => <BlockedPeople />,
  administration: () => <Administration />,
};

/** One section of the settings. */
export function SettingsPage({ section }: { readonly section: SettingsSection }) {
  const { t } = useTexts();
  const navigation = useNavigation();
  const title = SECTIONS.find(({ id }) => id === section)?.text ?? "settings.title";
  return (
    <main className={styles.page}>
      <header className={styles.bar}>
        <IconButton
          className={styles.back ?? ""}
          label={t("action.back")}
          icon={<BackIcon className="flips" />}
          onClick={() => navigation.go({ name: "settings", section: null })}
        />
        <h1 className={styles.title}>{t(title)}</h1>
      </header>
      <div className={styles.body} key={section}>
        {BODIES[section]()}
      </div>
    </main>
  );
}
