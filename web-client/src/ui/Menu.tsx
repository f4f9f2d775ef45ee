import { lazy, type ReactNode, Suspense, useState } from "react";
import { IconButton } from "./IconButton.tsx";

const MenuPopup = lazy(async () => ({ default: (await import("./MenuPopup.tsx")).MenuPopup }));

export interface MenuEntry {
  readonly label: string;
  readonly icon?: ReactNode;
  readonly danger?: boolean;
  /** What it shows takes the menu's place, so choosing it does not close the menu. */
  readonly replaces?: boolean;
  readonly onSelect: () => void;
}

interface Props {
  /** The button that opens it. */
  readonly label: string;
  readonly icon: ReactNode;
  readonly entries: readonly MenuEntry[];
}

/** A button with a menu. */
export function Menu({ label, icon, entries }: Props) {
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  return (
    <>
      <IconButton
        label={label}
        icon={icon}
        aria-haspopup="menu"
        aria-expanded={anchor !== null}
        onClick={(event) => setAnchor(event.currentTarget)}
      />
      <Suspense>
        {anchor === null ? null : (
          <MenuPopup anchor={anchor} entries={entries} onClose={() => setAnchor(null)} />
        )}
      </Suspense>
    </>
  );
}
