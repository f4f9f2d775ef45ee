import type { ConversationView } from "../../core/index.ts";
import { useContactState } from "../contacts/useContactState.ts";

/** In groups members write; to one person those who are contacts. The server decides; this saves a refusal. */
export function useCanWrite(conversation: ConversationView): boolean {
  const contact = useContactState(conversation.otherId ?? "");
  return conversation.otherId === null || contact === "contact";
}
