package dev.chatcall.bench.installation;

import dev.chatcall.protocol.account.Register;
import dev.chatcall.protocol.account.SignedIn;
import dev.chatcall.protocol.account.TokenTransport;
import dev.chatcall.protocol.contact.RequestContact;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * People who register over HTTP, at a server that runs. Each password takes it a third of a second of a core. They stay
 * there: use a server that may be thrown away.
 */
public final class RegisteredPopulation implements Population {
    private final ServerApi api;
    private final SecureRandom random;

    public RegisteredPopulation(ServerApi api, SecureRandom random) {
        this.api = api;
        this.random = random;
    }

    @Override
    public List<Person> people(int count) {
        Callable<Person> one = this::register;
        return ServerApi.each(Stream.generate(() -> one).limit(count).toList());
    }

    private Person register() {
        byte[] bytes = new byte[24];
        random.nextBytes(bytes);
        String name = "bench-" + UUID.randomUUID().toString().substring(0, 18);
        Register register = new Register(
                name,
                name + "@bench.invalid",
                Base64.getEncoder().encodeToString(bytes),
                null,
                null,
                "bench",
                TokenTransport.BEARER);
        SignedIn signedIn = api.post("/api/accounts", null, register, SignedIn.class);
        if (signedIn.tokens() == null) {
            throw new BenchFailure("The server kept the tokens to itself.");
        }
        return new Person(signedIn.person().id(), signedIn.tokens().accessToken());
    }

    @Override
    public void befriend(List<Pair> pairs) {
        ServerApi.each(pairs.stream()
                .<Callable<JsonNode>>map(pair -> () -> befriend(pair))
                .toList());
    }

    /** Asking somebody who asked accepts. */
    private JsonNode befriend(Pair pair) {
        request(pair.one(), pair.other());
        return request(pair.other(), pair.one());
    }

    private JsonNode request(Person from, Person to) {
        RequestContact request = new RequestContact(to.accountId());
        return api.post("/api/contacts/requests", from.accessToken(), request, JsonNode.class);
    }
}
