package dev.chatcall.server.doctor;

import dev.chatcall.protocol.call.IceServer;
import dev.chatcall.server.doctor.stun.StunAddress;
import dev.chatcall.server.doctor.stun.StunClient;
import dev.chatcall.server.doctor.stun.StunClient.Outcome;
import dev.chatcall.server.json.Json;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Whether media finds its way: STUN, TURN, and the media service's ports over UDP and TCP. */
final class MediaExaminations {
    private static final int ANY_CREDENTIAL_ERROR = 401;

    private final Diagnosis diagnosis;
    private final StunClient stun;
    private final JsonMapper json = Json.mapper();

    MediaExaminations(Diagnosis diagnosis, StunClient stun) {
        this.diagnosis = diagnosis;
        this.stun = stun;
    }

    List<Examination> all() {
        List<Examination> all = new ArrayList<>();
        boolean relay = false;
        for (IceServer server : diagnosis.iceServers()) {
            for (String url : server.urls()) {
                StunAddress address = StunAddress.parse(url);
                relay |= address.relay();
                all.add(new Examination(url, () -> address.relay() ? turn(server, address) : stun(address)));
            }
        }
        if (!relay) {
            all.add(new Examination(
                    "TURN",
                    () -> new Finding.Skipped("none is set up: where two people find no direct"
                            + " way, the media service takes over (CHATCALL_TURN_URLS, CHATCALL_TURN_SECRET)")));
        }
        all.add(new Examination("Media service", this::mediaService));
        if (diagnosis.iceCandidates() != null && diagnosis.iceParameters() != null) {
            candidates(diagnosis.iceCandidates(), diagnosis.iceParameters(), all);
        }
        return all;
    }

    private Finding stun(StunAddress address) throws IOException {
        return switch (stun.bind(address)) {
            case Outcome.Reached(var seen) -> new Finding.Fine("sees this machine as " + seen);
            case Outcome.Refused(var code) ->
                new Finding.Wrong("It refuses (" + code + ").", "Read the log of the STUN server.");
            case Outcome.Silent() -> silent(address.port(), address.tcp());
        };
    }

    private Finding turn(IceServer server, StunAddress address) throws IOException {
        return switch (stun.allocate(address, text(server.username()), text(server.credential()))) {
            case Outcome.Reached(var relayed) -> new Finding.Fine("relays as " + relayed);
            case Outcome.Refused(var code)
            when code == ANY_CREDENTIAL_ERROR ->
                new Finding.Wrong(
                        "It does not take the credentials.",
                        "CHATCALL_TURN_SECRET must be coturn's static-auth-secret, with use-auth-secret on, and the"
                                + " clocks must agree.");
            case Outcome.Refused(var code) ->
                new Finding.Wrong(
                        "It gives no relayed address (" + code + ").",
                        "Read coturn's log: quotas, relay-ip and the range of ports are the usual causes.");
            case Outcome.Silent() -> silent(address.port(), address.tcp());
        };
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }

    private Finding mediaService() {
        String problem = diagnosis.mediaProblem();
        return problem == null
                ? new Finding.Fine("runs; group calls work")
                : new Finding.Wrong(problem, "Group calls do not work until then; calls between two and chat do.");
    }

    private void candidates(String candidates, String parameters, List<Examination> all) {
        JsonNode ice = json.readTree(parameters);
        StunClient.Fragment fragment = new StunClient.Fragment(
                ice.path("usernameFragment").asString(), ice.path("password").asString());
        for (JsonNode candidate : json.readTree(candidates)) {
            boolean tcp = candidate.path("protocol").asString().equals("tcp");
            String address =
                    candidate.path("address").asString(candidate.path("ip").asString(""));
            int port = candidate.path("port").asInt();
            String name = "Media over " + (tcp ? "TCP" : "UDP");
            all.add(new Examination(name, () -> candidate(new InetSocketAddress(address, port), tcp, fragment)));
        }
    }

    private Finding candidate(InetSocketAddress to, boolean tcp, StunClient.Fragment fragment) {
        String where = to.getHostString() + ":" + to.getPort();
        try {
            return switch (stun.check(to, tcp, fragment)) {
                case Outcome.Reached reached -> new Finding.Fine(where + " answers");
                case Outcome.Refused(var code) ->
                    new Finding.Wrong(where + " refuses (" + code + ").", "Something else listens there.");
                case Outcome.Silent() -> unreachable(where, to.getPort(), tcp);
            };
        } catch (IOException e) {
            return unreachable(where, to.getPort(), tcp);
        }
    }

    private static Finding unreachable(String where, int port, boolean tcp) {
        return new Finding.Wrong(
                "Nothing answers at " + where + ", which clients are told to use.",
                "Open port " + port + " (" + protocol(tcp) + ") in the firewall, and set"
                        + " CHATCALL_MEDIA_ANNOUNCED_ADDRESS to the address at which clients reach this machine.");
    }

    private static Finding silent(int port, boolean tcp) {
        return new Finding.Wrong(
                "It does not answer.",
                "See whether it runs, and open port " + port + " (" + protocol(tcp) + ") in the firewall.");
    }

    private static String protocol(boolean tcp) {
        return (tcp ? "tcp" : "udp").toUpperCase(Locale.ROOT);
    }
}
