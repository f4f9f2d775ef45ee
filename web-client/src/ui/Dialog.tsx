import { Dialog as Base } from "@base-ui/react/dialog";
import { type ReactNode, type RefObject, useRef } from "react";
import { useTexts } from "../text/TextsContext.ts";
import { classes } from "./classes.ts";
import styles from "./Dialog.module.css";
import { IconButton } from "./IconButton.tsx";
import { CloseIcon } from "./icons.ts";
import { usePortal } from "./PortalContext.ts";

interface Props {
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
  /** A row of buttons that stays in sight below the scrolling body. */
  readonly actions?: ReactNode;
  readonly wide?: boolean;
  /** The body lays itself out to the edges and scrolls by itself. */
  readonly flush?: boolean;
  /** Takes the whole height on a phone. */
  readonly tall?: boolean;
  /** Nothing in the body takes the focus, so that the body itself does: the keys then scroll it. */
  readonly readOnly?: boolean;
  /** What takes the focus at first, where it is not the first field. */
  readonly first?: RefObject<HTMLElement | null>;
}

/** A modal that is there as long as it is rendered. */
export function Dialog({ title, onClose, children, actions, wide, flush, tall, readOnly, first }: Props) {
  const { t } = useTexts();
  const popup = useRef<HTMLDivElement>(null);
  // Where something is to be typed, one can type at once; on a phone that would call the keyboard up.
  const firstField = (openedBy: string) =>
    openedBy === "touch" || (popup.current?.querySelector<HTMLElement>("input:not([type=file])") ?? true);
  return (
    <Base.Root open onOpenChange={(open) => open || onClose()}>
      <Base.Portal container={usePortal()}>
        <Base.Backdrop className={styles.scrim} />
        <Base.Viewport className={styles.viewport}>
          <Base.Popup
            ref={popup}
            initialFocus={first ?? firstField}
            className={classes(styles.popup, wide && styles.wide, tall && styles.tall)}
          >
            <div className={styles.header}>
              <Base.Title className={styles.title}>{title}</Base.Title>
              <IconButton label={t("action.close")} icon={<CloseIcon />} onClick={onClose} />
            </div>
            <div className={classes(styles.body, flush && styles.flush)} tabIndex={readOnly ? 0 : undefined}>
              {children}
            </div>
            {actions === undefined ? null : <div className={styles.actions}>{actions}</div>}
          </Base.Popup>
        </Base.Viewport>
      </Base.Portal>
    </Base.Root>
  );
}
