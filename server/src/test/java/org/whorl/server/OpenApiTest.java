package org.whorl.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The document that describes the interface, and the page made from it. */
class OpenApiTest {

    private static final Path KEPT = Path.of(System.getProperty("whorl.root", ".."), "docs", "api", "openapi.json");

    /** To keep what the server does now: -Dwhorl.keep-openapi=yes. */
    @Test
    void theKeptCopySaysWhatTheServerDoes() throws IOException {
        String now = Running.browser().open("/v3/api-docs").body() + "\n";
        if (System.getProperty("whorl.keep-openapi") != null) {
            Files.writeString(KEPT, now);
        }
        assertThat(Files.readString(KEPT))
                .as("docs/api/openapi.json; write it again with -Dwhorl.keep-openapi=yes")
                .isEqualTo(now);
        assertThat(Program.in("", "").get("/api/v1/openapi.json").text()).isEqualTo(now);
    }

    @Test
    void everythingInItSaysWhatItIs() throws IOException {
        JsonNode document = new JsonMapper().readTree(Files.readString(KEPT));
        for (Map.Entry<String, JsonNode> schema :
                document.at("/components/schemas").properties()) {
            for (Map.Entry<String, JsonNode> field :
                    schema.getValue().path("properties").properties()) {
                if (!field.getValue().has("$ref") && !schema.getKey().startsWith("Listed")) {
                    assertThat(field.getValue().path("description").asString(""))
                            .as(schema.getKey() + "." + field.getKey())
                            .isNotBlank();
                }
            }
        }
    }

    @Test
    void thePageSaysEverythingInBothLanguages() throws IOException {
        JsonNode document = new JsonMapper().readTree(Files.readString(KEPT));
        String english = Running.browser().open("/for-programs").body();
        String welsh = Running.browser().open("/for-programs?lang=cy").body();
        for (Map.Entry<String, JsonNode> path : document.path("paths").properties()) {
            assertThat(english).contains(path.getKey());
            for (JsonNode operation : path.getValue()) {
                if (!operation.has("operationId")) {
                    continue;
                }
                assertThat(english)
                        .contains("id=\"" + operation.path("operationId").asString("") + "\"");
                assertThat(welsh).contains(operation.path("x-summary-cy").asString(""));
            }
        }
        assertThat(english).contains("id=\"conflict\"");
    }
}
