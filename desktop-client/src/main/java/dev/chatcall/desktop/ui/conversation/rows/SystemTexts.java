package dev.chatcall.desktop.ui.conversation.rows;

import com.ibm.icu.text.ListFormatter;
import dev.chatcall.desktop.text.Texts;
import dev.chatcall.protocol.conversation.Role;
import dev.chatcall.protocol.message.MessageBody;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What the messages say that the server writes. */
public final class SystemTexts {
    private final Texts texts;
    private final @Nullable UUID me;
    private final Function<UUID, @Nullable String> nameOf;

    /** @param nameOf the name of somebody; null where nothing is known of them */
    public SystemTexts(Texts texts, @Nullable UUID me, Function<UUID, @Nullable String> nameOf) {
        this.texts = texts;
        this.me = me;
        this.nameOf = nameOf;
    }

    /** The sentence of a message; null for what people write themselves. */
    public @Nullable String of(UUID senderId, MessageBody body) {
        boolean self = senderId.equals(me);
        Map<String, Object> who = new HashMap<>();
        who.put("self", self ? "yes" : "no");
        who.put("name", name(senderId));
        return switch (body) {
            case MessageBody.Text _ -> null;
            case MessageBody.GroupCreated _ -> texts.t("system.created", who);
            case MessageBody.GroupRenamed(String name) -> texts.t("system.renamed", with(who, "title", name));
            case MessageBody.GroupPictureChanged _ -> texts.t("system.picture", who);
            case MessageBody.MembersAdded(List<UUID> ids) -> texts.t("system.added", with(who, "people", people(ids)));
            case MessageBody.MemberRemoved(UUID id) -> texts.t("system.removed", with(who, "target", target(id)));
            case MessageBody.MemberLeft _ -> texts.t("system.left", who);
            case MessageBody.RoleChanged(UUID id, Role role) -> texts.t(key(role), with(who, "target", target(id)));
            case MessageBody.CallEnded call -> CallTexts.of(texts, call, self);
            case MessageBody.Unknown _ -> texts.t("desktop.message.unknown");
        };
    }

    private static String key(Role role) {
        return switch (role) {
            case OWNER -> "system.roleOwner";
            case ADMIN -> "system.roleAdmin";
            case MEMBER -> "system.roleMember";
        };
    }

    private static Map<String, Object> with(Map<String, Object> values, String name, String value) {
        values.put(name, value);
        return values;
    }

    private String people(List<UUID> ids) {
        List<String> names = ids.stream().map(this::target).toList();
        return ListFormatter.getInstance(texts.locale()).format(names);
    }

    private String target(UUID id) {
        return id.equals(me) ? texts.t("system.you") : name(id);
    }

    private String name(UUID id) {
        String name = nameOf.apply(id);
        return name == null ? texts.t("system.someone") : name;
    }
}
