import { useEffect, useRef } from "react";
import type { Tile } from "../../../core/calls/types.ts";

interface Props {
  readonly tiles: readonly Tile[];
  /** Null: the system's. */
  readonly speakerId: string | null;
  /** Grows when the person asked for the sound that the browser held back. */
  readonly asked: number;
  readonly onBlocked: (blocked: boolean) => void;
}

/** Plays everybody's sound, whichever way the pictures are shown. */
export function CallSound({ tiles, speakerId, asked, onBlocked }: Props) {
  return tiles.map((tile) =>
    tile.audio === null ? null : (
      <Voice key={tile.id} stream={tile.audio} speakerId={speakerId} asked={asked} onBlocked={onBlocked} />
    ),
  );
}

interface VoiceProps extends Omit<Props, "tiles"> {
  readonly stream: MediaStream;
}

function Voice({ stream, speakerId, asked, onBlocked }: VoiceProps) {
  const audio = useRef<HTMLAudioElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was refused is tried again when it is asked for
  useEffect(() => {
    const element = audio.current;
    if (!element) return;
    if (element.srcObject !== stream) element.srcObject = stream;
    element.play().then(
      () => onBlocked(false),
      (refused: unknown) => {
        if (refused instanceof DOMException && refused.name === "NotAllowedError") onBlocked(true);
      },
    );
  }, [stream, asked, onBlocked]);
  useEffect(() => {
    const element = audio.current;
    if (!element || typeof element.setSinkId !== "function") return;
    element.setSinkId(speakerId ?? "").catch(() => console.warn("The chosen speaker cannot be used"));
  }, [speakerId]);
  // biome-ignore lint/a11y/useMediaCaption: a live voice has no captions
  return <audio ref={audio} autoPlay />;
}
