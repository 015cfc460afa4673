package org.whorl.server.programs;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import org.springframework.stereotype.Component;
import org.whorl.server.programs.Offered.Field;
import org.whorl.server.programs.Offered.Shape;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The document that describes the interface (OpenAPI). It is made from the running server by a test, which fails when the
 * copy that is kept differs from it; that copy travels with the server, and the page for people is made from it.
 */
@Component
class Description {

    private static final String REFERENCE = "#/components/schemas/";
    private static final int DEEP = 3;

    private final String text;
    private final JsonNode document;

    Description() {
        try (InputStream in = Objects.requireNonNull(Description.class.getResourceAsStream("openapi.json"))) {
            text = new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        document = new JsonMapper().readTree(text);
    }

    /** The document itself. */
    String text() {
        return text;
    }

    /** Everything the interface does, by the group it belongs to. */
    SequencedMap<String, List<Offered>> groups() {
        SequencedMap<String, List<Offered>> groups = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> path : document.path("paths").properties()) {
            for (Map.Entry<String, JsonNode> method : path.getValue().properties()) {
                JsonNode operation = method.getValue();
                // What all methods of an address share stands beside them.
                if (!operation.has("operationId")) {
                    continue;
                }
                groups.computeIfAbsent(operation.path("tags").path(0).asString(""), _ -> new ArrayList<>())
                        .add(offered(path.getKey(), method.getKey(), operation));
            }
        }
        return groups;
    }

    private Offered offered(String path, String method, JsonNode operation) {
        List<Field> parameters = new ArrayList<>();
        for (JsonNode parameter : operation.path("parameters")) {
            parameters.add(new Field(
                    parameter.path("name").asString(""),
                    type(parameter.path("schema")),
                    parameter.path("description").asString("")));
        }
        JsonNode sent = operation.path("requestBody").path("content");
        JsonNode answer = JsonMapper.shared().nullNode();
        for (Map.Entry<String, JsonNode> each : operation.path("responses").properties()) {
            if (each.getKey().startsWith("2")) {
                answer = each.getValue().path("content");
            }
        }
        String kind = answer.propertyNames().stream().findFirst().orElse("");
        return new Offered(
                operation.path("operationId").asString(""),
                method.toUpperCase(java.util.Locale.ROOT),
                path,
                parameters,
                shape(first(sent)),
                shape(first(answer)),
                kind);
    }

    private static JsonNode first(JsonNode content) {
        for (JsonNode each : content) {
            return each.path("schema");
        }
        return JsonMapper.shared().nullNode();
    }

    private Shape shape(JsonNode schema) {
        boolean list = schema.path("type").asString("").equals("array");
        JsonNode one = list ? schema.path("items") : schema;
        String name = name(one);
        if (name.isEmpty()) {
            return Shape.NONE;
        }
        List<Field> fields = new ArrayList<>();
        fields("", one, fields, 0);
        return new Shape(name, resolved(one).path("description").asString(""), list, fields);
    }

    private void fields(String before, JsonNode schema, List<Field> fields, int depth) {
        for (Map.Entry<String, JsonNode> property :
                resolved(schema).path("properties").properties()) {
            JsonNode value = property.getValue();
            String name = before + property.getKey();
            JsonNode resolved = resolved(value);
            String meaning = value.path("description")
                    .asString(resolved.path("description").asString(""));
            fields.add(new Field(name, type(value), meaning));
            boolean list = resolved.path("type").asString("").equals("array");
            JsonNode inside = list ? resolved.path("items") : value;
            if (depth < DEEP && !name(inside).isEmpty()) {
                fields(name + (list ? "[]." : "."), inside, fields, depth + 1);
            }
        }
    }

    private static String name(JsonNode schema) {
        return schema.path("$ref").asString("").replace(REFERENCE, "");
    }

    private JsonNode resolved(JsonNode schema) {
        String name = name(schema);
        return name.isEmpty()
                ? schema
                : document.path("components").path("schemas").path(name);
    }

    private String type(JsonNode schema) {
        JsonNode resolved = resolved(schema);
        String type = resolved.path("type").asString("");
        return resolved.path("format").asString(type);
    }
}
