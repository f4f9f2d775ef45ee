const SIZE = 64;
const MARK = "/icons/mark.svg";

let mark: Promise<HTMLImageElement> | null = null;

function loadMark(): Promise<HTMLImageElement> {
  mark ??= new Promise((resolve, reject) => {
    const image = new Image(SIZE, SIZE);
    image.onload = () => resolve(image);
    image.onerror = reject;
    image.src = MARK;
  });
  return mark;
}

/** Draws the number of unread messages onto the page's icon; 0 gives the plain icon back. */
export async function showInFavicon(count: number): Promise<void> {
  const link = document.querySelector<HTMLLinkElement>('link[rel="icon"]');
  if (!link) return;
  if (count === 0) {
    link.href = MARK;
    return;
  }
  const image = await loadMark();
  const canvas = document.createElement("canvas");
  canvas.width = SIZE;
  canvas.height = SIZE;
  const pen = canvas.getContext("2d");
  if (!pen) return;
  pen.drawImage(image, 0, 0, SIZE, SIZE);
  drawBadge(pen, count > 99 ? "99" : String(count));
  link.href = canvas.toDataURL("image/png");
}

function drawBadge(pen: CanvasRenderingContext2D, text: string) {
  const width = text.length === 1 ? 40 : 52;
  pen.fillStyle = "#d3263c";
  pen.strokeStyle = "#ffffff";
  pen.lineWidth = 4;
  pen.beginPath();
  pen.roundRect(SIZE - width, 2, width - 2, 38, 19);
  pen.stroke();
  pen.fill();
  pen.fillStyle = "#ffffff";
  pen.font = "600 32px 'Inter Variable', sans-serif";
  pen.textAlign = "center";
  pen.textBaseline = "middle";
  pen.fillText(text, SIZE - width / 2 - 1, 22);
}
