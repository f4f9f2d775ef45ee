import { useMyId, usePerson } from "../../../app/people.ts";
import type { CurrentCall, LinkQuality } from "../../../core/calls/types.ts";
import { type AllTexts, useLaterTexts } from "../../../text/LaterTexts.tsx";
import { Dialog } from "../../../ui/Dialog.tsx";
import styles from "./QualityDialog.module.css";
import { QualityMark } from "./QualityMark.tsx";

interface Props {
  readonly current: CurrentCall;
  readonly onClose: () => void;
}

/** What was measured over the last seconds, of each person. */
export function QualityDialog({ current, onClose }: Props) {
  const { t } = useLaterTexts();
  const links = [...current.links];
  return (
    <Dialog title={t("call.statistics")} onClose={onClose} wide readOnly>
      {links.length === 0 ? <p className={styles.none}>{t("call.noStatistics")}</p> : null}
      <ul className={styles.people}>
        {links.map(([accountId, link]) => (
          <li key={accountId}>
            <PersonLink accountId={accountId} link={link} />
          </li>
        ))}
      </ul>
    </Dialog>
  );
}

function PersonLink({ accountId, link }: { readonly accountId: string; readonly link: LinkQuality }) {
  const texts = useLaterTexts();
  const { t } = texts;
  const me = useMyId();
  const person = usePerson(accountId);
  const facts = factsOf(texts, link);
  return (
    <section className={styles.person}>
      <h3 className={styles.name}>
        <QualityMark grade={link.grade} />
        <bdi>{accountId === me ? t("call.you") : (person?.displayName ?? t("system.someone"))}</bdi>
        {link.way ? <span className={styles.way}>{t("call.way", { way: link.way })}</span> : null}
      </h3>
      <dl className={styles.facts}>
        {facts.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>
              <bdi>{value}</bdi>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

type Fact = readonly [label: string, value: string];

function factsOf(texts: AllTexts, link: LinkQuality): readonly Fact[] {
  const { t, language } = texts;
  const number = new Intl.NumberFormat(language, { maximumFractionDigits: 0 });
  const percent = new Intl.NumberFormat(language, { style: "percent", maximumFractionDigits: 1 });
  const known = (label: string, value: string | null): readonly Fact[] =>
    value === null ? [] : [[label, value]];
  const per = (value: number | null, format: (value: number) => string) =>
    value === null ? null : format(value);
  const kbit = (value: number) => `${number.format(value)} kbit/s`;
  const picture =
    link.width !== null && link.height !== null
      ? `${link.width} × ${link.height}${link.framesPerSecond === null ? "" : `, ${number.format(link.framesPerSecond)} fps`}`
      : null;
  const codecs = [link.audioCodec, link.videoCodec].filter((codec) => codec !== null).join(", ");
  return [
    ...known(
      t("call.roundTrip"),
      per(link.roundTripMs, (ms) => `${number.format(ms)} ms`),
    ),
    ...known(t("call.lossIn"), per(link.lossIn, percent.format)),
    ...known(t("call.lossOut"), per(link.lossOut, percent.format)),
    ...known(t("call.receives"), per(link.kbitIn, kbit)),
    ...known(t("call.sends"), per(link.kbitOut, kbit)),
    ...known(t("call.pictureSize"), picture),
    ...known(t("call.codecs"), codecs === "" ? null : codecs),
  ];
}
