import type { ComponentProps } from "react";
import { useTexts } from "../text/TextsContext.ts";
import { IconButton } from "./IconButton.tsx";
import { CloseIcon, SearchIcon } from "./icons.ts";
import styles from "./SearchField.module.css";

interface Props extends Omit<ComponentProps<"input">, "onChange" | "value"> {
  readonly label: string;
  readonly value: string;
  readonly onValue: (value: string) => void;
}

export function SearchField({ label, value, onValue, ...input }: Props) {
  const { t } = useTexts();
  return (
    <div className={styles.box}>
      <SearchIcon size={16} aria-hidden="true" />
      <input
        autoComplete="off"
        spellCheck={false}
        {...input}
        type="search"
        className={styles.input}
        aria-label={label}
        placeholder={label}
        value={value}
        onChange={(event) => onValue(event.currentTarget.value)}
      />
      {value === "" ? null : (
        <IconButton
          label={t("action.clearSearch")}
          icon={<CloseIcon size={16} />}
          onClick={() => onValue("")}
        />
      )}
    </div>
  );
}
