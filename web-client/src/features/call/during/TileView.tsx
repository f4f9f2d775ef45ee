import { type ReactNode, useRef } from "react";
import { avatarUrl, usePerson } from "../../../app/people.ts";
import type { LinkQuality, Tile } from "../../../core/calls/types.ts";
import type { CallParticipant } from "../../../core/protocol.ts";
import { useLaterTexts } from "../../../text/LaterTexts.tsx";
import { Avatar } from "../../../ui/Avatar.tsx";
import { classes } from "../../../ui/classes.ts";
import { HandIcon, LargeIcon, MicrophoneOffIcon, ScreenIcon, SmallIcon } from "../../../ui/laterIcons.ts";
import type { Corner, Place, Stage } from "./layout.ts";
import { Picture } from "./Picture.tsx";
import { QualityMark } from "./QualityMark.tsx";
import styles from "./TileView.module.css";
import { useDrag } from "./useDrag.ts";
import { useTileSize } from "./useTileSize.ts";

interface Props {
  readonly tile: Tile;
  readonly place: Place;
  readonly participant: CallParticipant | undefined;
  readonly speaking: boolean;
  readonly link: LinkQuality | undefined;
  readonly pinned: boolean;
  /** Whose hand was first, 1 the first; 0 where there is nothing to tell apart. */
  readonly turn: number;
  /** Null where there is nothing to choose. */
  readonly onPin: (() => void) | null;
}

/** One picture of the call, at its place. */
export function TileView({ place, ...props }: Props) {
  const ref = useRef<HTMLLIElement>(null);
  const { tile, speaking } = props;
  useTileSize(ref, tile.id, place.width);
  return (
    <li
      ref={ref}
      className={classes(
        styles.tile,
        styles[place.role],
        place.y === 0 && styles.full,
        speaking && !tile.screen && styles.speaking,
      )}
      style={styleOf(place)}
      data-tile={tile.id}
    >
      <Content place={place} {...props} />
    </li>
  );
}

interface SelfProps extends Props {
  readonly corner: Corner;
  readonly stage: Stage;
  readonly onCorner: (corner: Corner) => void;
}

/** The small picture of oneself, which one can move out of the way. */
export function SelfTile({ corner, stage, onCorner, ...props }: SelfProps) {
  const { t, direction } = useLaterTexts();
  const ref = useRef<HTMLLIElement>(null);
  const { tile, place, speaking } = props;
  const { offset, handlers } = useDrag({ stage, corner, rtl: direction === "rtl", onCorner });
  useTileSize(ref, tile.id, place.width);
  const translate = offset ? { translate: `${offset.x}px ${offset.y}px`, transition: "none" } : {};
  return (
    <li
      ref={ref}
      className={classes(styles.tile, styles.self, speaking && styles.speaking)}
      style={{ ...styleOf(place), ...translate }}
      data-tile={tile.id}
      {...handlers}
    >
      {/* The keyboard's way to move it; the pointer takes the tile itself. */}
      <button type="button" className={styles.handle} aria-label={t("call.moveSelf")} />
      <Content {...props} onPin={null} />
    </li>
  );
}

export function styleOf({ x, y, width, height }: Place) {
  return { insetInlineStart: x, insetBlockStart: y, inlineSize: width, blockSize: height };
}

function Content({ tile, place, participant, link, pinned, turn, onPin }: Props) {
  const { t } = useLaterTexts();
  const person = usePerson(tile.accountId);
  const name = person?.displayName ?? t("system.someone");
  const label = labelOf(t, tile, name);
  return (
    <>
      {tile.video ? (
        <Picture
          stream={tile.video}
          className={classes(
            styles.video,
            tile.screen && styles.whole,
            tile.mine && !tile.screen && styles.mirrored,
          )}
        />
      ) : (
        <span className={styles.face}>
          <Avatar
            id={tile.accountId}
            name={name}
            pictureUrl={avatarUrl(person?.avatarId)}
            size={place.height < 130 ? 40 : place.height < 260 ? 64 : 96}
          />
          {tile.waiting ? <Waiting participant={participant} /> : null}
        </span>
      )}
      {tile.video && tile.waiting ? (
        <span className={styles.over}>
          <Waiting participant={participant} />
        </span>
      ) : null}
      <Label tile={tile} link={link} turn={turn} text={label} />
      {onPin ? (
        <button
          type="button"
          className={styles.pin}
          aria-pressed={pinned}
          aria-label={pinned ? t("call.unpin", { name: label }) : t("call.pin", { name: label })}
          onClick={onPin}
        >
          {pinned ? <SmallIcon size={16} /> : <LargeIcon size={16} />}
        </button>
      ) : null}
    </>
  );
}

function labelOf(t: ReturnType<typeof useLaterTexts>["t"], tile: Tile, name: string): string {
  if (tile.screen) return tile.mine ? t("call.yourScreen") : t("call.screenOf", { name });
  return tile.mine ? t("call.you") : name;
}

function Waiting({ participant }: { readonly participant: CallParticipant | undefined }) {
  const { t } = useLaterTexts();
  return (
    <span className={styles.waiting}>
      {participant?.state === "ringing" ? t("call.rings") : t("call.waitsForThem")}
    </span>
  );
}

interface LabelProps {
  readonly tile: Tile;
  readonly link: LinkQuality | undefined;
  readonly turn: number;
  readonly text: string;
}

function Label({ tile, link, turn, text }: LabelProps): ReactNode {
  const { t } = useLaterTexts();
  return (
    <span className={styles.label}>
      {tile.screen ? <ScreenIcon size={14} aria-hidden="true" /> : null}
      {tile.hand ? (
        <HandIcon size={14} className={styles.hand} role="img" aria-label={t("call.handUp")} />
      ) : null}
      {tile.hand && turn > 0 ? <span className={styles.hand}>{turn}</span> : null}
      {tile.muted && !tile.screen && !tile.waiting ? (
        <MicrophoneOffIcon size={14} role="img" aria-label={t("call.isMuted")} />
      ) : null}
      <bdi className={styles.name}>{text}</bdi>
      {link && link.grade !== "good" && !tile.screen ? <QualityMark grade={link.grade} /> : null}
    </span>
  );
}
