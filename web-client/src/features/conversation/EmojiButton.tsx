import { Popover } from "@base-ui/react/popover";
import { lazy, Suspense, useState } from "react";
import { useTexts } from "../../text/TextsContext.ts";
import { IconButton } from "../../ui/IconButton.tsx";
import { EmojiIcon } from "../../ui/icons.ts";
import menu from "../../ui/Menu.module.css";
import styles from "./EmojiPicker.module.css";

const EmojiPicker = lazy(async () => ({ default: (await import("./EmojiPicker.tsx")).EmojiPicker }));

interface Props {
  readonly className: string;
  readonly onPick: (emoji: string) => void;
}

/** Opens the emoji picker, which is only loaded then. */
export function EmojiButton({ className, onPick }: Props) {
  const { t } = useTexts();
  const [open, setOpen] = useState(false);
  return (
    <Popover.Root open={open} onOpenChange={(next) => setOpen(next)}>
      <Popover.Trigger render={<IconButton className={className} label={t("composer.emoji")} icon={<EmojiIcon />} />} />
      <Popover.Portal>
        <Popover.Positioner className={menu.positioner} side="top" align="start" sideOffset={10} collisionPadding={8}>
          <Popover.Popup className={styles.popup} aria-label={t("emoji.pick")}>
            <Suspense fallback={<div className={styles.loading}>{t("emoji.loading")}</div>}>
              <EmojiPicker
                onPick={(emoji) => {
                  onPick(emoji);
                  setOpen(false);
                }}
              />
            </Suspense>
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  );
}
