import type { Delivery } from "../../core/index.ts";
import { useTexts } from "../../text/TextsContext.ts";
import type { TextKey } from "../../text/texts.ts";
import { classes } from "../../ui/classes.ts";
import { DeliveredIcon, FailedIcon, QueuedIcon, SentIcon } from "../../ui/icons.ts";
import styles from "./DeliveryMark.module.css";
import { ReadIcon } from "./ReadIcon.tsx";

const TEXTS: Record<Delivery, TextKey> = {
  queued: "message.queued",
  sending: "message.queued",
  sent: "message.sent",
  delivered: "message.delivered",
  read: "message.read",
  failed: "message.failed",
};

/** How far one's own message has come: clock, one tick, two ticks, a tick in a disc, or a warning. */
export function DeliveryMark({ delivery }: { readonly delivery: Delivery }) {
  const { t } = useTexts();
  return (
    <span
      className={classes(styles.mark, delivery === "failed" && styles.failed)}
      role="img"
      aria-label={t(TEXTS[delivery])}
      data-delivery={delivery}
    >
      <Icon delivery={delivery} />
    </span>
  );
}

function Icon({ delivery }: { readonly delivery: Delivery }) {
  switch (delivery) {
    case "queued":
    case "sending":
      return <QueuedIcon size={14} />;
    case "sent":
      return <SentIcon size={15} />;
    case "delivered":
      return <DeliveredIcon size={16} />;
    case "read":
      return <ReadIcon size={16} />;
    case "failed":
      return <FailedIcon size={15} />;
  }
}
