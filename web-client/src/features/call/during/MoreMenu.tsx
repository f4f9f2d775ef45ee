import { useQuestion } from "../../../app/Questions.tsx";
import type { CurrentCall, Devices } from "../../../core/calls/types.ts";
import { useLaterTexts } from "../../../text/LaterTexts.tsx";
import { AddPersonIcon, SettingsIcon } from "../../../ui/icons.ts";
import {
  EndIcon,
  FloatingIcon,
  FullScreenIcon,
  GridIcon,
  HandIcon,
  ScreenIcon,
  SpeakerViewIcon,
  StatisticsIcon,
} from "../../../ui/laterIcons.ts";
import type { MenuEntry } from "../../../ui/Menu.tsx";
import { MenuPopup } from "../../../ui/MenuPopup.tsx";
import { useCalls } from "../useCalls.ts";
import type { View } from "./layout.ts";

export type Panel = "devices" | "people" | "quality";

interface Props {
  readonly anchor: HTMLElement;
  readonly current: CurrentCall;
  readonly devices: Devices;
  readonly view: View;
  /** What the bar has no room for is here instead. */
  readonly narrow: boolean;
  /** May end the call for everybody. */
  readonly mayEnd: boolean;
  readonly mayAdd: boolean;
  readonly full: boolean;
  readonly onFull: (() => void) | null;
  readonly onFloat: (() => void) | null;
  readonly onView: (view: View) => void;
  readonly onPanel: (panel: Panel) => void;
  readonly onClose: () => void;
  readonly run: (action: () => Promise<unknown>) => void;
}

export function MoreMenu(props: Props) {
  const { t } = useLaterTexts();
  const calls = useCalls();
  const ask = useQuestion();
  const { anchor, current, devices, view, full, run, onPanel, onClose } = props;
  const { self } = current;
  const endForAll = () =>
    ask({
      title: t("call.endForAllTitle"),
      text: t("call.endForAllText"),
      action: t("call.endForAll"),
      danger: true,
      onConfirm: () => calls.endForAll(),
    });
  const many = current.tiles.length > 1;
  const entries: readonly (MenuEntry | false)[] = [
    props.narrow &&
      devices.canShareScreen && {
        label: self.screen ? t("call.screenOff") : t("call.screenOn"),
        icon: <ScreenIcon size={16} />,
        onSelect: () => run(() => calls.setScreen(!self.screen)),
      },
    props.narrow && {
      label: self.hand ? t("call.handDown") : t("call.hand"),
      icon: <HandIcon size={16} />,
      onSelect: () => calls.setHand(!self.hand),
    },
    props.mayAdd && {
      label: t("call.add"),
      icon: <AddPersonIcon size={16} />,
      onSelect: () => onPanel("people"),
    },
    { label: t("call.devices"), icon: <SettingsIcon size={16} />, onSelect: () => onPanel("devices") },
    many &&
      (view === "grid"
        ? {
            label: t("call.speakerView"),
            icon: <SpeakerViewIcon size={16} />,
            onSelect: () => props.onView("speaker"),
          }
        : { label: t("call.gridView"), icon: <GridIcon size={16} />, onSelect: () => props.onView("grid") }),
    props.onFull !== null && {
      label: full ? t("call.fullScreenOff") : t("call.fullScreen"),
      icon: <FullScreenIcon size={16} />,
      onSelect: props.onFull,
    },
    props.onFloat !== null && {
      label: t("call.float"),
      icon: <FloatingIcon size={16} />,
      onSelect: props.onFloat,
    },
    { label: t("call.statistics"), icon: <StatisticsIcon size={16} />, onSelect: () => onPanel("quality") },
    props.mayEnd && {
      label: t("call.endForAll"),
      icon: <EndIcon size={16} />,
      danger: true,
      onSelect: endForAll,
    },
  ];
  return (
    <MenuPopup
      anchor={anchor}
      entries={entries.filter((entry): entry is MenuEntry => entry !== false)}
      onClose={onClose}
    />
  );
}
