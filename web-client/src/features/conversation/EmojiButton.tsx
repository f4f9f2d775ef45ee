import { lazy, Suspense, useState } from "react";
import { useTexts } from "../../text/TextsContext.ts";
import { IconButton } from "../../ui/IconButton.tsx";
import { EmojiIcon } from "../../ui/icons.ts";

const EmojiPopover = lazy(async () => ({ default: (await import("./EmojiPopover.tsx")).EmojiPopover }));

interface Props {
  readonly className: string;
  readonly onPick: (emoji: string) => void;
}

/** Opens the emoji picker, which is only loaded then. */
export function EmojiButton({ className, onPick }: Props) {
  const { t } = useTexts();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  return (
    <>
      <IconButton
        className={className}
        label={t("composer.emoji")}
        icon={<EmojiIcon />}
        aria-haspopup="dialog"
        aria-expanded={anchor !== null}
        onClick={(event) => setAnchor(event.currentTarget)}
      />
      <Suspense>
        {anchor === null ? null : (
          <EmojiPopover anchor={anchor} onPick={onPick} onClose={() => setAnchor(null)} />
        )}
      </Suspense>
    </>
  );
}
