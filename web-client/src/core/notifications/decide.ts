/** Whether a message asks for attention, and how: pure rules. */
import type { Message, Person } from "../protocol.ts";
import { mentionsMe } from "../sync/entry.ts";
import type { ConversationView, DevicePreferences, Notice } from "../types.ts";

/** Where the person's eyes are. */
export interface Attention {
  /** This tab may be seen. */
  readonly here: boolean;
  /** The conversation is on screen in a tab that may be seen, this or another. */
  readonly shown: boolean;
  /** Any tab may be seen. */
  readonly anywhere: boolean;
  /** This tab is the one of all tabs that makes sounds and browser notifications. */
  readonly speaker: boolean;
}

/**
 * Null: it asks for none. One's own messages, what only tells of the group, what is on screen somewhere and what is
 * muted stay silent; a mention changes nothing about that.
 */
export function noticeOf(
  message: Message,
  me: string,
  sender: Person | null,
  conversation: ConversationView,
  attention: Attention,
  preferences: DevicePreferences,
): Notice | null {
  if (message.senderId === me || message.body.type !== "text") return null;
  if (conversation.muted || attention.shown || message.seq <= conversation.readSeq) return null;
  const toast = attention.here;
  const browser = !attention.anywhere && attention.speaker && preferences.notifications;
  const sound = attention.speaker && preferences.sound;
  if (!toast && !browser && !sound) return null;
  const mention = mentionsMe(message, me);
  return {
    message,
    sender,
    conversation,
    mention,
    toast,
    browser,
    preview: preferences.notificationPreview,
    sound,
  };
}
