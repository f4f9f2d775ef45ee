package dev.chatcall.server.http;

import dev.chatcall.protocol.error.ErrorCode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Writes the declared routes down as a page for people. It needs nothing but its style sheet beside it. */
final class DocsPage {
    private static final String HEAD = """
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>ChatCall HTTP interface</title>
            <link rel="stylesheet" href="/docs.css">
            </head>
            <body>
            <main>
            <h1>ChatCall HTTP interface</h1>
            <p>The same for programs, with the shape of every body: <a href="/openapi.json">openapi.json</a>.
            Who is signed in sends <code>Authorization: Bearer</code> with the access token, or the cookie of a browser.
            Errors are problem details (RFC 9457) whose <code>code</code> is one of those listed.</p>
            """;
    private static final String FOOT = """
            </main>
            </body>
            </html>
            """;

    private DocsPage() {}

    static String html(List<Route<?, ?>> routes) {
        Map<String, List<Route<?, ?>>> features = routes.stream()
                .collect(Collectors.groupingBy(route -> OpenApi.tag(route.path()), TreeMap::new, Collectors.toList()));
        StringBuilder page = new StringBuilder(HEAD);
        features.forEach((feature, declared) -> {
            page.append("<h2>").append(escaped(feature)).append("</h2>\n");
            declared.forEach(route -> append(route, page));
        });
        return page.append(FOOT).toString();
    }

    private static void append(Route<?, ?> route, StringBuilder page) {
        page.append("<section>\n<h3><span>")
                .append(route.method())
                .append("</span> <code>")
                .append(escaped(route.path()))
                .append("</code></h3>\n<p>")
                .append(escaped(route.summary()))
                .append("</p>\n<dl>\n");
        term("Who", who(route.access()), page);
        for (Route.QueryParameter parameter : route.query()) {
            term("?" + parameter.name(), parameter.description(), page);
        }
        term("Takes", takes(route.body()), page);
        term("Answers", route.status() + " " + answers(route.answer()), page);
        term(
                "Refuses with",
                OpenApi.refusals(route).stream().map(ErrorCode::code).collect(Collectors.joining(", ")),
                page);
        page.append("</dl>\n</section>\n");
    }

    private static void term(String name, String description, StringBuilder page) {
        if (!description.isEmpty()) {
            page.append("<dt>")
                    .append(escaped(name))
                    .append("</dt><dd>")
                    .append(escaped(description))
                    .append("</dd>\n");
        }
    }

    private static String who(Access access) {
        return switch (access) {
            case ANYONE -> "anyone";
            case SIGNED_IN -> "whoever is signed in";
            case ADMINISTRATOR -> "administrators";
        };
    }

    private static String takes(RequestBody body) {
        return switch (body) {
            case RequestBody.None none -> "";
            case RequestBody.Json record -> record.type().getSimpleName();
            case RequestBody.Bytes bytes -> "at most " + bytes.max() + " bytes";
        };
    }

    private static String answers(Answer answer) {
        return switch (answer) {
            case Answer.Nothing nothing -> "without a body";
            case Answer.One one -> one.type().getSimpleName();
            case Answer.ListOf list -> "a list of " + list.type().getSimpleName();
            case Answer.Raw raw -> raw.mediaType();
        };
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
