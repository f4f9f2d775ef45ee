import { type KeyboardEvent, type PointerEvent, useEffect, useRef, type WheelEvent } from "react";
import { useTexts } from "../../text/TextsContext.ts";
import { type Crop, MAX_ZOOM, sideOf, within } from "./crop.ts";
import styles from "./PictureDialog.module.css";

const STAGE_PX = 280;
const STEP = 0.04;

interface Props {
  readonly picture: ImageBitmap;
  readonly crop: Crop;
  readonly onCrop: (crop: Crop) => void;
}

/** The picture behind a round window: dragged, zoomed with the wheel or the slider, moved with the arrow keys. */
export function CropStage({ picture, crop, onCrop }: Props) {
  const { t } = useTexts();
  const canvas = useRef<HTMLCanvasElement>(null);
  const grabbed = useRef<{ readonly x: number; readonly y: number; readonly crop: Crop } | null>(null);
  const side = sideOf(picture, crop.zoom);
  const set = (next: Crop) => onCrop(within(picture, next));

  useEffect(() => {
    const scale = window.devicePixelRatio;
    const pen = canvas.current?.getContext("2d");
    if (!pen) return;
    pen.canvas.width = STAGE_PX * scale;
    pen.canvas.height = STAGE_PX * scale;
    const { width, height } = pen.canvas;
    pen.drawImage(picture, crop.x - side / 2, crop.y - side / 2, side, side, 0, 0, width, height);
  }, [picture, crop, side]);

  const onPointerDown = (event: PointerEvent) => {
    event.currentTarget.setPointerCapture(event.pointerId);
    grabbed.current = { x: event.clientX, y: event.clientY, crop };
  };
  const onPointerMove = (event: PointerEvent) => {
    const start = grabbed.current;
    if (!start) return;
    const scale = side / STAGE_PX;
    set({
      ...start.crop,
      x: start.crop.x - (event.clientX - start.x) * scale,
      y: start.crop.y - (event.clientY - start.y) * scale,
    });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const by = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[event.key];
    if (!by) return;
    event.preventDefault();
    set({ ...crop, x: crop.x + (by[0] ?? 0) * side * STEP, y: crop.y + (by[1] ?? 0) * side * STEP });
  };
  const onWheel = (event: WheelEvent) =>
    set({ ...crop, zoom: crop.zoom * (event.deltaY < 0 ? 1.08 : 1 / 1.08) });

  return (
    <>
      {/* biome-ignore lint/a11y/useSemanticElements: no element means "move this picture" */}
      <div
        role="group"
        aria-label={t("profile.cropHint")}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: the arrow keys move the picture
        tabIndex={0}
        className={styles.stage}
        onPointerDown={onPointerDown}
        onPointerMove={onPointerMove}
        onPointerUp={() => {
          grabbed.current = null;
        }}
        onKeyDown={onKeyDown}
        onWheel={onWheel}
      >
        <canvas ref={canvas} className={styles.canvas} />
      </div>
      <label className={styles.zoom}>
        {t("profile.zoom")}
        <input
          type="range"
          min={1}
          max={MAX_ZOOM}
          step={0.01}
          value={crop.zoom}
          onChange={(event) => set({ ...crop, zoom: Number(event.currentTarget.value) })}
        />
      </label>
    </>
  );
}
