package dev.chatcall.desktop.http;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Requests through the JDK's client. */
public final class JdkHttp implements Http {
    /** A picture of eight megabytes on a slow line takes its time. */
    private static final Duration LONGEST = Duration.ofSeconds(60);

    private final HttpClient client;
    private final URI server;

    /** @param server where it is, without a slash at the end */
    public JdkHttp(HttpClient client, URI server) {
        this.client = client;
        this.server = server;
    }

    @Override
    public CompletableFuture<HttpAnswer> request(HttpAsk ask) {
        HttpAsk.Body body = ask.body();
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(server + ask.path()))
                .timeout(LONGEST)
                .method(
                        ask.method(),
                        body == null ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body.bytes()));
        if (body != null) {
            request.header("Content-Type", body.type());
        }
        if (ask.bearer() != null) {
            request.header("Authorization", "Bearer " + ask.bearer());
        }
        return client.sendAsync(request.build(), BodyHandlers.ofByteArray())
                .thenApply(response -> new HttpAnswer(response.statusCode(), response.body(), dateOf(response)));
    }

    private static @Nullable Long dateOf(HttpResponse<?> response) {
        return response.headers().firstValue("Date").map(JdkHttp::parsed).orElse(null);
    }

    private static @Nullable Long parsed(String date) {
        try {
            return ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant()
                    .toEpochMilli();
        } catch (DateTimeException e) {
            return null;
        }
    }
}
