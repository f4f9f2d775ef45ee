package dev.chatcall.desktop.http;

import dev.chatcall.protocol.account.Account;
import dev.chatcall.protocol.account.ChangePassword;
import dev.chatcall.protocol.account.Person;
import dev.chatcall.protocol.account.SessionInfo;
import dev.chatcall.protocol.account.Settings;
import dev.chatcall.protocol.account.UpdateProfile;
import dev.chatcall.protocol.admin.CreateInvitation;
import dev.chatcall.protocol.admin.Invitation;
import dev.chatcall.protocol.admin.PasswordResetLink;
import dev.chatcall.protocol.call.CallPage;
import dev.chatcall.protocol.call.Connectivity;
import dev.chatcall.protocol.contact.RequestContact;
import dev.chatcall.protocol.conversation.AddMembers;
import dev.chatcall.protocol.conversation.ChangeRole;
import dev.chatcall.protocol.conversation.ConversationState;
import dev.chatcall.protocol.conversation.CreateDirect;
import dev.chatcall.protocol.conversation.CreateGroup;
import dev.chatcall.protocol.conversation.RenameGroup;
import dev.chatcall.protocol.conversation.Role;
import dev.chatcall.protocol.conversation.SetPreferences;
import dev.chatcall.protocol.message.MessagePage;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The routes for somebody who is signed in. The paths stand here and in {@link OpenApi}, and nowhere else. */
public final class Api {
    private final SignedInRequester signedIn;
    private final Requester requester;

    public Api(SignedInRequester signedIn) {
        this.signedIn = signedIn;
        this.requester = signedIn.requester();
    }

    public CompletableFuture<Account> account() {
        return get("/api/account", Account.class);
    }

    public CompletableFuture<Unit> signOut() {
        return tell("DELETE", "/api/session", null);
    }

    public CompletableFuture<List<SessionInfo>> sessions() {
        return list("/api/sessions", SessionInfo.class);
    }

    public CompletableFuture<Unit> endOtherSessions() {
        return tell("DELETE", "/api/sessions", null);
    }

    public CompletableFuture<Unit> endSession(UUID id) {
        return tell("DELETE", "/api/sessions/" + id, null);
    }

    public CompletableFuture<Unit> updateProfile(UpdateProfile body) {
        return tell("PUT", "/api/account/profile", body);
    }

    public CompletableFuture<Unit> updateSettings(Settings body) {
        return tell("PUT", "/api/account/settings", body);
    }

    public CompletableFuture<Unit> changePassword(ChangePassword body) {
        return tell("POST", "/api/account/password", body);
    }

    /** Empty takes it away. */
    public CompletableFuture<Unit> setAvatar(Optional<byte[]> picture) {
        return picture("/api/account/avatar", picture);
    }

    /** The bytes of a picture of a person or group. */
    public CompletableFuture<byte[]> avatar(UUID avatarId) {
        return signedIn.ask(new Question<>("GET", "/api/avatars/" + avatarId, null, Function.identity()));
    }

    public CompletableFuture<List<Person>> searchPeople(String query) {
        String wanted = URLEncoder.encode(query, StandardCharsets.UTF_8);
        return list("/api/people?q=" + wanted, Person.class);
    }

    public CompletableFuture<Unit> requestContact(UUID accountId) {
        return tell("POST", "/api/contacts/requests", new RequestContact(accountId));
    }

    public CompletableFuture<Unit> acceptContact(UUID accountId) {
        return tell("POST", "/api/contacts/requests/" + accountId + "/accept", null);
    }

    public CompletableFuture<Unit> declineContact(UUID accountId) {
        return tell("POST", "/api/contacts/requests/" + accountId + "/decline", null);
    }

    public CompletableFuture<Unit> cancelContact(UUID accountId) {
        return tell("DELETE", "/api/contacts/requests/" + accountId, null);
    }

    public CompletableFuture<Unit> removeContact(UUID accountId) {
        return tell("DELETE", "/api/contacts/" + accountId, null);
    }

    public CompletableFuture<Unit> block(UUID accountId) {
        return tell("PUT", "/api/blocks/" + accountId, null);
    }

    public CompletableFuture<Unit> unblock(UUID accountId) {
        return tell("DELETE", "/api/blocks/" + accountId, null);
    }

    public CompletableFuture<ConversationState> createDirect(UUID accountId) {
        return post("/api/conversations/direct", new CreateDirect(accountId), ConversationState.class);
    }

    public CompletableFuture<ConversationState> createGroup(CreateGroup body) {
        return post("/api/conversations/groups", body, ConversationState.class);
    }

    public CompletableFuture<Unit> renameGroup(UUID id, String name) {
        return tell("PATCH", conversation(id), new RenameGroup(name));
    }

    /** Empty takes it away. */
    public CompletableFuture<Unit> setPicture(UUID id, Optional<byte[]> picture) {
        return picture(conversation(id) + "/avatar", picture);
    }

    public CompletableFuture<Unit> addMembers(UUID id, List<UUID> accountIds) {
        return tell("POST", conversation(id) + "/members", new AddMembers(accountIds));
    }

    public CompletableFuture<Unit> removeMember(UUID id, UUID accountId) {
        return tell("DELETE", conversation(id) + "/members/" + accountId, null);
    }

    public CompletableFuture<Unit> changeRole(UUID id, UUID accountId, Role role) {
        return tell("PATCH", conversation(id) + "/members/" + accountId, new ChangeRole(role));
    }

    public CompletableFuture<Unit> setPreferences(UUID id, SetPreferences body) {
        return tell("PUT", conversation(id) + "/preferences", body);
    }

    public CompletableFuture<MessagePage> page(UUID id, PageOf of, int limit) {
        return get(conversation(id) + "/messages?" + of.query() + "&limit=" + limit, MessagePage.class);
    }

    /** @param before the last one of the page before, or null for the newest */
    public CompletableFuture<CallPage> calls(@Nullable UUID before) {
        return get(before == null ? "/api/calls" : "/api/calls?before=" + before, CallPage.class);
    }

    /** What a check of calls needs to know. */
    public CompletableFuture<Connectivity> connectivity() {
        return get("/api/connectivity", Connectivity.class);
    }

    public CompletableFuture<List<Invitation>> invitations() {
        return list("/api/admin/invitations", Invitation.class);
    }

    public CompletableFuture<Invitation> createInvitation(CreateInvitation body) {
        return post("/api/admin/invitations", body, Invitation.class);
    }

    public CompletableFuture<Unit> revokeInvitation(UUID id) {
        return tell("DELETE", "/api/admin/invitations/" + id, null);
    }

    public CompletableFuture<PasswordResetLink> passwordResetLink(UUID accountId) {
        return post("/api/admin/people/" + accountId + "/password-reset", null, PasswordResetLink.class);
    }

    private static String conversation(UUID id) {
        return "/api/conversations/" + id;
    }

    private CompletableFuture<Unit> picture(String path, Optional<byte[]> picture) {
        return picture.map(bytes -> signedIn.ask(new Question<>(
                        "PUT", path, new HttpAsk.Body("application/octet-stream", bytes), _ -> Unit.DONE)))
                .orElseGet(() -> tell("DELETE", path, null));
    }

    private <T> CompletableFuture<T> get(String path, Class<T> type) {
        return signedIn.ask(requester.asking("GET", path, null, type));
    }

    private <T> CompletableFuture<T> post(String path, @Nullable Object body, Class<T> type) {
        return signedIn.ask(requester.asking("POST", path, body, type));
    }

    private <T> CompletableFuture<List<T>> list(String path, Class<T> type) {
        return signedIn.ask(requester.askingList(path, type));
    }

    private CompletableFuture<Unit> tell(String method, String path, @Nullable Object body) {
        return signedIn.ask(requester.telling(method, path, body));
    }
}
