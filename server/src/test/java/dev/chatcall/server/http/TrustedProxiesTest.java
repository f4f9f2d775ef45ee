package dev.chatcall.server.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrustedProxiesTest {
    private final TrustedProxies proxies = TrustedProxies.parse("10.0.0.1, 172.16.0.0/12, fd00::/8");

    @Test
    void onlyTrustedProxiesAreBelieved() {
        assertThat(proxies.client("8.8.8.8", "1.2.3.4")).isEqualTo("8.8.8.8");
        assertThat(proxies.client("10.0.0.1", "1.2.3.4")).isEqualTo("1.2.3.4");
        assertThat(proxies.client("172.31.255.255", "1.2.3.4")).isEqualTo("1.2.3.4");
        assertThat(proxies.client("172.32.0.0", "1.2.3.4")).isEqualTo("172.32.0.0");
        assertThat(proxies.client("[fd12::1]", "2001:db8::1")).isEqualTo("2001:db8::1");
        assertThat(TrustedProxies.none().client("10.0.0.1", "1.2.3.4")).isEqualTo("10.0.0.1");
    }

    @Test
    void theLastAddressThatIsNoProxyIsTheClient() {
        assertThat(proxies.client("10.0.0.1", "6.6.6.6, 1.2.3.4, 172.16.0.9")).isEqualTo("1.2.3.4");
        assertThat(proxies.client("10.0.0.1", "172.16.0.8, 172.16.0.9")).isEqualTo("172.16.0.8");
        assertThat(proxies.client("10.0.0.1", "1.2.3.4, nonsense")).isEqualTo("10.0.0.1");
        assertThat(proxies.client("10.0.0.1", "")).isEqualTo("10.0.0.1");
        assertThat(proxies.client("10.0.0.1", null)).isEqualTo("10.0.0.1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "10.0.0.1/33", "10.0.0.1/x", "10.0.0", "1.2.3.4.5", "/8", "10.0.0.1/"})
    void whatIsNoNetworkIsRefused(String list) {
        assertThatThrownBy(() -> TrustedProxies.parse(list)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void overHttpsBrowsersAreToldToStayThereAndOnlyThatOriginIsOurs() {
        HttpSettings settings = LocalHttp.settings(URI.create("https://chat.example.org"), null);
        try (LocalHttp http = new LocalHttp(
                api -> api.post("/api/thing", "A thing")
                        .anyone()
                        .answersNothing(call -> call.setCookie(new Cookie("a", "b", "/", Duration.ofSeconds(5)))),
                settings)) {
            HttpResponse<String> own = http.send(http.request("/api/thing")
                    .header("Origin", "https://chat.example.org")
                    .POST(HttpRequest.BodyPublishers.noBody()));
            HttpResponse<String> plain = http.send(http.request("/api/thing")
                    .header("Origin", "http://chat.example.org")
                    .POST(HttpRequest.BodyPublishers.noBody()));
            HttpResponse<String> host = http.send(http.request("/api/thing")
                    .header("Origin", http.origin())
                    .POST(HttpRequest.BodyPublishers.noBody()));

            assertThat(own.statusCode()).isEqualTo(204);
            assertThat(own.headers().firstValue("Strict-Transport-Security")).isPresent();
            assertThat(own.headers().firstValue("Set-Cookie"))
                    .hasValue("a=b; Path=/; Max-Age=5; HttpOnly; SameSite=Strict; Secure");
            assertThat(plain.statusCode()).isEqualTo(403);
            assertThat(host.statusCode()).isEqualTo(403);
        }
    }
}
