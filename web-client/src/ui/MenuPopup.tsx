import { DirectionProvider } from "@base-ui/react/direction-provider";
import { Menu as Base } from "@base-ui/react/menu";
import { useTexts } from "../text/TextsContext.ts";
import { classes } from "./classes.ts";
import styles from "./Menu.module.css";
import type { MenuEntry } from "./Menu.tsx";
import { usePortal } from "./PortalContext.ts";

interface Props {
  /** The button that opened it: the menu stands beside it and gives the focus back to it. */
  readonly anchor: HTMLElement;
  readonly entries: readonly MenuEntry[];
  readonly onClose: () => void;
}

/** An open menu. It is a part of its own so that it is only loaded when somebody opens one. */
export function MenuPopup({ anchor, entries, onClose }: Props) {
  const { direction } = useTexts();
  return (
    <DirectionProvider direction={direction}>
      <Base.Root open modal={false} onOpenChange={(open) => open || onClose()}>
        <Base.Portal container={usePortal()}>
          <Base.Positioner
            className={styles.positioner}
            anchor={anchor}
            align="end"
            sideOffset={4}
            collisionPadding={8}
          >
            <Base.Popup className={styles.popup} finalFocus={() => anchor}>
              {entries.map((entry) => (
                <Base.Item
                  key={entry.label}
                  className={classes(styles.item, entry.danger && styles.danger)}
                  closeOnClick={!entry.replaces}
                  onClick={entry.onSelect}
                >
                  {entry.icon}
                  {entry.label}
                </Base.Item>
              ))}
            </Base.Popup>
          </Base.Positioner>
        </Base.Portal>
      </Base.Root>
    </DirectionProvider>
  );
}
