import { lazy, Suspense, useRef, useState } from "react";
import type { Observable } from "../core/index.ts";
import { CallLayer } from "../features/call/CallLayer.tsx";
import { CallStageProvider } from "../features/call/CallStageContext.ts";
import { createCallStage } from "../features/call/callStage.ts";
import { useCallCovers } from "../features/call/useCallCovers.ts";
import { ContactsPane } from "../features/contacts/ContactsPane.tsx";
import { ConversationPane } from "../features/conversation/ConversationPane.tsx";
import { ChatsPane } from "../features/conversation-list/ChatsPane.tsx";
import { Attention } from "../features/notifications/Attention.tsx";
import { useTexts } from "../text/TextsContext.ts";
import type { TextKey } from "../text/texts.ts";
import { classes } from "../ui/classes.ts";
import { EmptyState } from "../ui/EmptyState.tsx";
import { ChatsIcon } from "../ui/icons.ts";
import { SkeletonRows } from "../ui/Skeleton.tsx";
import { ConnectionLine } from "./ConnectionLine.tsx";
import styles from "./MainScreen.module.css";
import { useNavigation, useRoute } from "./NavigationContext.ts";
import { NavRail } from "./NavRail.tsx";
import { Questions } from "./Questions.tsx";
import type { Route } from "./route.ts";
import { ToastList } from "./ToastList.tsx";
import { useObservable } from "./useObservable.ts";
import { useShortcuts } from "./useShortcuts.ts";

const CallsPane = lazy(async () => ({
  default: (await import("../features/call/CallsPane.tsx")).CallsPane,
}));
const ConnectivityPage = lazy(async () => ({
  default: (await import("../features/call/ConnectivityPage.tsx")).ConnectivityPage,
}));
const DetailsPane = lazy(async () => ({
  default: (await import("../features/details/DetailsPane.tsx")).DetailsPane,
}));
const SettingsList = lazy(async () => ({
  default: (await import("../features/settings/SettingsList.tsx")).SettingsList,
}));
const SettingsPage = lazy(async () => ({
  default: (await import("../features/settings/SettingsPage.tsx")).SettingsPage,
}));
const NewChatDialog = lazy(async () => ({
  default: (await import("../features/new-conversation/NewChatDialog.tsx")).NewChatDialog,
}));
const NewGroupDialog = lazy(async () => ({
  default: (await import("../features/new-conversation/NewGroupDialog.tsx")).NewGroupDialog,
}));
const ShortcutsDialog = lazy(async () => ({
  default: (await import("./ShortcutsDialog.tsx")).ShortcutsDialog,
}));

export type Overlay = "newChat" | "newGroup" | "shortcuts";

/** Everything for somebody signed in: the rail, the list, what is open, its details. */
export function MainScreen() {
  const { t, direction } = useTexts();
  const route = useRoute();
  const search = useRef<HTMLInputElement>(null);
  const [overlay, setOverlay] = useState<Overlay | null>(null);
  const [detailsOpen, setDetailsOpen] = useState(false);
  const [stage] = useState(createCallStage);
  const covered = useCallCovers(stage);
  const conversationId = route.name === "conversation" ? route.id : null;
  const shows = shownOnPhone(route);
  const narrow = useObservable(narrowScreen);
  const withDetails = detailsOpen && conversationId !== null;
  useShortcuts({ search, setOverlay, setDetailsOpen, blocked: overlay !== null });

  return (
    <Questions>
      <CallStageProvider value={stage}>
        <div
          className={classes(styles.screen, withDetails && styles.withDetails)}
          data-shows={shows}
          dir={direction}
        >
          <a className={styles.skip} href="#content">
            {t("app.skipToConversation")}
          </a>
          <NavRail
            className={styles.rail ?? ""}
            inert={covered && narrow}
            onShortcuts={() => setOverlay("shortcuts")}
          />
          <section
            className={styles.list}
            inert={covered && narrow}
            role={shows === "list" && narrow ? "main" : undefined}
            aria-label={t(listName(route))}
          >
            <ConnectionLine />
            <ListFor route={route} searchRef={search} onOverlay={setOverlay} />
          </section>
          <div id="content" className={styles.content} inert={covered}>
            <ContentFor
              route={route}
              detailsOpen={detailsOpen}
              onToggleDetails={() => setDetailsOpen(!detailsOpen)}
            />
          </div>
          {withDetails ? (
            <aside className={styles.details} aria-label={t("details.title")}>
              <Suspense fallback={<SkeletonRows count={5} />}>
                <DetailsPane id={conversationId} onClose={() => setDetailsOpen(false)} />
              </Suspense>
            </aside>
          ) : null}
          <CallLayer />
        </div>
        <Suspense>
          <OverlayFor overlay={overlay} onOverlay={setOverlay} />
        </Suspense>
        <ToastList />
        <Attention />
      </CallStageProvider>
    </Questions>
  );
}

const NARROW = window.matchMedia("(max-width: 719px)");

/** Whether only one pane fits, as the style sheet has it. */
const narrowScreen: Observable<boolean> = {
  get: () => NARROW.matches,
  subscribe: (listener) => {
    NARROW.addEventListener("change", listener);
    return () => NARROW.removeEventListener("change", listener);
  },
};

/** What the list pane is called. */
function listName(route: Route): TextKey {
  switch (route.name) {
    case "contacts":
      return "nav.contacts";
    case "calls":
      return "nav.calls";
    case "connectivity":
    case "settings":
      return "nav.settings";
    default:
      return "nav.chats";
  }
}

/** On a phone only one pane fits. */
function shownOnPhone(route: Route): "list" | "content" {
  const inside =
    route.name === "conversation" ||
    route.name === "connectivity" ||
    (route.name === "settings" && route.section !== null);
  return inside ? "content" : "list";
}

interface ListProps {
  readonly route: Route;
  readonly searchRef: React.RefObject<HTMLInputElement | null>;
  readonly onOverlay: (overlay: Overlay) => void;
}

function ListFor({ route, searchRef, onOverlay }: ListProps) {
  switch (route.name) {
    case "contacts":
      return <ContactsPane />;
    case "calls":
      return (
        <Suspense fallback={<SkeletonRows count={6} />}>
          <CallsPane />
        </Suspense>
      );
    case "settings":
    case "connectivity":
      return (
        <Suspense fallback={<SkeletonRows count={6} />}>
          <SettingsList section={route.name === "settings" ? route.section : "calls"} />
        </Suspense>
      );
    default:
      return (
        <ChatsPane
          searchRef={searchRef}
          onNewChat={() => onOverlay("newChat")}
          onNewGroup={() => onOverlay("newGroup")}
        />
      );
  }
}

interface ContentProps {
  readonly route: Route;
  readonly detailsOpen: boolean;
  readonly onToggleDetails: () => void;
}

function ContentFor({ route, detailsOpen, onToggleDetails }: ContentProps) {
  const { t } = useTexts();
  switch (route.name) {
    case "conversation":
      return <ConversationPane id={route.id} detailsOpen={detailsOpen} onToggleDetails={onToggleDetails} />;
    case "settings":
      return (
        <Suspense fallback={<SkeletonRows count={4} />}>
          <SettingsPage section={route.section ?? "profile"} />
        </Suspense>
      );
    case "connectivity":
      return (
        <Suspense fallback={<SkeletonRows count={4} />}>
          <ConnectivityPage />
        </Suspense>
      );
    default:
      return (
        <main className={styles.nothing}>
          <EmptyState
            icon={<ChatsIcon size={26} />}
            title={t("conversation.none")}
            text={t("conversation.noneText", { keys: "Ctrl+K" })}
          />
        </main>
      );
  }
}

interface OverlayProps {
  readonly overlay: Overlay | null;
  readonly onOverlay: (overlay: Overlay | null) => void;
}

function OverlayFor({ overlay, onOverlay }: OverlayProps) {
  const navigation = useNavigation();
  const close = () => onOverlay(null);
  const opened = (id: string) => {
    close();
    navigation.go({ name: "conversation", id });
  };
  switch (overlay) {
    case "newChat":
      return <NewChatDialog onClose={close} onOpened={opened} onNewGroup={() => onOverlay("newGroup")} />;
    case "newGroup":
      return <NewGroupDialog onClose={close} onCreated={opened} />;
    case "shortcuts":
      return <ShortcutsDialog onClose={close} />;
    case null:
      return null;
  }
}
