import { useState } from "react";
import { useClient } from "../../../app/ClientContext.ts";
import { usePeople } from "../../../app/people.ts";
import { useObservable } from "../../../app/useObservable.ts";
import { useSubmit } from "../../../app/useSubmit.ts";
import type { Call, Person } from "../../../core/protocol.ts";
import { LIMITS } from "../../../core/protocol.ts";
import { useLaterTexts } from "../../../text/LaterTexts.tsx";
import { Button } from "../../../ui/Button.tsx";
import { Dialog } from "../../../ui/Dialog.tsx";
import { Notice } from "../../../ui/Notice.tsx";
import { TextField } from "../../../ui/TextField.tsx";
import styles from "../../new-conversation/NewConversation.module.css";
import { PeopleChooser } from "../../new-conversation/PeopleChooser.tsx";
import { peopleOf } from "../useCallFace.ts";
import { useCalls } from "../useCalls.ts";
import own from "./AddPeopleDialog.module.css";

interface Props {
  readonly call: Call;
  readonly onClose: () => void;
}

/** Rings more people. From a call between two a group is made, named after its people unless one says otherwise. */
export function AddPeopleDialog({ call, onClose }: Props) {
  const { t, language } = useLaterTexts();
  const { state } = useClient();
  const calls = useCalls();
  const conversation = useObservable(state.conversation(call.conversationId));
  const group = conversation !== null && conversation.otherId === null;
  const [chosen, setChosen] = useState<readonly Person[]>([]);
  const [typed, setTyped] = useState<string | null>(null);
  const here = usePeople(peopleOf(call));
  const members = usePeople(conversation?.members.map(({ accountId }) => accountId) ?? []);

  const there = call.participants.filter((each) => each.state === "joined" || each.state === "ringing");
  const without = new Set(group ? there.map(({ accountId }) => accountId) : peopleOf(call));
  const names = [...here, ...chosen].flatMap((person) => (person ? [person.displayName] : []));
  const name = typed ?? shortened(new Intl.ListFormat(language, { style: "narrow" }).format(names));
  const submit = useSubmit(async () => {
    const people = chosen.map(({ id }) => id);
    await calls.add(people, group ? "" : name.trim());
    onClose();
  });
  return (
    <Dialog
      title={t("call.add")}
      onClose={onClose}
      flush
      tall
      actions={
        <>
          <Button onClick={onClose}>{t("action.cancel")}</Button>
          <Button
            look="primary"
            busy={submit.busy}
            disabled={chosen.length === 0 || (!group && name.trim() === "")}
            onClick={submit.onSubmit}
          >
            {t("call.ring")}
          </Button>
        </>
      }
    >
      {submit.error === null ? null : (
        <div className={styles.error}>
          <Notice tone="danger">{submit.error}</Notice>
        </div>
      )}
      <PeopleChooser
        chosen={chosen}
        onChosen={setChosen}
        without={without}
        {...(group && { from: members.filter((person): person is Person => person !== null) })}
      />
      {group ? null : (
        <div className={own.name}>
          <TextField
            label={t("newGroup.name")}
            hint={t("call.addText")}
            value={name}
            maxLength={LIMITS.GROUP_NAME_MAX}
            onValue={setTyped}
          />
        </div>
      )}
    </Dialog>
  );
}

/** What a group's name has room for. */
function shortened(name: string): string {
  const letters = [...name];
  return letters.length <= LIMITS.GROUP_NAME_MAX
    ? name
    : `${letters.slice(0, LIMITS.GROUP_NAME_MAX - 1).join("")}…`;
}
