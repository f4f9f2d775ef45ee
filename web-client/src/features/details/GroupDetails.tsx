import { lazy, Suspense, useState } from "react";
import { useClient } from "../../app/ClientContext.ts";
import { useNavigation } from "../../app/NavigationContext.ts";
import { avatarUrl, useOnlineCount } from "../../app/people.ts";
import { useQuestion } from "../../app/Questions.tsx";
import { useAction } from "../../app/useAction.ts";
import type { ConversationView } from "../../core/index.ts";
import { useTexts } from "../../text/TextsContext.ts";
import { Avatar } from "../../ui/Avatar.tsx";
import { Button } from "../../ui/Button.tsx";
import { LeaveIcon, PictureIcon, RenameIcon } from "../../ui/laterIcons.ts";
import { ConversationOptions } from "./ConversationOptions.tsx";
import styles from "./DetailsPane.module.css";
import { MemberList } from "./MemberList.tsx";

const RenameDialog = lazy(async () => ({ default: (await import("./RenameDialog.tsx")).RenameDialog }));
const PictureDialog = lazy(async () => ({
  default: (await import("../settings/PictureDialog.tsx")).PictureDialog,
}));

export function GroupDetails({ conversation }: { readonly conversation: ConversationView }) {
  const { t } = useTexts();
  const client = useClient();
  const navigation = useNavigation();
  const ask = useQuestion();
  const run = useAction();
  const [renaming, setRenaming] = useState(false);
  const [picturing, setPicturing] = useState(false);
  const { id, members, myRole } = conversation;
  const name = conversation.name ?? "";
  const manages = myRole !== "member";
  const online = useOnlineCount(members.map((member) => member.accountId));
  const lastOwner = myRole === "owner" && members.filter((member) => member.role === "owner").length === 1;

  const leave = () =>
    ask({
      title: t("details.leaveTitle", { name }),
      text: lastOwner && members.length > 1 ? t("details.leaveLastOwner") : t("details.leaveText"),
      action: t("details.leave"),
      danger: true,
      onConfirm: async () => {
        await client.conversations.leave(id);
        navigation.go({ name: "chats" }, true);
      },
    });

  return (
    <>
      <div className={styles.hero}>
        <Avatar id={id} name={name} pictureUrl={avatarUrl(conversation.avatarId)} size={96} />
        <span className={styles.name} dir="auto">
          {name}
        </span>
        <span className={styles.muted}>
          {online > 1
            ? t("presence.membersOnline", { count: members.length, online })
            : t("presence.members", { count: members.length })}
        </span>
        {manages ? (
          <div className={styles.heroActions}>
            <Button onClick={() => setRenaming(true)}>
              <RenameIcon size={16} />
              {t("details.rename")}
            </Button>
            <Button onClick={() => setPicturing(true)}>
              <PictureIcon size={16} />
              {t("profile.picture")}
            </Button>
          </div>
        ) : null}
      </div>
      <ConversationOptions conversation={conversation} />
      <MemberList conversation={conversation} />
      <div className={styles.danger}>
        <Button look="dangerPlain" onClick={leave}>
          <LeaveIcon size={16} className="flips" />
          {t("details.leave")}
        </Button>
      </div>
      <Suspense>
        {renaming ? <RenameDialog id={id} name={name} onClose={() => setRenaming(false)} /> : null}
        {picturing ? (
          <PictureDialog
            hasPicture={conversation.avatarId !== null}
            onClose={() => setPicturing(false)}
            onRemove={() => run(() => client.conversations.setPicture(id, null))}
            onPicture={(picture) => client.conversations.setPicture(id, picture)}
          />
        ) : null}
      </Suspense>
    </>
  );
}
