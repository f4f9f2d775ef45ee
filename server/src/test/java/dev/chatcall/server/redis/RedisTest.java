package dev.chatcall.server.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.RedisClient;

class RedisTest {

    @Test
    void talksToTheServerOfTheAddress() {
        try (TestRedis server = TestRedis.start();
                RedisClient client = Redis.open(server.address())) {
            assertThat(client.ping()).isEqualTo("PONG");
        }
    }

    @Test
    void refusesWhatIsNoAddressWithoutRepeatingAPassword() {
        assertThatThrownBy(() -> Redis.open(URI.create("http://somebody:secret@127.0.0.1")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("redis://host:port")
                .hasMessageNotContaining("secret");
    }
}
