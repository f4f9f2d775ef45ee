package dev.chatcall.server.account;

import dev.chatcall.protocol.account.Account;
import dev.chatcall.protocol.account.Settings;
import dev.chatcall.protocol.account.UpdateProfile;
import dev.chatcall.protocol.contact.Contact;
import dev.chatcall.protocol.error.ErrorCode;
import dev.chatcall.server.bus.Bus;
import dev.chatcall.server.bus.BusEvent;
import dev.chatcall.server.error.ServiceException;
import dev.chatcall.server.person.AvatarService;
import dev.chatcall.server.person.PersonStore;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Puts one's account together, and changes what is one's own of it. */
public final class AccountService {
    private final AccountStore store;
    private final PersonStore people;
    private final AvatarService avatars;
    private final Function<UUID, List<Contact>> contacts;
    private final Bus bus;

    /** @param contacts how an account stands to others */
    public AccountService(
            AccountStore store,
            PersonStore people,
            AvatarService avatars,
            Function<UUID, List<Contact>> contacts,
            Bus bus) {
        this.store = store;
        this.people = people;
        this.avatars = avatars;
        this.contacts = contacts;
        this.bus = bus;
    }

    /** @throws ServiceException with {@code not_found} when there is no such account */
    public Account account(UUID accountId) {
        // The change is read first: should something change meanwhile, the client has it already and is sent it again.
        AccountStore.Details details = store.find(accountId)
                .orElseThrow(() -> new ServiceException(ErrorCode.NOT_FOUND, "There is no such account"));
        return new Account(
                details.person(),
                details.email(),
                details.administrator(),
                details.settings(),
                contacts.apply(accountId),
                store.preferences(accountId),
                details.change());
    }

    public void updateProfile(UUID accountId, UpdateProfile profile) {
        people.updateProfile(
                accountId,
                profile.displayName().strip(),
                profile.statusMessage().strip());
        publishProfile(accountId);
    }

    /** @throws ServiceException with {@code avatar.unreadable} when it is no picture */
    public void setAvatar(UUID accountId, byte[] picture) {
        changeAvatar(accountId, avatars.store(picture));
    }

    public void removeAvatar(UUID accountId) {
        changeAvatar(accountId, null);
    }

    public void setSettings(UUID accountId, Settings settings) {
        Settings before = store.setSettings(accountId, settings);
        bus.publish(new BusEvent.AccountTouched(accountId));
        if (!before.showLastSeen().equals(settings.showLastSeen())) {
            bus.publish(new BusEvent.PresenceTouched(accountId));
        }
    }

    private void changeAvatar(UUID accountId, @Nullable UUID avatarId) {
        people.setAvatar(accountId, avatarId);
        publishProfile(accountId);
    }

    private void publishProfile(UUID accountId) {
        bus.publish(new BusEvent.AccountTouched(accountId));
        bus.publish(new BusEvent.PersonTouched(accountId));
    }
}
