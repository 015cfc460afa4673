package org.whorl.server;

import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.PathParameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.whorl.server.design.Form;
import org.whorl.server.design.Language;
import org.whorl.server.design.Problem;
import org.whorl.server.design.Screen;
import org.whorl.server.design.Texts;

/**
 * How the interface is described: by its routes as Spring has them, by the sentences the page for programs says, and by
 * what the records' own comments say about their fields.
 */
@Configuration(proxyBeanMethods = false)
class OpenApi {

    private static final String KEY = "key";

    /** A record's comment, and its name. */
    private static final Pattern RECORD = Pattern.compile(
            "/\\*\\*((?:(?!\\*/).)*)\\*/\\s*(?:@\\w+(?:\\([^)]*\\))?\\s*)*(?:public |private |static )*record (\\w+)",
            Pattern.DOTALL);

    private static final Pattern PARAM = Pattern.compile("@param (\\w+) ((?:(?!@param|@throws).)*)", Pattern.DOTALL);

    private static final Map<String, String> PARAMETERS = Map.ofEntries(
            Map.entry("slug", "the partnership's short name in addresses"),
            Map.entry("from", "how many to pass over"),
            Map.entry("limit", "how many to give, 1 to 200"),
            Map.entry("version", "which version"),
            Map.entry("id", "which one, by its id"),
            Map.entry("kind", "what kind of thing: story, claim, decision, number, experiment and others"),
            Map.entry("quality", "only numbers known this well: a key as in the answer"),
            Map.entry("sure", "also how far not knowing the numbers could move it; takes about a second for each"),
            Map.entry("q", "the words to look for"),
            Map.entry("page", "which page, from 1"),
            Map.entry("per_page", "how many on a page, 1 to 200"),
            Map.entry(
                    "Idempotency-Key",
                    "a UUID of your own: what is sent twice with it is made once, and has it as its id"));

    private static final Set<String> MADE = Set.of(
            "createModel",
            "importModel",
            "createVersion",
            "importVersion",
            "createShift",
            "startSpiral",
            "createAsk",
            "addStep");

    private static final Set<String> BEGUN = Set.of("startRun", "checkShift");

    static {
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(Screen.class, Form.class);
    }

    @Bean
    OpenApiCustomizer described() {
        return OpenApi::describe;
    }

    private static void describe(OpenAPI api) {
        api.info(new Info()
                .title("Whorl")
                .version("1")
                .description("If we move resources, who waits less, who waits more, at what cost? For programs.")
                .license(new License().name("Apache-2.0").url("https://www.apache.org/licenses/LICENSE-2.0")));
        api.servers(List.of(new Server().url("/").description("where this document is")));
        Components components = api.getComponents() == null ? new Components() : api.getComponents();
        api.components(components);
        components.addSecuritySchemes(
                KEY,
                new SecurityScheme()
                        .type(SecurityScheme.Type.HTTP)
                        .scheme("bearer")
                        .description("A key for programs, which its owner makes in the partnership. "
                                + "Without one, an open partnership is read as a guest reads it."));
        ModelConverters.getInstance(true).readAll(Problem.class).forEach(components::addSchemas);
        api.getPaths().forEach((address, path) -> {
            path.readOperations().forEach(OpenApi::describe);
            if (address.contains("{slug}")) {
                path.addParametersItem(new PathParameter()
                        .name("slug")
                        .description(PARAMETERS.get("slug"))
                        .schema(new StringSchema()));
            }
        });
        // They are whole documents of their own, set in as they are.
        for (String whole : List.of("answer", "sureness")) {
            Schema<?> schema = (Schema<?>)
                    components.getSchemas().get("InstantAnswer").getProperties().get(whole);
            schema.setType("object");
            schema.setTypes(Set.of("object"));
        }
        Map<String, List<Map<String, String>>> comments = comments();
        components
                .getSchemas()
                .forEach((name, schema) ->
                        describe(schema, about(schema, comments.getOrDefault(record(name), List.of()))));
    }

    private static void describe(Operation operation) {
        String sentence = "op." + operation.getOperationId();
        operation.summary(Texts.in(Language.EN).say(sentence));
        operation.addExtension("x-summary-cy", Texts.in(Language.CY).say(sentence));
        operation.setTags(operation.getTags().stream()
                .map(tag -> tag.replaceFirst("-api$", ""))
                .toList());
        operation.security(List.of(new SecurityRequirement().addList(KEY), new SecurityRequirement()));
        if (operation.getParameters() != null) {
            operation.getParameters().forEach(parameter -> parameter.description(PARAMETERS.get(parameter.getName())));
        }
        ApiResponse well = operation.getResponses().get("200");
        if (MADE.contains(operation.getOperationId())) {
            well.description("it was made before, with the same Idempotency-Key");
            operation
                    .getResponses()
                    .addApiResponse(
                            "201", new ApiResponse().description("it is made").content(well.getContent()));
        }
        if (BEGUN.contains(operation.getOperationId())) {
            operation.getResponses().remove("200");
            operation
                    .getResponses()
                    .addApiResponse("202", well.description("it is begun; Location says where it is to be seen"));
        }
        operation.getResponses().keySet().removeIf(status -> !status.startsWith("2"));
        operation
                .getResponses()
                .addApiResponse(
                        "default",
                        new ApiResponse()
                                .description("what went wrong, in the language that was asked for")
                                .content(new Content()
                                        .addMediaType(
                                                "application/problem+json",
                                                new MediaType()
                                                        .schema(new Schema<>().$ref("#/components/schemas/Problem")))));
    }

    /** A list's piece is one record, whatever it is a list of. */
    private static String record(String schema) {
        return schema.startsWith("Listed") ? "Listed" : schema;
    }

    /** Of records that share a name, the one with most of these fields. */
    private static Map<String, String> about(Schema<?> schema, List<Map<String, String>> records) {
        Set<String> fields = schema.getProperties() == null
                ? Set.of()
                : schema.getProperties().keySet();
        return records.stream()
                .max(Comparator.comparingLong(
                        record -> fields.stream().filter(record::containsKey).count()))
                .orElse(Map.of());
    }

    private static void describe(Schema<?> schema, Map<String, String> comments) {
        if (comments.containsKey("")) {
            schema.description(comments.get(""));
        }
        if (schema.getProperties() != null) {
            schema.getProperties().forEach((field, property) -> {
                if (comments.containsKey(field)) {
                    property.description(comments.get(field));
                }
            });
        }
    }

    /** What each record's comment says: of itself under a blank name, and of each field. */
    private static Map<String, List<Map<String, String>>> comments() {
        Map<String, List<Map<String, String>>> all = new HashMap<>();
        Path root = Path.of(System.getProperty("whorl.root", ".."));
        for (String module : List.of("server", "files", "engine")) {
            try (Stream<Path> files = Files.walk(root.resolve(module).resolve("src/main/java"))) {
                for (Path file : files.filter(each -> each.toString().endsWith(".java"))
                        .sorted()
                        .toList()) {
                    Matcher record = RECORD.matcher(Files.readString(file));
                    while (record.find()) {
                        all.computeIfAbsent(record.group(2), _ -> new ArrayList<>())
                                .add(comment(record.group(1)));
                    }
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return all;
    }

    private static Map<String, String> comment(String text) {
        String plain = text.replaceAll("(?m)^\\s*\\*", "")
                .replaceAll("\\s+", " ")
                .replaceAll("\\{@(?:link|code) #?([^}]*)}", "$1")
                .strip();
        Map<String, String> parts = new HashMap<>();
        parts.put("", plain.replaceFirst("\\s*(?:<p>|@param|@throws).*", "").strip());
        Matcher param = PARAM.matcher(plain);
        while (param.find()) {
            parts.put(param.group(1), param.group(2).strip());
        }
        return parts;
    }
}
