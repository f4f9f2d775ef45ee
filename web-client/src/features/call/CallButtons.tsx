import type { ConversationView } from "../../core/index.ts";
import { useTexts } from "../../text/TextsContext.ts";
import { IconButton } from "../../ui/IconButton.tsx";
import { CallIcon, VideoIcon } from "../../ui/icons.ts";
import { useCanWrite } from "../conversation/useCanWrite.ts";
import { useStartCall } from "./useStartCall.ts";

/** Call and video call, in the header of a conversation. Whom one may write to one may call. */
export function CallButtons({ conversation }: { readonly conversation: ConversationView }) {
  const { t } = useTexts();
  const { start } = useStartCall();
  const allowed = useCanWrite(conversation) && conversation.members.length > 1;
  if (!allowed) return null;
  return (
    <>
      <IconButton
        label={t("calls.voice")}
        icon={<CallIcon />}
        onClick={() => start(conversation.id, false)}
      />
      <IconButton
        label={t("calls.video")}
        icon={<VideoIcon />}
        onClick={() => start(conversation.id, true)}
      />
    </>
  );
}
