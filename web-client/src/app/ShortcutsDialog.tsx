import { useTexts } from "../text/TextsContext.ts";
import type { TextKey } from "../text/texts.ts";
import { Dialog } from "../ui/Dialog.tsx";
import { useClient } from "./ClientContext.ts";
import styles from "./ShortcutsDialog.module.css";
import { useObservable } from "./useObservable.ts";

type Shortcut = readonly [text: TextKey, keys: readonly string[]];

const EVERYWHERE: readonly Shortcut[] = [
  ["shortcuts.search", ["Ctrl", "K"]],
  ["shortcuts.newChat", ["Alt", "N"]],
  ["nav.newGroup", ["Alt", "G"]],
  ["shortcuts.previous", ["Alt", "↑"]],
  ["shortcuts.next", ["Alt", "↓"]],
  ["shortcuts.details", ["Alt", "I"]],
  ["shortcuts.settings", ["Ctrl", ","]],
  ["shortcuts.composer", ["R"]],
  ["shortcuts.close", ["Esc"]],
  ["shortcuts.help", ["?"]],
];

const CALL: readonly Shortcut[] = [
  ["shortcuts.call.microphone", ["M"]],
  ["shortcuts.call.camera", ["V"]],
  ["shortcuts.call.talk", ["Space"]],
  ["shortcuts.call.minimise", ["Esc"]],
];

const FORMATTING: readonly Shortcut[] = [
  ["shortcuts.format.bold", ["**…**"]],
  ["shortcuts.format.italic", ["*…*"]],
  ["shortcuts.format.code", ["`…`"]],
  ["shortcuts.format.block", ["```…```"]],
  ["shortcuts.format.quote", ["> …"]],
  ["shortcuts.format.list", ["- …"]],
];

export function ShortcutsDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTexts();
  const { enterSends } = useObservable(useClient().state.preferences);
  const message: readonly Shortcut[] = [
    ["shortcuts.send", enterSends ? ["Enter"] : ["Ctrl", "Enter"]],
    ["shortcuts.newline", enterSends ? ["Shift", "Enter"] : ["Enter"]],
  ];
  return (
    <Dialog title={t("shortcuts.title")} onClose={onClose} readOnly>
      <Group title={t("shortcuts.general")} shortcuts={EVERYWHERE} />
      <Group title={t("shortcuts.message")} shortcuts={message} />
      <Group title={t("shortcuts.call")} shortcuts={CALL} />
      <Group title={t("shortcuts.formatting")} shortcuts={FORMATTING} />
    </Dialog>
  );
}

function Group({ title, shortcuts }: { readonly title: string; readonly shortcuts: readonly Shortcut[] }) {
  const { t } = useTexts();
  return (
    <section className={styles.group}>
      <h3 className={styles.title}>{title}</h3>
      <dl>
        {shortcuts.map(([text, keys]) => (
          <div key={text} className={styles.row}>
            <dt>{t(text)}</dt>
            <dd className={styles.keys}>
              {keys.map((key) => (
                <kbd key={key} className={styles.key}>
                  {key}
                </kbd>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
