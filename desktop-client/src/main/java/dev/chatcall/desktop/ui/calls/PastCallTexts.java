package dev.chatcall.desktop.ui.calls;

import com.ibm.icu.text.ListFormatter;
import dev.chatcall.desktop.client.ClientState;
import dev.chatcall.desktop.client.ConversationView;
import dev.chatcall.desktop.text.Texts;
import dev.chatcall.desktop.ui.conversation.rows.CallTexts;
import dev.chatcall.desktop.ui.people.Face;
import dev.chatcall.protocol.account.Person;
import dev.chatcall.protocol.call.CallSummary;
import dev.chatcall.protocol.call.ParticipantState;
import dev.chatcall.protocol.call.QualityCause;
import dev.chatcall.protocol.message.MessageBody;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is said of a past call. */
final class PastCallTexts {
    private final ClientState state;
    private final Texts texts;
    private final @Nullable UUID me;

    PastCallTexts(ClientState state, Texts texts, @Nullable UUID me) {
        this.state = state;
        this.texts = texts;
        this.me = me;
    }

    boolean mine(CallSummary call) {
        return call.startedBy().equals(me);
    }

    /** It rang for oneself in vain: it stands out. */
    boolean missed(CallSummary call) {
        return CallTexts.wasMissed(asMessage(call), mine(call))
                || (!mine(call) && call.myState() == ParticipantState.UNANSWERED);
    }

    /** What became of it. */
    String outcome(CallSummary call) {
        return missed(call)
                ? texts.t("calls.missed", Map.of("kind", call.video() ? "video" : "voice"))
                : CallTexts.of(texts, asMessage(call), mine(call));
    }

    /** Why it was bad, where it was. */
    Optional<String> cause(CallSummary call) {
        QualityCause quality = call.quality();
        return quality == null ? Optional.empty() : Optional.of(texts.t("call.cause", Map.of("cause", quality.wire())));
    }

    /** By its group or the other person; by its people while the conversation is not known, or no more. */
    Face face(CallSummary call) {
        Optional<ConversationView> conversation =
                state.conversation(call.conversationId()).get();
        if (conversation.isPresent()) {
            return Face.of(conversation.get(), state, texts);
        }
        List<UUID> others =
                call.accountIds().stream().filter(id -> !id.equals(me)).toList();
        if (others.size() == 1) {
            UUID other = others.getFirst();
            return state.person(other).get().map(Face::of).orElseGet(() -> new Face(other, nameOf(other), null));
        }
        List<String> names = others.stream().map(this::nameOf).toList();
        String together = ListFormatter.getInstance(texts.locale()).format(names);
        return new Face(call.conversationId(), together, null);
    }

    private String nameOf(UUID id) {
        return state.person(id).get().map(Person::displayName).orElseGet(() -> texts.t("system.someone"));
    }

    private static MessageBody.CallEnded asMessage(CallSummary call) {
        return new MessageBody.CallEnded(call.id(), call.video(), call.reason(), call.durationMs(), call.accountIds());
    }
}
