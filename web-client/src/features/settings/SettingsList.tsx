import type { MouseEvent, ReactNode } from "react";
import { useClient } from "../../app/ClientContext.ts";
import { useNavigation } from "../../app/NavigationContext.ts";
import { avatarUrl } from "../../app/people.ts";
import { addressOf, type SettingsSection } from "../../app/route.ts";
import { useObservable } from "../../app/useObservable.ts";
import { useTexts } from "../../text/TextsContext.ts";
import type { TextKey } from "../../text/texts.ts";
import { Avatar } from "../../ui/Avatar.tsx";
import { BlockIcon, CallIcon } from "../../ui/icons.ts";
import {
  AdministrationIcon,
  AppearanceIcon,
  DeviceIcon,
  NotificationsIcon,
  PrivacyIcon,
  ProfileIcon,
} from "../../ui/laterIcons.ts";
import { ListHeader } from "../conversation-list/ListHeader.tsx";
import styles from "./Settings.module.css";

interface Section {
  readonly id: SettingsSection;
  readonly text: TextKey;
  readonly icon: ReactNode;
}

export const SECTIONS: readonly Section[] = [
  { id: "profile", text: "settings.profile", icon: <ProfileIcon /> },
  { id: "account", text: "settings.account", icon: <DeviceIcon /> },
  { id: "privacy", text: "settings.privacy", icon: <PrivacyIcon /> },
  { id: "notifications", text: "settings.notifications", icon: <NotificationsIcon /> },
  { id: "calls", text: "settings.calls", icon: <CallIcon /> },
  { id: "appearance", text: "settings.appearance", icon: <AppearanceIcon /> },
  { id: "blocked", text: "settings.blocked", icon: <BlockIcon /> },
  { id: "administration", text: "settings.administration", icon: <AdministrationIcon /> },
];

/** The sections of the settings, in place of the list of conversations. */
export function SettingsList({ section }: { readonly section: SettingsSection | null }) {
  const { t } = useTexts();
  const navigation = useNavigation();
  const account = useObservable(useClient().state.account);
  const sections = SECTIONS.filter(({ id }) => id !== "administration" || account?.administrator);
  const go = (id: SettingsSection) => (event: MouseEvent) => {
    event.preventDefault();
    navigation.go({ name: "settings", section: id });
  };
  return (
    <>
      <ListHeader title={t("settings.title")} />
      <nav className={styles.list} aria-label={t("settings.sections")}>
        {account ? (
          <div className={`${styles.item} ${styles.me}`}>
            <Avatar
              id={account.person.id}
              name={account.person.displayName}
              pictureUrl={avatarUrl(account.person.avatarId)}
            />
            <div className={styles.lines}>
              <div className={styles.name}>
                <bdi>{account.person.displayName}</bdi>
              </div>
              <div className={styles.text}>
                <bdi>@{account.person.username}</bdi>
              </div>
            </div>
          </div>
        ) : null}
        {sections.map(({ id, text, icon }) => (
          <a
            key={id}
            href={addressOf({ name: "settings", section: id })}
            className={styles.item}
            aria-current={id === (section ?? "profile") ? "page" : undefined}
            onClick={go(id)}
          >
            {icon}
            {t(text)}
          </a>
        ))}
      </nav>
    </>
  );
}
