import { useClient } from "../../app/ClientContext.ts";
import { useObservable } from "../../app/useObservable.ts";
import { useTexts } from "../../text/TextsContext.ts";
import { LANGUAGES } from "../../text/texts.ts";
import { ChoiceGroup } from "../../ui/ChoiceGroup.tsx";

export function AppearanceSettings() {
  const { t, language } = useTexts();
  const { state, account } = useClient();
  const { theme, enterSends, language: chosen } = useObservable(state.preferences);
  return (
    <>
      <ChoiceGroup
        label={t("appearance.theme")}
        row
        value={theme}
        choices={[
          { value: "system", label: t("appearance.theme.system") },
          { value: "light", label: t("appearance.theme.light") },
          { value: "dark", label: t("appearance.theme.dark") },
        ]}
        onChange={(next) => account.setPreferences({ theme: next })}
      />
      <ChoiceGroup
        label={t("appearance.language")}
        // What was chosen, also while its texts are still loaded.
        value={chosen ?? language}
        choices={LANGUAGES.map(({ id, name }) => ({ value: id, label: name, lang: id }))}
        onChange={(next) => account.setPreferences({ language: next })}
      />
      <ChoiceGroup
        label={t("appearance.enter")}
        value={enterSends ? "sends" : "newline"}
        choices={[
          { value: "sends", label: t("appearance.enterSends") },
          { value: "newline", label: t("appearance.enterNewline") },
        ]}
        onChange={(next) => account.setPreferences({ enterSends: next === "sends" })}
      />
    </>
  );
}
