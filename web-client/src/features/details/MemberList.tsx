import { lazy, Suspense, useState } from "react";
import { useClient } from "../../app/ClientContext.ts";
import { useMyId, usePeople } from "../../app/people.ts";
import { useQuestion } from "../../app/Questions.tsx";
import { useAction } from "../../app/useAction.ts";
import type { ConversationView, Member } from "../../core/index.ts";
import type { Person, Role } from "../../core/protocol.ts";
import { useTexts } from "../../text/TextsContext.ts";
import type { Texts } from "../../text/texts.ts";
import { Button } from "../../ui/Button.tsx";
import { AddPersonIcon, MoreIcon, RemovePersonIcon } from "../../ui/icons.ts";
import { AdministrationIcon, OwnerIcon, ProfileIcon } from "../../ui/laterIcons.ts";
import { Menu, type MenuEntry } from "../../ui/Menu.tsx";
import { PersonRow } from "../people/PersonRow.tsx";
import styles from "./DetailsPane.module.css";

const AddMembersDialog = lazy(async () => ({
  default: (await import("./AddMembersDialog.tsx")).AddMembersDialog,
}));

const RANK: Record<Role, number> = { owner: 0, admin: 1, member: 2 };

/** Who takes part, owners first, with what one may do about each. */
export function MemberList({ conversation }: { readonly conversation: ConversationView }) {
  const { t } = useTexts();
  const [adding, setAdding] = useState(false);
  const people = usePeople(conversation.members.map((member) => member.accountId));
  const rows = conversation.members
    .flatMap((member, at) => {
      const person = people[at];
      return person ? [{ member, person }] : [];
    })
    .sort(
      (a, b) =>
        RANK[a.member.role] - RANK[b.member.role] || a.person.displayName.localeCompare(b.person.displayName),
    );
  return (
    <section className={styles.people}>
      <h3 className={styles.heading}>
        {t("details.members", { count: conversation.members.length })}
        {conversation.myRole === "member" ? null : (
          <Button look="plain" onClick={() => setAdding(true)}>
            <AddPersonIcon size={16} />
            {t("details.addMembers")}
          </Button>
        )}
      </h3>
      <ul>
        {rows.map(({ member, person }) => (
          <li key={person.id}>
            <MemberRow conversation={conversation} member={member} person={person} />
          </li>
        ))}
      </ul>
      <Suspense>
        {adding ? <AddMembersDialog conversation={conversation} onClose={() => setAdding(false)} /> : null}
      </Suspense>
    </section>
  );
}

interface RowProps {
  readonly conversation: ConversationView;
  readonly member: Member;
  readonly person: Person;
}

function MemberRow({ conversation, member, person }: RowProps) {
  const texts = useTexts();
  const { t } = texts;
  const me = useMyId();
  const entries = useMemberActions(conversation, member, person);
  const text = person.id === me ? t("details.you") : `@${person.username}`;
  return (
    <PersonRow
      person={person}
      text={text}
      actions={
        <>
          {member.role === "member" ? null : (
            <span className={styles.role}>{roleName(texts, member.role)}</span>
          )}
          {entries.length === 0 ? null : (
            <Menu
              label={t("details.memberActions", { name: person.displayName })}
              icon={<MoreIcon size={18} />}
              entries={entries}
            />
          )}
        </>
      }
    />
  );
}

function roleName({ t }: Texts, role: Role): string {
  switch (role) {
    case "owner":
      return t("details.role.owner");
    case "admin":
      return t("details.role.admin");
    case "member":
      return t("details.role.member");
  }
}

/** Owners change roles and remove anybody; admins remove members. The server decides in the end. */
function useMemberActions(
  conversation: ConversationView,
  member: Member,
  person: Person,
): readonly MenuEntry[] {
  const { t } = useTexts();
  const { conversations } = useClient();
  const me = useMyId();
  const ask = useQuestion();
  const run = useAction();
  const { id, myRole } = conversation;
  if (person.id === me || myRole === "member") return [];

  const change = (role: Role) => () => run(() => conversations.changeRole(id, person.id, role));
  const entries: MenuEntry[] = [];
  if (myRole === "owner") {
    if (member.role !== "owner") {
      entries.push({
        label: t("details.makeOwner"),
        icon: <OwnerIcon size={16} />,
        onSelect: change("owner"),
      });
    }
    if (member.role !== "admin") {
      entries.push({
        label: t("details.makeAdmin"),
        icon: <AdministrationIcon size={16} />,
        onSelect: change("admin"),
      });
    }
    if (member.role !== "member") {
      entries.push({
        label: t("details.makeMember"),
        icon: <ProfileIcon size={16} />,
        onSelect: change("member"),
      });
    }
  }
  if (myRole === "owner" || member.role === "member") {
    entries.push({
      label: t("details.removeMember"),
      icon: <RemovePersonIcon size={16} />,
      danger: true,
      onSelect: () =>
        ask({
          title: t("details.removeMemberTitle", { name: person.displayName }),
          text: t("details.removeMemberText"),
          action: t("action.remove"),
          danger: true,
          onConfirm: () => conversations.removeMember(id, person.id),
        }),
    });
  }
  return entries;
}
