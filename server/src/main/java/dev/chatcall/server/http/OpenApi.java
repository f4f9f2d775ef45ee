package dev.chatcall.server.http;

import dev.chatcall.protocol.error.ErrorCode;
import dev.chatcall.protocol.error.Problem;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes the declared routes down as an OpenAPI 3.1 document. */
final class OpenApi {
    private static final Pattern PARAMETER = Pattern.compile("\\{(\\w+)}");

    private final JsonMapper json;
    private final Schemas schemas;

    OpenApi(JsonMapper json) {
        this.json = json;
        this.schemas = new Schemas(json);
    }

    byte[] document(List<Route<?, ?>> routes, String version) {
        ObjectNode document = json.createObjectNode();
        document.put("openapi", "3.1.0");
        document.putObject("info").put("title", "ChatCall").put("version", version);
        ObjectNode paths = document.putObject("paths");
        for (Route<?, ?> route : routes) {
            ObjectNode path =
                    paths.has(route.path()) ? (ObjectNode) paths.get(route.path()) : paths.putObject(route.path());
            path.set(route.method().name().toLowerCase(Locale.ROOT), operation(route));
        }
        ObjectNode components = document.putObject("components");
        describeSecurity(components.putObject("securitySchemes"));
        components.set("schemas", schemas.all());
        return json.writerWithDefaultPrettyPrinter().writeValueAsBytes(document);
    }

    private static void describeSecurity(ObjectNode schemes) {
        schemes.putObject("bearer").put("type", "http").put("scheme", "bearer").put("bearerFormat", "JWT");
        schemes.putObject("cookie").put("type", "apiKey").put("in", "cookie").put("name", Cookie.ACCESS);
    }

    private ObjectNode operation(Route<?, ?> route) {
        ObjectNode operation = json.createObjectNode();
        operation.put("summary", route.summary());
        operation.put("operationId", operationId(route));
        operation.putArray("tags").add(tag(route.path()));
        describeParameters(route, operation.putArray("parameters"));
        describeBody(route.body(), operation);
        describeAnswers(route, operation.putObject("responses"));
        if (route.access() != Access.ANYONE) {
            ArrayNode security = operation.putArray("security");
            security.addObject().putArray("bearer");
            security.addObject().putArray("cookie");
        }
        return operation;
    }

    private static String operationId(Route<?, ?> route) {
        return route.method().name().toLowerCase(Locale.ROOT)
                + route.path().replaceAll("\\{(\\w+)}", "by-$1").replaceAll("[^A-Za-z0-9]+", "_");
    }

    /** The feature: what follows {@code /api/}. */
    static String tag(String path) {
        String[] parts = path.split("/", -1);
        return path.startsWith("/api/") ? parts[2] : "operation";
    }

    private static void describeParameters(Route<?, ?> route, ArrayNode parameters) {
        Matcher inPath = PARAMETER.matcher(route.path());
        while (inPath.find()) {
            ObjectNode parameter = parameters.addObject();
            parameter.put("name", inPath.group(1)).put("in", "path").put("required", true);
            parameter.putObject("schema").put("type", "string").put("format", "uuid");
        }
        for (Route.QueryParameter query : route.query()) {
            ObjectNode parameter = parameters.addObject();
            parameter.put("name", query.name()).put("in", "query").put("description", query.description());
            parameter.putObject("schema").put("type", "string");
        }
    }

    private void describeBody(RequestBody body, ObjectNode operation) {
        switch (body) {
            case RequestBody.None none -> {}
            case RequestBody.Json record -> {
                ObjectNode description = operation.putObject("requestBody").put("required", true);
                description
                        .putObject("content")
                        .putObject("application/json")
                        .set("schema", schemas.reference(record.type()));
            }
            case RequestBody.Bytes bytes -> {
                ObjectNode description = operation.putObject("requestBody").put("required", true);
                description.put("description", "At most " + bytes.max() + " bytes");
                description.putObject("content").putObject("application/octet-stream");
            }
        }
    }

    private void describeAnswers(Route<?, ?> route, ObjectNode answers) {
        ObjectNode good = answers.putObject(Integer.toString(route.status())).put("description", "Done");
        switch (route.answer()) {
            case Answer.Nothing nothing -> {}
            case Answer.Raw raw -> good.putObject("content").putObject(raw.mediaType());
            case Answer.One one ->
                good.putObject("content").putObject("application/json").set("schema", schemas.reference(one.type()));
            case Answer.ListOf list -> {
                ObjectNode schema = json.createObjectNode().put("type", "array");
                schema.set("items", schemas.reference(list.type()));
                good.putObject("content").putObject("application/json").set("schema", schema);
            }
        }
        Set<ErrorCode> refusals = refusals(route);
        Set<Integer> statuses = refusals.stream().map(ErrorCode::status).collect(Collectors.toCollection(TreeSet::new));
        for (int status : statuses) {
            String codes = refusals.stream()
                    .filter(code -> code.status() == status)
                    .map(code -> "`" + code.code() + "`")
                    .collect(Collectors.joining(", "));
            ObjectNode refused = answers.putObject(Integer.toString(status)).put("description", codes);
            refused.putObject("content").putObject(Problems.MEDIA_TYPE).set("schema", schemas.reference(Problem.class));
        }
    }

    /** The route's own refusals and those that come with what it takes and who may use it. */
    static Set<ErrorCode> refusals(Route<?, ?> route) {
        EnumSet<ErrorCode> refusals = EnumSet.noneOf(ErrorCode.class);
        refusals.addAll(route.refusals());
        if (route.access() != Access.ANYONE) {
            refusals.add(ErrorCode.AUTH_REQUIRED);
            refusals.add(ErrorCode.AUTH_SESSION_ENDED);
        }
        if (route.access() == Access.ADMINISTRATOR) {
            refusals.add(ErrorCode.AUTH_ADMINISTRATOR_REQUIRED);
        }
        if (route.method().changes()) {
            refusals.add(ErrorCode.ORIGIN_FORBIDDEN);
        }
        if (!(route.body() instanceof RequestBody.None)) {
            refusals.add(ErrorCode.REQUEST_TOO_LARGE);
        }
        if (route.body() instanceof RequestBody.Json) {
            refusals.add(ErrorCode.REQUEST_MALFORMED);
            refusals.add(ErrorCode.REQUEST_INVALID);
        }
        if (route.path().contains("{")) {
            refusals.add(ErrorCode.NOT_FOUND);
        }
        return refusals;
    }
}
