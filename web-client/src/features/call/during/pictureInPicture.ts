/** The picture that is large now, or any; null while there is none. */
function largestPicture(pane: HTMLElement): HTMLVideoElement | null {
  const pictures = [...pane.querySelectorAll("video")].filter(({ videoWidth }) => videoWidth > 0);
  return (
    pictures.toSorted((a, b) => b.clientWidth * b.clientHeight - a.clientWidth * a.clientHeight)[0] ?? null
  );
}

/** Lets the large picture float over other programs, or brings it back. */
export async function togglePictureInPicture(pane: HTMLElement | null): Promise<void> {
  if (document.pictureInPictureElement) return document.exitPictureInPicture();
  const picture = pane && largestPicture(pane);
  if (!picture) return;
  try {
    await picture.requestPictureInPicture();
  } catch {
    console.warn("The browser refused to let the picture float");
  }
}
