package dev.chatcall.server.person;

import dev.chatcall.protocol.InvalidFieldException;
import dev.chatcall.protocol.account.Person;
import dev.chatcall.protocol.error.ErrorCode;
import dev.chatcall.server.http.Api;
import dev.chatcall.server.http.Call;
import dev.chatcall.server.http.Content;
import dev.chatcall.server.http.RateLimits;
import dev.chatcall.server.http.Routes;
import java.util.List;

/** Finding people, and the pictures of people and groups. */
public final class PersonRoutes implements Routes {
    private static final int FOUND = 20;
    private static final int FOUND_MAX = 50;
    /** A picture never changes: another one has another id. */
    private static final String KEEP = "private, max-age=31536000, immutable";

    private final PersonService people;
    private final AvatarService avatars;
    private final RateLimits limits;

    public PersonRoutes(PersonService people, AvatarService avatars, RateLimits limits) {
        this.people = people;
        this.avatars = avatars;
        this.limits = limits;
    }

    @Override
    public void declare(Api api) {
        api.get("/api/people", "Find people by user name or display name")
                .query("q", "what the name begins with or holds, in any case and with or without accents")
                .query("limit", "at most so many, 1 to " + FOUND_MAX + "; " + FOUND + " if left out")
                .refuses(ErrorCode.REQUEST_INVALID, ErrorCode.RATE_LIMITED)
                .answersList(Person.class, this::search);
        api.get("/api/people/{accountId}", "One person")
                .refuses(ErrorCode.NOT_FOUND)
                .answers(Person.class, call -> people.person(call.pathId("accountId")));
        api.get("/api/avatars/{avatarId}", "The picture of a person or group")
                .refuses(ErrorCode.NOT_FOUND)
                .answersContent(AvatarPainter.CONTENT_TYPE, this::avatar);
    }

    private List<Person> search(Call<?> call) {
        limits.searchByAccount().take(call.caller().accountId());
        String text = call.query("q");
        Long asked = call.queryNumber("limit");
        long limit = asked == null ? FOUND : asked;
        if (limit < 1 || limit > FOUND_MAX) {
            throw new InvalidFieldException(ErrorCode.REQUEST_INVALID, "limit", "is not between 1 and " + FOUND_MAX);
        }
        return people.search(text == null ? "" : text, (int) limit);
    }

    private Content avatar(Call<?> call) {
        AvatarStore.Avatar avatar = avatars.avatar(call.pathId("avatarId"));
        return new Content(avatar.image(), avatar.contentType(), KEEP);
    }
}
