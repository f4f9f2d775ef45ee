package dev.chatcall.server.database;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.postgresql.Driver;

/**
 * Reads {@code DATABASE_URL} in the two spellings that people have at hand: libpq's
 * {@code postgres://user:password@host:port/database?…} and JDBC's {@code jdbc:postgresql://host:port/database?…}.
 */
final class DatabaseUrl {

    private static final String EXPECTED = "DATABASE_URL is not the address of a PostgreSQL database:"
            + " expected postgres://user:password@host:port/database";

    /** libpq's parameters that the JDBC driver knows by another name. */
    private static final Map<String, String> JDBC_NAMES = Map.of(
            "application_name", "ApplicationName",
            "connect_timeout", "connectTimeout");

    private DatabaseUrl() {}

    /** @throws DatabaseUnavailableException if it is neither spelling; the message does not repeat the URL */
    static DatabaseConfig.External parse(String url) {
        String lower = url.toLowerCase(Locale.ROOT);
        if (lower.startsWith("jdbc:postgresql:")) {
            return url.contains("@") ? parseUri(url.substring("jdbc:".length())) : parseJdbc(url);
        }
        if (lower.startsWith("postgres://") || lower.startsWith("postgresql://")) {
            return parseUri(url);
        }
        throw new DatabaseUnavailableException(EXPECTED);
    }

    /** Left as it is, since the driver knows more forms than we do, such as several hosts. */
    private static DatabaseConfig.External parseJdbc(String url) {
        if (Driver.parseURL(url, new Properties()) == null) {
            throw new DatabaseUnavailableException(EXPECTED);
        }
        return new DatabaseConfig.External(url, null, null);
    }

    private static DatabaseConfig.External parseUri(String url) {
        URI uri = uri(url);
        String host = uri.getHost();
        String database = uri.getRawPath() == null ? "" : uri.getRawPath().replaceFirst("^/", "");
        if (host == null || database.isEmpty() || database.contains("/")) {
            throw new DatabaseUnavailableException(EXPECTED);
        }
        String[] userInfo = uri.getRawUserInfo() == null
                ? new String[0]
                : uri.getRawUserInfo().split(":", 2);
        Map<String, String> parameters = parameters(uri.getRawQuery());
        String user = parameters.remove("user");
        String password = parameters.remove("password");
        if (userInfo.length > 0) {
            user = decode(userInfo[0]);
            password = userInfo.length > 1 ? decode(userInfo[1]) : password;
        }
        String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
        return new DatabaseConfig.External(
                "jdbc:postgresql://" + host + port + "/" + database + query(parameters), user, password);
    }

    /** The cause is dropped: its message would repeat the URL, and with it the password. */
    private static URI uri(String url) {
        try {
            return new URI(url);
        } catch (URISyntaxException malformed) {
            throw new DatabaseUnavailableException(EXPECTED + " (write special characters of a password as %XX)");
        }
    }

    /** Values stay encoded, as the driver decodes them; only the credentials are taken out decoded. */
    private static Map<String, String> parameters(@Nullable String query) {
        Map<String, String> parameters = new LinkedHashMap<>();
        for (String pair : query == null ? new String[0] : query.split("&", -1)) {
            String[] parts = pair.split("=", 2);
            boolean credential = parts[0].equals("user") || parts[0].equals("password");
            String value = parts.length < 2 ? "" : parts[1];
            if (!parts[0].isEmpty()) {
                parameters.put(JDBC_NAMES.getOrDefault(parts[0], parts[0]), credential ? decode(value) : value);
            }
        }
        return parameters;
    }

    private static String query(Map<String, String> parameters) {
        List<String> pairs = new ArrayList<>();
        parameters.forEach((name, value) -> pairs.add(name + "=" + value));
        return pairs.isEmpty() ? "" : "?" + String.join("&", pairs);
    }

    /** Percent-decoding; unlike in a form, a plus sign is a plus sign. */
    private static String decode(String text) {
        try {
            return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            throw new DatabaseUnavailableException(EXPECTED);
        }
    }
}
