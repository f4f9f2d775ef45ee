package dev.chatcall.server.contact;

import dev.chatcall.protocol.contact.Contact;
import dev.chatcall.protocol.contact.RequestContact;
import dev.chatcall.protocol.error.ErrorCode;
import dev.chatcall.server.http.Api;
import dev.chatcall.server.http.Call;
import dev.chatcall.server.http.Routes;
import java.util.UUID;

/** What one asks about contacts over HTTP. What there is comes with the account. */
public final class ContactRoutes implements Routes {
    private final ContactService contacts;

    public ContactRoutes(ContactService contacts) {
        this.contacts = contacts;
    }

    @Override
    public void declare(Api api) {
        api.post("/api/contacts/requests", "Ask somebody to be a contact, or accept what they asked")
                .body(RequestContact.class)
                .refuses(ErrorCode.CONTACT_SELF, ErrorCode.CONTACT_LIMIT)
                .answers(
                        Contact.class,
                        call -> contacts.request(me(call), call.body().accountId()));
        api.post("/api/contacts/requests/{accountId}/accept", "Accept somebody's request")
                .refuses(ErrorCode.CONTACT_SELF, ErrorCode.CONTACT_NO_REQUEST, ErrorCode.CONTACT_LIMIT)
                .answers(Contact.class, call -> contacts.accept(me(call), other(call)));
        api.post("/api/contacts/requests/{accountId}/decline", "Decline somebody's request")
                .refuses(ErrorCode.CONTACT_SELF)
                .answersNothing(call -> contacts.decline(me(call), other(call)));
        api.delete("/api/contacts/requests/{accountId}", "Take one's own request back")
                .refuses(ErrorCode.CONTACT_SELF)
                .answersNothing(call -> contacts.cancel(me(call), other(call)));
        api.delete("/api/contacts/{accountId}", "End a contact, for both")
                .refuses(ErrorCode.CONTACT_SELF)
                .answersNothing(call -> contacts.remove(me(call), other(call)));
        api.put("/api/blocks/{accountId}", "Block somebody, who is not told")
                .refuses(ErrorCode.CONTACT_SELF, ErrorCode.CONTACT_LIMIT)
                .answersNothing(call -> contacts.block(me(call), other(call)));
        api.delete("/api/blocks/{accountId}", "Block somebody no longer")
                .refuses(ErrorCode.CONTACT_SELF)
                .answersNothing(call -> contacts.unblock(me(call), other(call)));
    }

    private static UUID me(Call<?> call) {
        return call.caller().accountId();
    }

    private static UUID other(Call<?> call) {
        return call.pathId("accountId");
    }
}
