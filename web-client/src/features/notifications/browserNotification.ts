import { notificationPermission } from "./permission.ts";

interface BrowserNotification {
  /** A newer one with the same takes the place of this. */
  readonly tag: string;
  readonly title: string;
  readonly body: string;
  /** The address that a press on it leads to. */
  readonly url: string;
  /** Stays until it is closed. */
  readonly stays?: boolean;
  /** Where no service worker is that could lead there. */
  readonly onOpen: () => void;
}

/** Through the service worker where there is one, since phones know no other way. Nothing happens where it is not allowed. */
export async function showNotification({ tag, title, body, url, stays, onOpen }: BrowserNotification) {
  if (notificationPermission() !== "granted") return;
  const options: NotificationOptions = {
    body,
    tag,
    icon: "/icons/icon-192.png",
    silent: true,
    requireInteraction: stays ?? false,
    data: { url },
  };
  const worker = await navigator.serviceWorker?.getRegistration();
  if (worker) {
    await worker.showNotification(title, options);
    return;
  }
  const shown = new Notification(title, options);
  shown.onclick = () => {
    window.focus();
    onOpen();
    shown.close();
  };
}

/** Takes one back that a service worker shows. */
export async function closeNotification(tag: string): Promise<void> {
  const worker = await navigator.serviceWorker?.getRegistration();
  for (const shown of (await worker?.getNotifications({ tag })) ?? []) shown.close();
}
