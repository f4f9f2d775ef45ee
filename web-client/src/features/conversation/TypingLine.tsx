import { useClient } from "../../app/ClientContext.ts";
import { usePeople } from "../../app/people.ts";
import { useObservable } from "../../app/useObservable.ts";
import { useTexts } from "../../text/TextsContext.ts";
import styles from "./Composer.module.css";

/** Who is typing. The line is always there, so that nothing moves when it fills. */
export function TypingLine({ conversationId }: { readonly conversationId: string }) {
  const { t } = useTexts();
  const typing = useObservable(useClient().state.typing(conversationId));
  const names = usePeople(typing).map((person) => person?.displayName ?? t("system.someone"));
  const [first = "", second = ""] = names;
  return (
    <div className={styles.typing} role="status">
      {names.length === 0
        ? ""
        : names.length === 1
          ? t("composer.typing.one", { name: first })
          : names.length === 2
            ? t("composer.typing.two", { first, second })
            : t("composer.typing.many", { count: names.length })}
    </div>
  );
}
