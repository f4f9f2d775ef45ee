package dev.chatcall.server.person;

import dev.chatcall.protocol.InvalidFieldException;
import dev.chatcall.protocol.Limits;
import dev.chatcall.protocol.Require;
import dev.chatcall.protocol.account.Person;
import dev.chatcall.protocol.error.ErrorCode;
import dev.chatcall.server.error.ServiceException;
import java.util.List;
import java.util.UUID;

/** Finds people. Everybody on the server may see everybody's profile. */
public final class PersonService {
    private final PersonStore store;

    public PersonService(PersonStore store) {
        this.store = store;
    }

    /** @throws ServiceException with {@code not_found} when there is nobody */
    public Person person(UUID id) {
        return store.byId(id).orElseThrow(() -> new ServiceException(ErrorCode.NOT_FOUND, "There is no such person"));
    }

    /**
     * Those whose user name or display name holds the text, whatever its case and accents; names that begin with it come
     * first. Nobody for a text that holds nothing to look for.
     *
     * @throws InvalidFieldException when the text is too long or no text
     */
    public List<Person> search(String text, int limit) {
        Require.text(text, "q", 0, Limits.SEARCH_MAX);
        String key = SearchKey.fold(text.strip().startsWith("@") ? text.strip().substring(1) : text);
        return key.isEmpty() ? List.of() : store.search(key, limit);
    }
}
