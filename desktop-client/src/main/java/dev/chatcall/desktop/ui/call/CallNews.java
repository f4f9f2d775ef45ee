package dev.chatcall.desktop.ui.call;

import dev.chatcall.desktop.text.Texts;
import dev.chatcall.protocol.call.Call;
import dev.chatcall.protocol.call.CallParticipant;
import dev.chatcall.protocol.call.ParticipantState;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What changed between two states of one call, about others than oneself, as sentences. */
record CallNews(Texts texts, @Nullable UUID me, Function<UUID, String> nameOf) {

    List<String> between(Call before, Call after) {
        List<String> news = new ArrayList<>();
        if (!before.id().equals(after.id()) || after.end() != null) {
            return news;
        }
        for (CallParticipant now : after.participants()) {
            String key = now.accountId().equals(me) ? null : keyOf(find(before, now.accountId()), now);
            if (key != null) {
                news.add(texts.t(key, Map.of("name", nameOf.apply(now.accountId()))));
            }
        }
        return news;
    }

    private static @Nullable CallParticipant find(Call call, UUID accountId) {
        return call.participants().stream()
                .filter(each -> each.accountId().equals(accountId))
                .findFirst()
                .orElse(null);
    }

    private static @Nullable String keyOf(@Nullable CallParticipant before, CallParticipant now) {
        ParticipantState then = before == null ? null : before.state();
        boolean handBefore = before != null && before.media().hand();
        return switch (now.state()) {
            case JOINED ->
                then != ParticipantState.JOINED
                        ? "call.joined"
                        : now.media().hand() && !handBefore ? "call.raised" : null;
            case LEFT -> then == ParticipantState.JOINED ? "call.left" : null;
            case DECLINED -> then == ParticipantState.RINGING ? "call.declinedBy" : null;
            case RINGING, UNANSWERED, BUSY -> null;
        };
    }
}
