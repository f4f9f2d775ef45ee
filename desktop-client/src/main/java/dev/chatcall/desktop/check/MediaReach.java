package dev.chatcall.desktop.check;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.chatcall.desktop.check.Check.Problem;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Tries the addresses at which the media service says that it can be reached. Blocks: use it off the loop. */
public final class MediaReach {
    private final JsonMapper mapper;

    public MediaReach(JsonMapper mapper) {
        this.mapper = mapper;
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    private record Parameters(String usernameFragment, String password) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    private record Candidate(@Nullable String ip, @Nullable String address, int port, String protocol) {
        private String host() {
            return ip != null ? ip : String.valueOf(address);
        }
    }

    /**
     * Never fails.
     *
     * @param parameters of a transport's ICE, as the media service writes them (JSON)
     * @param candidates where it can be reached (JSON)
     */
    public Finding find(String parameters, String candidates, boolean tcp) {
        Parameters secret = mapper.readValue(parameters, Parameters.class);
        List<Candidate> all = List.of(mapper.readValue(candidates, Candidate[].class));
        for (Candidate candidate : all) {
            if (candidate.protocol().equals(tcp ? "tcp" : "udp")) {
                long asked = System.nanoTime();
                if (reaches(candidate, secret, tcp)) {
                    return Finding.passed(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - asked) + " ms");
                }
            }
        }
        return Finding.failed(tcp ? Problem.TCP_BLOCKED : Problem.UDP_BLOCKED);
    }

    private static boolean reaches(Candidate candidate, Parameters secret, boolean tcp) {
        try (StunLine line = StunLine.forMedia(candidate.host(), candidate.port(), tcp)) {
            return IceCheck.reaches(line, secret.usernameFragment(), secret.password(), "check");
        } catch (IOException e) {
            return false;
        }
    }
}
