export type Permission = NotificationPermission | "unsupported";

/** Whether the browser lets this page show notifications. */
export function notificationPermission(): Permission {
  return typeof Notification === "undefined" ? "unsupported" : Notification.permission;
}

/** Asks the person; only in answer to a press, as browsers want it. */
export async function askForNotifications(): Promise<Permission> {
  return typeof Notification === "undefined" ? "unsupported" : Notification.requestPermission();
}
