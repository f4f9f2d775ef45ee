import { useEffect, useRef, useState } from "react";
import type { CurrentCall } from "../../../core/calls/types.ts";
import { useLaterTexts } from "../../../text/LaterTexts.tsx";
import { useSize } from "../useSize.ts";
import { type Corner, gridLayout, mainOf, speakerLayout, type View } from "./layout.ts";
import styles from "./Tiles.module.css";
import { SelfTile, styleOf, TileView } from "./TileView.tsx";

interface Props {
  readonly current: CurrentCall;
  /** Who has a hand up, in the order in which they raised it. */
  readonly hands: readonly string[];
  readonly view: View;
  readonly pinned: string | null;
  readonly onPin: (tileId: string | null) => void;
  readonly onAll: () => void;
}

/** Every picture of the call. Each stays one element wherever it stands, so that none flickers when places change. */
export function Tiles({ current, hands, view, pinned, onPin, onAll }: Props) {
  const { t } = useLaterTexts();
  const ref = useRef<HTMLDivElement>(null);
  const stage = useSize(ref);
  const [corner, setCorner] = useState<Corner>("bottomEnd");
  const mainBefore = useRef<string | null>(null);
  const { tiles, speaking, call, links } = current;
  const mainId = mainOf({ tiles, speaking, pinned, before: mainBefore.current });
  useEffect(() => {
    mainBefore.current = mainId;
  }, [mainId]);

  const layout = view === "grid" ? gridLayout(tiles, stage) : speakerLayout({ tiles, mainId, corner, stage });
  const choosable = tiles.length > 2;
  return (
    <div ref={ref} className={styles.stage} data-view={view}>
      <ul className={styles.tiles} style={{ blockSize: layout.height }} aria-label={t("call.people")}>
        {stage.width === 0
          ? null
          : tiles.map((tile) => {
              const place = layout.places.get(tile.id);
              if (!place) return null;
              const props = {
                tile,
                place,
                participant: call.participants.find(({ accountId }) => accountId === tile.accountId),
                speaking: speaking.includes(tile.accountId) && tiles.length > 1,
                link: links.get(tile.accountId),
                turn: hands.length > 1 ? hands.indexOf(tile.accountId) + 1 : 0,
                pinned: pinned === tile.id,
                onPin: choosable ? () => onPin(pinned === tile.id ? null : tile.id) : null,
              };
              return place.role === "self" ? (
                <SelfTile key={tile.id} {...props} corner={corner} stage={stage} onCorner={setCorner} />
              ) : (
                <TileView key={tile.id} {...props} />
              );
            })}
      </ul>
      {layout.rest === null ? null : (
        <button type="button" className={styles.more} style={styleOf(layout.rest.place)} onClick={onAll}>
          {t("call.moreHidden", { count: layout.rest.count })}
        </button>
      )}
    </div>
  );
}
