package dev.chatcall.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebSiteTest {
    @TempDir
    private Path folder;

    private LocalHttp http;

    @BeforeEach
    void start() throws IOException {
        Path root = Files.createDirectories(folder.resolve("dist"));
        Files.writeString(folder.resolve("secret.txt"), "secret");
        Files.createDirectories(folder.resolve("dist-other"));
        Files.writeString(folder.resolve("dist-other/secret.txt"), "secret");
        Files.writeString(root.resolve("index.html"), "<!doctype html>index");
        Files.writeString(root.resolve("sw.js"), "worker");
        Files.createDirectories(root.resolve("assets"));
        Files.writeString(root.resolve("assets/main-abc.js"), "script");
        Files.writeString(root.resolve("assets/main-abc.js.gz"), "zipped");
        Files.writeString(root.resolve("assets/main-abc.js.br"), "brotli");
        Files.createSymbolicLink(root.resolve("link.txt"), folder.resolve("secret.txt"));
        http = new LocalHttp(
                api -> api.get("/api/thing", "A thing").anyone().answers(String.class, call -> "thing"),
                LocalHttp.settings(null, root));
    }

    @AfterEach
    void stop() {
        http.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/index.html", "/register?invitation=x", "/conversations/1/2", "/reset"})
    void addressesThatTheClientDrawsGetTheIndex(String path) {
        HttpResponse<String> response = http.get(path);

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).isEqualTo("<!doctype html>index");
        assertThat(response.headers().firstValue("Content-Type")).hasValue("text/html;charset=utf-8");
        assertThat(response.headers().firstValue("Cache-Control")).hasValue("no-cache");
        assertThat(response.headers().firstValue("Content-Security-Policy")).isPresent();
    }

    @Test
    void filesWithAHashInTheirNameAreKept() {
        HttpResponse<String> hashed = http.get("/assets/main-abc.js");
        HttpResponse<String> worker = http.get("/sw.js");

        assertThat(hashed.body()).isEqualTo("script");
        assertThat(hashed.headers().firstValue("Content-Type")).hasValue("text/javascript;charset=utf-8");
        assertThat(hashed.headers().firstValue("Cache-Control")).hasValue("public, max-age=31536000, immutable");
        assertThat(worker.headers().firstValue("Cache-Control")).hasValue("no-cache");
    }

    @Test
    void aFileThatTheBuildCompressedIsSentSo() {
        HttpResponse<String> zipped =
                http.send(http.request("/assets/main-abc.js").header("Accept-Encoding", "gzip"));
        HttpResponse<String> brotli =
                http.send(http.request("/assets/main-abc.js").header("Accept-Encoding", "gzip, br"));

        assertThat(zipped.body()).isEqualTo("zipped");
        assertThat(zipped.headers().firstValue("Content-Encoding")).hasValue("gzip");
        assertThat(zipped.headers().firstValue("Content-Type")).hasValue("text/javascript;charset=utf-8");
        assertThat(brotli.body()).isEqualTo("brotli");
    }

    @Test
    void aFileThatDidNotChangeIsNotSentAgain() {
        String tag = http.get("/sw.js").headers().firstValue("ETag").orElseThrow();

        HttpResponse<String> again = http.send(http.request("/sw.js").header("If-None-Match", tag));

        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/missing.js", "/assets/missing.js", "/api/missing", "/api", "/link.txt", "/assets/a.b"})
    void whatIsMissingIsNotFound(String path) {
        HttpResponse<String> response = http.get(path);

        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(LocalHttp.code(response)).isEqualTo("not_found");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/../secret.txt", "/%2e%2e/secret.txt", "/..%2fsecret.txt", "/assets/../../secret.txt",
                "/../dist-other/secret.txt", "/.%00./secret.txt", "//etc/passwd", "/..\\secret.txt",
                "/%2fetc/passwd", "/assets/%2e%2e/%2e%2e/secret.txt", "/\u0000"
            })
    void nothingOutsideTheFolderIsServed(String path) {
        String answer = http.raw("GET " + path + " HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");

        assertThat(answer)
                .containsPattern("^HTTP/1.1 [24]")
                .doesNotContain("\r\n\r\nsecret")
                .doesNotContain("root:");
    }

    @Test
    void anotherMethodThanGetIsNotForFiles() {
        HttpResponse<String> response = http.postJson("/index.html", "{}");

        assertThat(response.statusCode()).isEqualTo(404);
    }
}
