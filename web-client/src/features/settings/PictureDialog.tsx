import { type DragEvent, useEffect, useRef, useState } from "react";
import { useSubmit } from "../../app/useSubmit.ts";
import { LIMITS } from "../../core/index.ts";
import { useTexts } from "../../text/TextsContext.ts";
import { Button } from "../../ui/Button.tsx";
import { Dialog } from "../../ui/Dialog.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { CropStage } from "./CropStage.tsx";
import { type Crop, centred, sideOf } from "./crop.ts";
import styles from "./PictureDialog.module.css";

/** Side of the square that is uploaded, px; the server makes its own small picture of it. */
const UPLOADED_PX = 512;
const TYPES = "image/jpeg,image/png,image/webp";
const BYTES_IN_MB = 1024 * 1024;

interface Props {
  readonly hasPicture: boolean;
  readonly onClose: () => void;
  readonly onRemove: () => void;
  readonly onPicture: (picture: Blob) => Promise<void>;
}

/** Choosing a picture file and the square of it that is shown. */
export function PictureDialog({ hasPicture, onClose, onRemove, onPicture }: Props) {
  const { t } = useTexts();
  const [picture, setPicture] = useState<ImageBitmap | null>(null);
  const [crop, setCrop] = useState<Crop | null>(null);
  const [unreadable, setUnreadable] = useState(false);
  const submit = useSubmit(async () => {
    if (!picture || !crop) return;
    await onPicture(await squareOf(picture, crop));
    onClose();
  });
  useEffect(() => () => picture?.close(), [picture]);

  const choose = async (file: File | undefined) => {
    if (!file) return;
    setUnreadable(false);
    try {
      const bitmap = await createImageBitmap(file);
      setPicture(bitmap);
      setCrop(centred(bitmap));
    } catch {
      setUnreadable(true);
    }
  };

  return (
    <Dialog
      title={t(picture ? "profile.cropTitle" : "profile.choosePicture")}
      onClose={onClose}
      actions={
        <>
          {hasPicture && !picture ? (
            <Button
              look="dangerPlain"
              onClick={() => {
                onRemove();
                onClose();
              }}
            >
              {t("profile.removePicture")}
            </Button>
          ) : null}
          <Button onClick={onClose}>{t("action.cancel")}</Button>
          {picture ? (
            <Button look="primary" busy={submit.busy} onClick={submit.onSubmit}>
              {t("profile.usePicture")}
            </Button>
          ) : null}
        </>
      }
    >
      <div className={styles.body}>
        {unreadable ? <Notice tone="danger">{t("profile.pictureUnreadable")}</Notice> : null}
        {submit.error === null ? null : <Notice tone="danger">{submit.error}</Notice>}
        {picture && crop ? (
          <>
            <CropStage picture={picture} crop={crop} onCrop={setCrop} />
            <p className={styles.hint}>{t("profile.cropHint")}</p>
          </>
        ) : (
          <FileChoice onFile={(file) => void choose(file)} />
        )}
      </div>
    </Dialog>
  );
}

function FileChoice({ onFile }: { readonly onFile: (file: File | undefined) => void }) {
  const { t } = useTexts();
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    onFile(event.dataTransfer.files[0]);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is an extra; the button does the same
    <div
      className={styles.drop}
      data-over={over ? "" : undefined}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <Button look="primary" onClick={() => input.current?.click()}>
        {t("profile.choosePicture")}
      </Button>
      <span className={styles.hint}>
        {t("profile.pictureRule", { size: LIMITS.AVATAR_BYTES_MAX / BYTES_IN_MB })}
      </span>
      <input
        ref={input}
        type="file"
        accept={TYPES}
        className={styles.file}
        aria-label={t("profile.choosePicture")}
        onChange={(event) => onFile(event.currentTarget.files?.[0])}
      />
    </div>
  );
}

/** The chosen square as a picture file. */
async function squareOf(picture: ImageBitmap, crop: Crop): Promise<Blob> {
  const side = sideOf(picture, crop.zoom);
  const size = Math.min(UPLOADED_PX, Math.round(side));
  const canvas = new OffscreenCanvas(size, size);
  canvas
    .getContext("2d")
    ?.drawImage(picture, crop.x - side / 2, crop.y - side / 2, side, side, 0, 0, size, size);
  return canvas.convertToBlob({ type: "image/png" });
}
