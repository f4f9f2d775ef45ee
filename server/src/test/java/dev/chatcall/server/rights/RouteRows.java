package dev.chatcall.server.rights;

import static dev.chatcall.server.rights.RouteRow.row;

import dev.chatcall.server.TestPerson;
import dev.chatcall.server.rights.RouteRow.Question;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.imageio.ImageIO;

/** The matrix: a row a route, a column an {@link Actor}. */
final class RouteRows {
    private static final String ANYONE_200 = "200 200 200 200 200 200 200";
    private static final String SIGNED_IN_200 = "auth.required 200 200 200 200 200 200";
    private static final String SIGNED_IN_204 = "auth.required 204 204 204 204 204 204";
    private static final String NOBODY = "auth.required not_found not_found not_found not_found not_found not_found";
    private static final String OUTSIDE =
            "auth.required conversation.not_found conversation.not_found conversation.not_found ";
    private static final String MEMBERS_200 = OUTSIDE + "200 200 conversation.not_found";
    private static final String MEMBERS_204 = OUTSIDE + "204 204 conversation.not_found";
    private static final String ADMINS_204 = OUTSIDE + "conversation.forbidden 204 conversation.not_found";
    private static final String NO_MEMBERS =
            OUTSIDE + "conversation.forbidden conversation.forbidden conversation.not_found";

    private RouteRows() {}

    static List<RouteRow> all() {
        return Stream.of(
                        operation(),
                        sessions(),
                        accounts(),
                        people(),
                        contacts(),
                        conversations(),
                        groups(),
                        calls(),
                        administration())
                .flatMap(List::stream)
                .toList();
    }

    /** Asked from this machine, as the test is; {@code /metrics} refuses others without the scraper's token. */
    private static List<RouteRow> operation() {
        return Stream.of("/health", "/metrics", "/openapi.json", "/docs", "/docs.css")
                .map(path -> row("GET " + path, "", to(path), ANYONE_200))
                .toList();
    }

    private static List<RouteRow> sessions() {
        return List.of(
                row("GET /api/server", "", to("/api/server"), ANYONE_200),
                row("POST /api/accounts", "", scene -> register(), "201 201 201 201 201 201 201"),
                row("POST /api/session", "as oneself", scene -> signIn(scene.somebody()), ANYONE_200),
                row("POST /api/session", "wrong password", RouteRows::signInWrongly, each("auth.invalid_credentials")),
                row("POST /api/session/refresh", "no token", json("/api/session/refresh", "{}"), each("auth.required")),
                row(
                        "POST /api/session/refresh",
                        "unknown token",
                        json("/api/session/refresh", "{\"refreshToken\":\"made-up\"}"),
                        each("auth.session_ended")),
                row("DELETE /api/session", "", to("/api/session"), SIGNED_IN_204),
                row("GET /api/sessions", "", to("/api/sessions"), SIGNED_IN_200),
                row("DELETE /api/sessions", "", to("/api/sessions"), SIGNED_IN_204),
                row("DELETE /api/sessions/{sessionId}", "of the owner", RouteRows::ownersSession, NOBODY),
                row("POST /api/account/password", "", RouteRows::samePassword, SIGNED_IN_204),
                row(
                        "POST /api/account/password",
                        "of somebody else",
                        json(
                                "/api/account/password",
                                "{\"currentPassword\":\"not mine at all\",\"newPassword\":\"long enough 123\"}"),
                        signedIn("account.wrong_password")),
                row(
                        "POST /api/password-resets",
                        "without mail",
                        json("/api/password-resets", "{\"email\":\"a@example.org\"}"),
                        each("account.mail_unavailable")),
                row(
                        "POST /api/password-resets/confirm",
                        "made-up token",
                        json(
                                "/api/password-resets/confirm",
                                "{\"token\":\"made-up\",\"newPassword\":\"long enough 123\"}"),
                        each("account.reset_invalid")));
    }

    private static List<RouteRow> accounts() {
        return List.of(
                row("GET /api/account", "", to("/api/account"), SIGNED_IN_200),
                row(
                        "PUT /api/account/profile",
                        "",
                        json("/api/account/profile", "{\"displayName\":\"New\",\"statusMessage\":\"\"}"),
                        SIGNED_IN_204),
                row(
                        "PUT /api/account/settings",
                        "",
                        json("/api/account/settings", "{\"sendReadReceipts\":true,\"showLastSeen\":false}"),
                        SIGNED_IN_204),
                row(
                        "PUT /api/account/avatar",
                        "",
                        scene -> new Question("/api/account/avatar", picture()),
                        SIGNED_IN_204),
                row(
                        "PUT /api/account/avatar",
                        "no picture",
                        json("/api/account/avatar", "not a picture"),
                        signedIn("avatar.unreadable")),
                row("DELETE /api/account/avatar", "", to("/api/account/avatar"), SIGNED_IN_204));
    }

    private static List<RouteRow> people() {
        return List.of(
                row("GET /api/people", "", to("/api/people?q=own"), SIGNED_IN_200),
                row(
                        "GET /api/people/{accountId}",
                        "the owner",
                        scene -> Question.of("/api/people/" + scene.owner.id()),
                        SIGNED_IN_200),
                row("GET /api/people/{accountId}", "nobody", unknown("/api/people/"), NOBODY),
                row("GET /api/avatars/{avatarId}", "of the group", RouteRows::groupPicture, SIGNED_IN_200),
                row("GET /api/avatars/{avatarId}", "none", unknown("/api/avatars/"), NOBODY));
    }

    private static List<RouteRow> contacts() {
        Function<Scene, Question> request =
                scene -> Question.of("/api/contacts/requests", "{\"accountId\":\"" + scene.owner.id() + "\"}");
        Function<Scene, Question> nobody =
                scene -> Question.of("/api/contacts/requests", "{\"accountId\":\"" + UUID.randomUUID() + "\"}");
        return List.of(
                row("POST /api/contacts/requests", "the owner", request, SIGNED_IN_200),
                row("POST /api/contacts/requests", "nobody", nobody, NOBODY),
                row(
                        "POST /api/contacts/requests/{accountId}/accept",
                        "who may have asked",
                        owner("/api/contacts/requests/", "/accept"),
                        "auth.required contact.no_request contact.no_request contact.no_request 200 200"
                                + " contact.no_request"),
                row(
                        "POST /api/contacts/requests/{accountId}/decline",
                        "",
                        owner("/api/contacts/requests/", "/decline"),
                        SIGNED_IN_204),
                row(
                        "DELETE /api/contacts/requests/{accountId}",
                        "",
                        owner("/api/contacts/requests/", ""),
                        SIGNED_IN_204),
                row("DELETE /api/contacts/{accountId}", "", owner("/api/contacts/", ""), SIGNED_IN_204),
                row("DELETE /api/contacts/{accountId}", "nobody", unknown("/api/contacts/"), NOBODY),
                row("PUT /api/blocks/{accountId}", "", owner("/api/blocks/", ""), SIGNED_IN_204),
                row("PUT /api/blocks/{accountId}", "nobody", unknown("/api/blocks/"), NOBODY),
                row("DELETE /api/blocks/{accountId}", "", owner("/api/blocks/", ""), SIGNED_IN_204));
    }

    private static List<RouteRow> conversations() {
        String needsContact = "auth.required contact.required %s contact.required 200 200 contact.required";
        Function<Scene, Question> direct =
                scene -> Question.of("/api/conversations/direct", "{\"accountId\":\"" + scene.owner.id() + "\"}");
        Function<Scene, Question> ownerIntoGroup = scene -> Question.of(
                "/api/conversations/groups",
                "{\"id\":\"" + UUID.randomUUID() + "\",\"name\":\"Mine\",\"accountIds\":[\"" + scene.owner.id()
                        + "\"]}");
        Function<Scene, Question> friendIntoGroup = scene -> Question.of(
                "/api/conversations/groups",
                "{\"id\":\"" + UUID.randomUUID() + "\",\"name\":\"Mine\",\"accountIds\":[\""
                        + scene.friendOfActor().id() + "\"]}");
        return List.of(
                // The blocked one had talked with the owner before, and finds that conversation again.
                row("POST /api/conversations/direct", "with the owner", direct, needsContact.formatted("200")),
                row(
                        "POST /api/conversations/groups",
                        "with the owner in it",
                        ownerIntoGroup,
                        "auth.required contact.required contact.required contact.required 201 201 contact.required"),
                row(
                        "POST /api/conversations/groups",
                        "with a contact",
                        friendIntoGroup,
                        "auth.required 201 201 201 201 201 201"),
                row("GET /api/conversations/{conversationId}", "group", group(""), MEMBERS_200),
                row(
                        "GET /api/conversations/{conversationId}",
                        "the owner's with somebody else, or their own of before",
                        scene -> Question.of("/api/conversations/" + scene.direct),
                        onlyBlocked("200")),
                row("GET /api/conversations/{conversationId}/messages", "group", group("/messages"), MEMBERS_200),
                row(
                        "GET /api/conversations/{conversationId}/messages",
                        "the owner's with somebody else, or their own of before",
                        scene -> Question.of("/api/conversations/" + scene.direct + "/messages"),
                        onlyBlocked("200")),
                row(
                        "PUT /api/conversations/{conversationId}/preferences",
                        "",
                        group("/preferences", "{\"muted\":true,\"pinned\":true}"),
                        MEMBERS_200));
    }

    private static List<RouteRow> groups() {
        return List.of(
                row(
                        "PATCH /api/conversations/{conversationId}",
                        "group",
                        group("", "{\"name\":\"Other\"}"),
                        ADMINS_204),
                row(
                        "PATCH /api/conversations/{conversationId}",
                        "direct",
                        scene -> Question.of("/api/conversations/" + scene.direct, "{\"name\":\"Other\"}"),
                        onlyBlocked("conversation.not_group")),
                row(
                        "PUT /api/conversations/{conversationId}/avatar",
                        "",
                        scene -> new Question("/api/conversations/" + scene.group + "/avatar", picture()),
                        ADMINS_204),
                row("DELETE /api/conversations/{conversationId}/avatar", "", group("/avatar"), ADMINS_204),
                row(
                        "POST /api/conversations/{conversationId}/members",
                        "a contact of their own",
                        scene -> Question.of(
                                "/api/conversations/" + scene.group + "/members",
                                Scene.ids("accountIds", scene.friendOfActor().id())),
                        MEMBERS_204),
                row(
                        "POST /api/conversations/{conversationId}/members",
                        "a stranger",
                        scene -> Question.of(
                                "/api/conversations/" + scene.group + "/members",
                                Scene.ids("accountIds", scene.somebody().id())),
                        OUTSIDE + "contact.required contact.required conversation.not_found"),
                row(
                        "POST /api/conversations/{conversationId}/members",
                        "themselves",
                        scene -> Question.of(
                                "/api/conversations/" + scene.group + "/members",
                                Scene.ids(
                                        "accountIds",
                                        scene.isSignedIn() ? scene.actor().id() : scene.other.id())),
                        OUTSIDE + "contact.required contact.required conversation.not_found"),
                row(
                        "DELETE /api/conversations/{conversationId}/members/{accountId}",
                        "a member",
                        scene -> Question.of(scene.member(scene.other.id())),
                        ADMINS_204),
                row(
                        "DELETE /api/conversations/{conversationId}/members/{accountId}",
                        "the owner",
                        scene -> Question.of(scene.member(scene.owner.id())),
                        NO_MEMBERS),
                row(
                        "DELETE /api/conversations/{conversationId}/members/{accountId}",
                        "themselves",
                        scene -> Question.of(
                                scene.member(scene.isSignedIn() ? scene.actor().id() : scene.other.id())),
                        MEMBERS_204),
                row(
                        "PATCH /api/conversations/{conversationId}/members/{accountId}",
                        "themselves to owner",
                        scene -> Question.of(
                                scene.member(scene.isSignedIn() ? scene.actor().id() : scene.other.id()),
                                "{\"role\":\"owner\"}"),
                        NO_MEMBERS),
                row(
                        "PATCH /api/conversations/{conversationId}/members/{accountId}",
                        "a member to admin",
                        scene -> Question.of(scene.member(scene.other.id()), "{\"role\":\"admin\"}"),
                        NO_MEMBERS));
    }

    /** Whose calls are shown is known from the token; an id of somebody else's only says where a page begins. */
    private static List<RouteRow> calls() {
        return List.of(
                row("GET /api/calls", "", to("/api/calls"), SIGNED_IN_200),
                row("GET /api/calls", "after one that is nobody's", unknown("/api/calls?before="), SIGNED_IN_200),
                row("GET /api/connectivity", "", to("/api/connectivity"), SIGNED_IN_200),
                // Asked from this machine, as the test is.
                row("POST /api/diagnosis", "", json("/api/diagnosis", "{}"), ANYONE_200));
    }

    private static List<RouteRow> administration() {
        String forbidden = "auth.administrator_required ";
        String administrators = "auth.required " + forbidden.repeat(5);
        Function<Scene, Question> invite = json("/api/admin/invitations", "{\"note\":\"\",\"maxUses\":1,\"days\":1}");
        return List.of(
                row("GET /api/admin/invitations", "", to("/api/admin/invitations"), administrators + "200"),
                row("POST /api/admin/invitations", "", invite, administrators + "201"),
                row(
                        "DELETE /api/admin/invitations/{invitationId}",
                        "none",
                        unknown("/api/admin/invitations/"),
                        administrators + "not_found"),
                row(
                        "POST /api/admin/people/{accountId}/password-reset",
                        "the owner",
                        owner("/api/admin/people/", "/password-reset"),
                        administrators + "200"));
    }

    private static String each(String outcome) {
        return (outcome + " ").repeat(Actor.values().length);
    }

    private static String signedIn(String outcome) {
        return "auth.required " + (outcome + " ").repeat(Actor.values().length - 1);
    }

    private static String onlyBlocked(String outcome) {
        String outside = "conversation.not_found ";
        return "auth.required " + outside + outcome + " " + outside.repeat(4);
    }

    private static Function<Scene, Question> to(String path) {
        return scene -> Question.of(path);
    }

    private static Function<Scene, Question> json(String path, String body) {
        return scene -> Question.of(path, body);
    }

    private static Function<Scene, Question> unknown(String before) {
        return scene -> Question.of(before + UUID.randomUUID());
    }

    private static Function<Scene, Question> owner(String before, String after) {
        return scene -> Question.of(before + scene.owner.id() + after);
    }

    private static Function<Scene, Question> group(String after) {
        return scene -> Question.of("/api/conversations/" + scene.group + after);
    }

    private static Function<Scene, Question> group(String after, String body) {
        return scene -> Question.of("/api/conversations/" + scene.group + after, body);
    }

    private static Question register() {
        String name = "n" + UUID.randomUUID().toString().substring(0, 18);
        return Question.of("/api/accounts", """
                {"username":"%s","email":"%s@example.org","password":"long enough 123","displayName":null,
                 "invitation":null,"deviceName":"test","transport":"bearer"}
                """.formatted(name, name));
    }

    private static Question signIn(TestPerson person) {
        return Question.of("/api/session", """
                {"login":"%s","password":"%s","deviceName":"test","transport":"bearer"}
                """.formatted(person.username(), person.password()));
    }

    private static Question signInWrongly(Scene scene) {
        return Question.of("/api/session", """
                {"login":"%s","password":"made up","deviceName":"test","transport":"bearer"}
                """.formatted(scene.owner.username()));
    }

    private static Question samePassword(Scene scene) {
        String password = scene.isSignedIn() ? scene.actor().password() : "long enough 123";
        return Question.of(
                "/api/account/password",
                "{\"currentPassword\":\"%s\",\"newPassword\":\"%s\"}".formatted(password, password));
    }

    private static Question ownersSession(Scene scene) {
        String id = scene.owner
                .get("/api/sessions")
                .expect(200)
                .body()
                .path(0)
                .path("id")
                .asString();
        return Question.of("/api/sessions/" + id);
    }

    /** Its id is known to whoever was ever shown the group; guessing one is hopeless. */
    private static Question groupPicture(Scene scene) {
        String path = "/api/conversations/" + scene.group;
        scene.setPictureAsOwner(path + "/avatar", picture());
        String id = scene.owner
                .get(path)
                .expect(200)
                .body()
                .path("conversation")
                .path("avatarId")
                .asString();
        return Question.of("/api/avatars/" + id);
    }

    private static byte[] picture() {
        try (ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            ImageIO.write(new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB), "png", bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
