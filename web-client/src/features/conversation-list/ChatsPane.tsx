import { type KeyboardEvent, type RefObject, useState } from "react";
import { useTexts } from "../../text/TextsContext.ts";
import { IconButton } from "../../ui/IconButton.tsx";
import { GroupIcon, NewChatIcon } from "../../ui/icons.ts";
import { SearchField } from "../../ui/SearchField.tsx";
import { ConversationList } from "./ConversationList.tsx";
import { ListHeader } from "./ListHeader.tsx";
import { SearchResults } from "./SearchResults.tsx";

interface Props {
  readonly searchRef: RefObject<HTMLInputElement | null>;
  readonly onNewChat: () => void;
  readonly onNewGroup: () => void;
}

/** The list pane with its search: conversations, or what the search finds. */
export function ChatsPane({ searchRef, onNewChat, onNewGroup }: Props) {
  const { t } = useTexts();
  const [query, setQuery] = useState("");

  const leave = (event: KeyboardEvent) => {
    if (event.key !== "Escape" || query === "") return;
    event.stopPropagation();
    setQuery("");
  };

  return (
    <>
      <ListHeader
        title={t("nav.chats")}
        actions={
          <>
            <IconButton label={t("nav.newGroup")} icon={<GroupIcon />} onClick={onNewGroup} />
            <IconButton label={t("nav.newChat")} keys="Alt+N" icon={<NewChatIcon />} onClick={onNewChat} />
          </>
        }
      >
        <SearchField
          ref={searchRef}
          label={t("list.search")}
          value={query}
          onValue={setQuery}
          onKeyDown={leave}
        />
      </ListHeader>
      {query.trim() === "" ? (
        <ConversationList onNewGroup={onNewGroup} />
      ) : (
        <SearchResults query={query} onOpened={() => setQuery("")} />
      )}
    </>
  );
}
