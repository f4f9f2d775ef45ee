import { type ComponentProps, useState } from "react";
import { useTexts } from "../../text/TextsContext.ts";
import { IconButton } from "../../ui/IconButton.tsx";
import { HideIcon, ShowIcon } from "../../ui/laterIcons.ts";
import { TextField } from "../../ui/TextField.tsx";

type Props = Omit<ComponentProps<typeof TextField>, "type" | "trailing">;

/** A password that can be looked at. */
export function PasswordField(props: Props) {
  const { t } = useTexts();
  const [shown, setShown] = useState(false);
  return (
    <TextField
      {...props}
      type={shown ? "text" : "password"}
      spellCheck={false}
      autoCapitalize="off"
      dir="ltr"
      trailing={
        <IconButton
          label={t(shown ? "password.hide" : "password.show")}
          icon={shown ? <HideIcon size={18} /> : <ShowIcon size={18} />}
          aria-pressed={shown}
          onClick={() => setShown(!shown)}
        />
      }
    />
  );
}
