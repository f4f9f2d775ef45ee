import { useCallback, useEffect, useRef, useState } from "react";
import { useClient } from "../../../app/ClientContext.ts";
import { Questions } from "../../../app/Questions.tsx";
import { useAction } from "../../../app/useAction.ts";
import { useObservable } from "../../../app/useObservable.ts";
import type { CurrentCall } from "../../../core/calls/types.ts";
import { useLaterTexts } from "../../../text/LaterTexts.tsx";
import { classes } from "../../../ui/classes.ts";
import { PortalProvider } from "../../../ui/PortalContext.ts";
import { useCallStage } from "../CallStageContext.ts";
import { peopleOf, useCallFace } from "../useCallFace.ts";
import { useCalls } from "../useCalls.ts";
import { useSize } from "../useSize.ts";
import { AddPeopleDialog } from "./AddPeopleDialog.tsx";
import { Announcer } from "./Announcer.tsx";
import { CallHeader } from "./CallHeader.tsx";
import styles from "./CallPane.module.css";
import { ControlBar } from "./ControlBar.tsx";
import { DevicesDialog } from "./DevicesDialog.tsx";
import { EndedCard } from "./EndedCard.tsx";
import { type View, viewOf } from "./layout.ts";
import { MoreMenu, type Panel } from "./MoreMenu.tsx";
import { ProblemLine } from "./ProblemLine.tsx";
import { togglePictureInPicture } from "./pictureInPicture.ts";
import { QualityDialog } from "./QualityDialog.tsx";
import { Reactions } from "./Reactions.tsx";
import { Tiles } from "./Tiles.tsx";
import { useFullScreen } from "./useFullScreen.ts";
import { useHands } from "./useHands.ts";
import { useMinimiseKey } from "./useMinimiseKey.ts";
import { useStill } from "./useStill.ts";

/** Below this width the bar has no room for everything. */
const NARROW_PX = 560;

interface Props {
  readonly current: CurrentCall;
  /** The browser holds the sound back. */
  readonly silent: boolean;
  readonly onSound: () => void;
}

/** The call in full, over the conversation. Dark in both themes. */
export function CallPane({ current, silent, onSound }: Props) {
  const { t, direction } = useLaterTexts();
  const pane = useRef<HTMLElement>(null);
  const bar = useRef<HTMLDivElement>(null);
  const portal = useRef<HTMLDivElement>(null);
  const calls = useCalls();
  const stage = useCallStage();
  const devices = useObservable(calls.devices);
  const run = useAction();
  const face = useCallFace({ conversationId: current.call.conversationId, people: peopleOf(current.call) });
  const rights = useRights(current);
  const hands = useHands(current.tiles);
  const [chosenView, setChosenView] = useState<View | null>(null);
  const [pinned, setPinned] = useState<string | null>(null);
  const [panel, setPanel] = useState<Panel | null>(null);
  const [menu, setMenu] = useState<HTMLElement | null>(null);
  const [reacting, setReacting] = useState(false);
  const { width } = useSize(pane);
  const { full, toggle: toggleFull } = useFullScreen(pane);
  const ended = current.phase === "ended";
  const resting = current.phase !== "connected" || panel !== null || menu !== null || reacting;
  const still = useStill(pane, bar, resting) && !resting;
  useMinimiseKey(() => stage.minimise());
  // What had the focus lies below it now.
  useEffect(() => {
    if (document.activeElement === document.body) pane.current?.focus({ preventScroll: true });
  }, []);

  const view = pinned === null ? viewOf(current.tiles, chosenView) : "speaker";
  const pin = (tileId: string | null) => {
    setPinned(tileId);
    setChosenView(tileId === null ? chosenView : "speaker");
  };
  const chooseView = (next: View) => {
    setPinned(null);
    setChosenView(next);
  };
  const closePanel = useCallback(() => setPanel(null), []);

  return (
    <main
      ref={pane}
      tabIndex={-1}
      className={classes(styles.pane, still && styles.still)}
      dir={direction}
      aria-label={t("call.with", { name: face.name })}
    >
      <PortalProvider value={portal}>
        <Questions>
          <Tiles
            current={current}
            hands={hands}
            view={view}
            pinned={pinned}
            onPin={pin}
            onAll={() => chooseView("grid")}
          />
          <Reactions reactions={current.reactions} />
          <CallHeader current={current} hands={hands} name={face.name} onMinimise={() => stage.minimise()} />
          <div className={styles.news}>
            <Announcer current={current} />
            <ProblemLine current={current} silent={silent} onSound={onSound} />
          </div>
          {ended ? (
            <EndedCard current={current} face={face} />
          ) : (
            <div className={styles.controls}>
              <ControlBar
                ref={bar}
                current={current}
                devices={devices}
                reacting={reacting}
                moreOpen={menu !== null}
                onReacting={setReacting}
                onMore={setMenu}
                run={run}
              />
            </div>
          )}
          {menu === null ? null : (
            <MoreMenu
              anchor={menu}
              current={current}
              devices={devices}
              view={view}
              narrow={width < NARROW_PX}
              {...rights}
              full={full}
              onFull={toggleFull}
              onFloat={
                document.pictureInPictureEnabled ? () => void togglePictureInPicture(pane.current) : null
              }
              onView={chooseView}
              onPanel={setPanel}
              onClose={() => setMenu(null)}
              run={run}
            />
          )}
          {panel === "devices" ? <DevicesDialog onClose={closePanel} /> : null}
          {panel === "quality" ? <QualityDialog current={current} onClose={closePanel} /> : null}
          {panel === "people" ? <AddPeopleDialog call={current.call} onClose={closePanel} /> : null}
          <div ref={portal} />
        </Questions>
      </PortalProvider>
    </main>
  );
}

/** What one may do beyond taking part; the server decides, this saves a refusal. */
function useRights({ call, phase }: CurrentCall) {
  const conversation = useObservable(useClient().state.conversation(call.conversationId));
  const group = conversation !== null && conversation.otherId === null;
  const looksAfter = group && conversation.myRole !== "member";
  return { mayEnd: looksAfter, mayAdd: phase === "connected" || (group && phase !== "ended") };
}
