package dev.chatcall.server.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseUrlTest {

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "  "})
    void without_a_url_the_embedded_one_is_used(String url) {
        assertThat(DatabaseConfig.of(url, Path.of("data"))).isEqualTo(new DatabaseConfig.Embedded(Path.of("data")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"postgres", "postgresql", "POSTGRES"})
    void the_urls_of_libpq_are_understood(String scheme) {
        assertThat(DatabaseUrl.parse(scheme + "://ada:secret@db.example.org:5433/chat?sslmode=require"))
                .isEqualTo(new DatabaseConfig.External(
                        "jdbc:postgresql://db.example.org:5433/chat?sslmode=require", "ada", "secret"));
    }

    @Test
    void a_password_may_hold_any_letter() {
        DatabaseConfig.External config = DatabaseUrl.parse("postgres://ada:p%40s%2Fs+%C3%BC:x@localhost/chat");

        assertThat(config.password()).isEqualTo("p@s/s+ü:x");
        assertThat(config.jdbcUrl()).isEqualTo("jdbc:postgresql://localhost/chat");
    }

    @Test
    void credentials_may_be_parameters_and_libpqs_parameters_get_the_drivers_names() {
        assertThat(DatabaseUrl.parse("postgres://localhost/chat?user=ada&password=a%26b&connect_timeout=3"))
                .isEqualTo(
                        new DatabaseConfig.External("jdbc:postgresql://localhost/chat?connectTimeout=3", "ada", "a&b"));
    }

    @Test
    void an_ipv6_address_is_understood() {
        assertThat(DatabaseUrl.parse("postgres://ada@[::1]:5432/chat"))
                .isEqualTo(new DatabaseConfig.External("jdbc:postgresql://[::1]:5432/chat", "ada", null));
    }

    @Test
    void the_drivers_own_urls_are_left_as_they_are() {
        String url = "jdbc:postgresql://one:5432,two:5432/chat?user=ada&targetServerType=primary";

        assertThat(DatabaseUrl.parse(url)).isEqualTo(new DatabaseConfig.External(url, null, null));
    }

    @Test
    void credentials_in_the_authority_of_a_jdbc_url_are_taken_out() {
        assertThat(DatabaseUrl.parse("jdbc:postgresql://ada:secret@localhost:5432/chat"))
                .isEqualTo(new DatabaseConfig.External("jdbc:postgresql://localhost:5432/chat", "ada", "secret"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mysql://ada:secret@localhost/chat",
                "postgres://ada:secret@localhost",
                "postgres://ada:secret@localhost/",
                "postgres://ada:secret@/chat",
                "postgres://ada:secret@localhost:port/chat",
                "postgres://ada:secret with spaces@localhost/chat",
                "postgres://ada:secret%zz@localhost/chat",
                "postgres://ada:secret@localhost/chat/secret",
                "jdbc:postgresql://localhost:99999/chat?password=secret",
                "localhost"
            })
    void anything_else_is_refused_without_repeating_the_password(String url) {
        assertThatThrownBy(() -> DatabaseUrl.parse(url))
                .isInstanceOf(DatabaseUnavailableException.class)
                .hasMessageContaining("expected postgres://user:password@host:port/database")
                .hasMessageNotContaining("secret")
                .hasNoCause();
    }

    @Test
    void a_config_does_not_print_its_secrets() {
        assertThat(DatabaseUrl.parse("postgres://ada:secret@localhost:5432/chat?sslpassword=secret"))
                .hasToString("External[localhost:5432/chat]");
    }
}
