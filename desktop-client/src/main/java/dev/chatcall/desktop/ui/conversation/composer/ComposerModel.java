package dev.chatcall.desktop.ui.conversation.composer;

import dev.chatcall.desktop.client.MessageActions;
import dev.chatcall.protocol.Limits;
import dev.chatcall.protocol.account.Person;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/** What is being written in one conversation. The draft lives in the core, so it is there after a restart. */
final class ComposerModel {
    /** From here on the characters that are left are counted. */
    private static final int COUNT_FROM = Limits.MESSAGE_MAX - 200;

    private final UUID id;
    private final MessageActions messages;
    private final Supplier<List<Person>> others;
    private final boolean group;
    private String text = "";
    private Optional<Mentions.Being> being = Optional.empty();
    private int selected;
    private boolean written;

    /** @param others everybody else in the conversation of whom something is known */
    ComposerModel(UUID id, MessageActions messages, Supplier<List<Person>> others, boolean group) {
        this.id = id;
        this.messages = messages;
        this.others = others;
        this.group = group;
    }

    /** The text was changed by the person. */
    void type(String next, int caret) {
        if (!next.equals(text)) {
            text = next;
            written = true;
            messages.setDraft(id, next);
            messages.setTyping(id, !next.isBlank());
        }
        follow(caret);
    }

    /** The draft as the core has it, after a start. */
    void restore(String draft) {
        text = draft;
        being = Optional.empty();
    }

    /** Whether the person has changed the text: the draft is made from it since. */
    boolean isWritten() {
        return written;
    }

    String text() {
        return text;
    }

    /** The caret moved. */
    void follow(int caret) {
        Optional<Mentions.Being> next = group ? Mentions.being(text, caret) : Optional.empty();
        if (!next.map(Mentions.Being::query).equals(being.map(Mentions.Being::query))) {
            selected = 0;
        }
        being = next;
    }

    void stopTyping() {
        messages.setTyping(id, false);
    }

    boolean isSendable() {
        return !text.isBlank() && length() <= Limits.MESSAGE_MAX;
    }

    boolean isTooLong() {
        return length() > Limits.MESSAGE_MAX;
    }

    /** How many characters are left, below 0 too many; empty while there are plenty. */
    Optional<Integer> left() {
        return length() < COUNT_FROM ? Optional.empty() : Optional.of(Limits.MESSAGE_MAX - length());
    }

    private int length() {
        return text.codePointCount(0, text.length());
    }

    /** Puts it into the outbox and empties the field; false where there is nothing to send. */
    boolean send() {
        if (!isSendable()) {
            return false;
        }
        String sent = text.strip();
        messages.sendText(id, sent, Mentions.mentioned(sent, others.get()));
        text = "";
        being = Optional.empty();
        messages.setDraft(id, "");
        messages.setTyping(id, false);
        return true;
    }

    /** Who may be meant by what is being typed. */
    List<Person> candidates() {
        return being.map(now -> Mentions.candidates(now.query(), others.get())).orElse(List.of());
    }

    int selected() {
        return Math.clamp(selected, 0, Math.max(0, candidates().size() - 1));
    }

    /** @param by 1 to the next, -1 to the one before; round at the ends */
    void select(int by) {
        int count = candidates().size();
        if (count > 0) {
            selected = Math.floorMod(selected() + by, count);
        }
    }

    void closeMentions() {
        being = Optional.empty();
    }

    /** Where the mention that is being typed begins; empty where none is. */
    Optional<Integer> mentionStart() {
        return being.map(Mentions.Being::start);
    }
}
