import type { MouseEvent, ReactNode } from "react";
import { useContacts } from "../features/contacts/useContactState.ts";
import { useTexts } from "../text/TextsContext.ts";
import { Avatar } from "../ui/Avatar.tsx";
import { classes } from "../ui/classes.ts";
import { CallIcon, ChatsIcon, GroupIcon, SettingsIcon, ShortcutsIcon } from "../ui/icons.ts";
import { useClient } from "./ClientContext.ts";
import { useNavigation, useRoute } from "./NavigationContext.ts";
import styles from "./NavRail.module.css";
import { avatarUrl } from "./people.ts";
import { addressOf, type Route } from "./route.ts";
import { useObservable } from "./useObservable.ts";

interface Props {
  readonly className: string;
  /** Something lies over it. */
  readonly inert: boolean;
  readonly onShortcuts: () => void;
}

/** The places of the client: a rail beside the list, a bar below it on a phone. */
export function NavRail({ className, inert, onShortcuts }: Props) {
  const { t } = useTexts();
  const { state } = useClient();
  const route = useRoute();
  const badge = useObservable(state.badge);
  const account = useObservable(state.account);
  const requests = useContacts("incoming").length;
  const me = account?.person;
  const inChats = route.name === "chats" || route.name === "conversation";
  const count = badge.unread;
  return (
    <nav className={classes(styles.rail, className)} inert={inert} aria-label={t("app.name")}>
      <Tab
        to={{ name: "chats" }}
        current={inChats}
        name={t("nav.chats")}
        label={t("nav.chatsUnread", { count })}
        count={count}
      >
        <ChatsIcon size={22} />
      </Tab>
      <Tab
        to={{ name: "contacts" }}
        current={route.name === "contacts"}
        name={t("nav.contacts")}
        label={t("nav.contactsRequests", { count: requests })}
        count={requests}
      >
        <GroupIcon size={22} />
      </Tab>
      <Tab
        to={{ name: "calls" }}
        current={route.name === "calls"}
        name={t("nav.calls")}
        label={t("nav.calls")}
        count={0}
      >
        <CallIcon size={22} />
      </Tab>
      <span className={styles.space} />
      <button
        type="button"
        data-tooltip={t("nav.shortcuts")}
        data-keys="?"
        className={classes(styles.tab, styles.desktopOnly)}
        aria-label={t("nav.shortcuts")}
        onClick={onShortcuts}
      >
        <ShortcutsIcon size={22} />
      </button>
      <Tab
        to={{ name: "settings", section: null }}
        current={route.name === "settings" || route.name === "connectivity"}
        name={t("nav.settings")}
        label={me ? t("nav.me", { name: me.displayName }) : t("nav.settings")}
        count={0}
      >
        {me ? (
          <Avatar id={me.id} name={me.displayName} pictureUrl={avatarUrl(me.avatarId)} size={28} />
        ) : (
          <SettingsIcon size={22} />
        )}
      </Tab>
    </nav>
  );
}

interface TabProps {
  readonly to: Route;
  readonly current: boolean;
  /** Shown below the icon on a phone. */
  readonly name: string;
  readonly label: string;
  readonly count: number;
  readonly children: ReactNode;
}

function Tab({ to, current, name, label, count, children }: TabProps) {
  const navigation = useNavigation();
  const go = (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    navigation.go(to);
  };
  return (
    <a
      data-tooltip={name}
      href={addressOf(to)}
      className={styles.tab}
      aria-current={current ? "page" : undefined}
      onClick={go}
    >
      {children}
      <span className="visually-hidden">{label}</span>
      <span className={styles.name} aria-hidden="true">
        {name}
      </span>
      {count > 0 ? (
        <span className={styles.badge} aria-hidden="true">
          {count > 99 ? "99+" : count}
        </span>
      ) : null}
    </a>
  );
}
