import { DirectionProvider } from "@base-ui/react/direction-provider";
import { Popover } from "@base-ui/react/popover";
import { useTexts } from "../../text/TextsContext.ts";
import menu from "../../ui/Menu.module.css";
import styles from "./EmojiPicker.module.css";
import { EmojiPicker } from "./EmojiPicker.tsx";

interface Props {
  readonly anchor: HTMLElement;
  readonly onPick: (emoji: string) => void;
  readonly onClose: () => void;
}

export function EmojiPopover({ anchor, onPick, onClose }: Props) {
  const { t, direction } = useTexts();
  return (
    <DirectionProvider direction={direction}>
      <Popover.Root open onOpenChange={(open) => open || onClose()}>
        <Popover.Portal>
          <Popover.Positioner
            className={menu.positioner}
            anchor={anchor}
            side="top"
            align="start"
            sideOffset={10}
            collisionPadding={8}
          >
            <Popover.Popup className={styles.popup} aria-label={t("emoji.pick")} finalFocus={() => anchor}>
              <EmojiPicker
                onPick={(emoji) => {
                  onClose();
                  onPick(emoji);
                }}
              />
            </Popover.Popup>
          </Popover.Positioner>
        </Popover.Portal>
      </Popover.Root>
    </DirectionProvider>
  );
}
