package org.whorl.server.design;

import static org.assertj.core.api.Assertions.assertThat;

import gg.jte.Content;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.util.HtmlUtils;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Our templates write what the design system's own examples say, for the options that ours have. */
class NhsFixturesTest {

    private static final TemplateEngine TEMPLATES = TemplateEngine.createPrecompiled(ContentType.Html);
    private static final Screen SCREEN = new Screens(
                    TEMPLATES, new Assets(), new DefaultListableBeanFactory().getBeanProvider(Unread.class))
            .on(new MockHttpServletRequest());
    private static final Set<String> FIELD = Set.of(
            "name",
            "id",
            "idPrefix",
            "label",
            "label.text",
            "label.heading",
            "label.size",
            "hint",
            "hint.text",
            "errorMessage",
            "errorMessage.text",
            "fieldset.legend.text",
            "fieldset.legend.heading",
            "fieldset.legend.size");
    private static final Map<String, Set<String>> OURS = Map.ofEntries(
            Map.entry("button", Set.of("text", "variant=secondary", "preventDoubleClick=true")),
            Map.entry("input", Set.of("type", "width", "autocomplete", "inputmode", "value")),
            Map.entry("textarea", Set.of("rows", "value")),
            Map.entry("select", Set.of("items.value", "items.text", "value")),
            Map.entry("radios", Set.of("items.value", "items.text", "value")),
            Map.entry("checkboxes", Set.of("items.value", "items.text", "items.hint.text", "fieldset.legend")),
            Map.entry("error-summary", Set.of("heading", "heading.text", "errorList.text", "errorList.href")),
            Map.entry("details", Set.of("summary", "summary.text", "text", "html")),
            Map.entry("inset-text", Set.of("text", "html")),
            Map.entry("warning-callout", Set.of("heading", "heading.text", "text", "html")),
            Map.entry("notification-banner", Set.of("variant=success", "text")),
            Map.entry("skip-link", Set.of("text", "href")),
            Map.entry("tag", Set.of("text", "colour")));
    private static final Set<String> FIELDS = Set.of("input", "textarea", "select", "radios", "checkboxes");
    private static final List<String> MESSAGES = List.of("name.blank", "code.blank", "email.wrong", "paper.blank");

    record Fixture(String component, String name, JsonNode context, String html) {
        @Override
        public String toString() {
            return component + ": " + name + " " + context;
        }
    }

    @ParameterizedTest
    @MethodSource("ours")
    void isWrittenAsTheDesignSystemWritesIt(Fixture fixture) {
        List<String> said = new ArrayList<>();
        List<String> written = tokens(write(fixture, said));
        List<String> expected = alike(fixture, said);
        // Ours is one box for itself: the first of the fixture's.
        boolean box = fixture.component().equals("checkboxes");
        assertThat(box ? firstBox(written) : written).isEqualTo(box ? firstBox(expected) : expected);
    }

    @Test
    void whatIsNotOursIsListed() throws IOException {
        Map<String, Map<String, Integer>> missing = new TreeMap<>();
        all().forEach(fixture -> notOurs(fixture)
                .forEach(option -> missing.computeIfAbsent(fixture.component(), _ -> new TreeMap<>())
                        .merge(option, 1, Integer::sum)));
        String listed = missing.entrySet().stream()
                .map(each -> each.getKey() + ": "
                        + each.getValue().entrySet().stream()
                                .map(option -> option.getKey() + " (" + option.getValue() + ")")
                                .collect(Collectors.joining(", ")))
                .collect(Collectors.joining("\n", "", "\n"));
        assertThat(listed).isEqualTo(read("not-ours.txt"));
    }

    @Test
    void everyComponentOfOursIsTried() {
        assertThat(ours().map(Fixture::component).distinct()).containsExactlyInAnyOrderElementsOf(OURS.keySet());
    }

    static Stream<Fixture> ours() {
        return all().filter(fixture -> notOurs(fixture).isEmpty());
    }

    private static Stream<Fixture> all() {
        return OURS.keySet().stream().sorted().flatMap(component -> {
            List<Fixture> fixtures = new ArrayList<>();
            JsonMapper.shared()
                    .readTree(read(component + ".json"))
                    .get("fixtures")
                    .forEach(each -> fixtures.add(new Fixture(
                            component,
                            each.get("name").asString(),
                            each.get("context"),
                            each.get("html").asString())));
            return fixtures.stream();
        });
    }

    /** The options of a fixture that our template does not have. */
    private static Set<String> notOurs(Fixture fixture) {
        Set<String> options = new TreeSet<>();
        flatten("", fixture.context(), options);
        options.removeAll(OURS.getOrDefault(fixture.component(), Set.of()));
        if (FIELDS.contains(fixture.component())) {
            options.removeAll(FIELD);
        }
        JsonNode items = fixture.context().path("items");
        for (JsonNode item : items) {
            if (item.isObject() && !item.has("value")) {
                options.add("items without value");
            }
        }
        options.addAll(leftOut(fixture.component(), fixture.context()));
        if (!fixture.context().has("text")
                && !fixture.context().has("html")
                && fixture.name().contains("call block")) {
            options.add("call block");
        }
        return options;
    }

    /** What ours always have. */
    private static List<String> leftOut(String component, JsonNode context) {
        return switch (component) {
            case "notification-banner" -> context.has("variant") ? List.of() : List.of("variant left out");
            case "warning-callout" -> context.has("heading") ? List.of() : List.of("heading left out");
            case "error-summary" ->
                context.findValues("href").size() == context.path("errorList").size() && context.has("errorList")
                        ? List.of()
                        : List.of("errors without href");
            default -> List.of();
        };
    }

    private static void flatten(String before, JsonNode node, Set<String> into) {
        if (node.isArray()) {
            node.forEach(each -> flatten(before, each, into));
        } else if (node.isObject()) {
            node.properties()
                    .forEach(each -> flatten(
                            before.isEmpty() ? each.getKey() : before + "." + each.getKey(), each.getValue(), into));
        } else {
            boolean matters = before.equals("variant")
                    || node.isBoolean()
                    || node.asString().equals("Important");
            into.add(matters ? before + "=" + node.asString() : before);
        }
    }

    /** Our HTML of a fixture; keeps the sentences that stand for its messages. */
    private static String write(Fixture fixture, List<String> said) {
        JsonNode context = fixture.context();
        Map<String, Object> parts = new HashMap<>();
        String name = name(context);
        Map<String, String> values = new LinkedHashMap<>();
        context.path("value").asStringOpt().ifPresent(value -> values.put(name, value));
        Form form = new Form(values);
        if (FIELDS.contains(fixture.component())) {
            parts.put("s", SCREEN);
            parts.put("form", form);
            parts.put("name", name);
            parts.put("label", words(context, "label", "fieldset/legend"));
            parts.put("hint", words(context, "hint"));
            if (!fixture.component().equals("checkboxes")) {
                parts.put("size", words(context, "label/size", "fieldset/legend/size"));
            }
            if (context.has("errorMessage") && !fixture.component().equals("checkboxes")) {
                form.refuse(name, MESSAGES.getFirst());
                said.add(Texts.in(Language.EN).say(MESSAGES.getFirst()));
            }
        }
        String text = words(context, "text");
        Content content = out -> out.writeContent(context.path("html").asString("<p>" + text + "</p>"));
        String template = switch (fixture.component()) {
            case "button" -> {
                parts.put("text", text);
                parts.put("quiet", context.has("variant"));
                parts.put("once", context.path("preventDoubleClick").asBoolean(false));
                yield "button";
            }
            case "input" -> {
                List.of("type", "autocomplete", "inputmode")
                        .forEach(option ->
                                context.path(option).asStringOpt().ifPresent(value -> parts.put(option, value)));
                if (context.has("width")) {
                    parts.put(
                            "width",
                            "nhsuk-input--width-" + context.get("width").asInt());
                }
                yield "input";
            }
            case "textarea" -> {
                parts.put("rows", context.path("rows").asInt(5));
                yield "input";
            }
            case "select", "radios" -> {
                List<Option> options = new ArrayList<>();
                context.get("items")
                        .forEach(item -> options.add(new Option(words(item, "value"), words(item, "text"))));
                parts.put("options", options);
                yield fixture.component();
            }
            case "checkboxes" -> {
                parts.put("label", words(context.at("/items/0"), "text"));
                parts.put("value", words(context.at("/items/0"), "value"));
                parts.put("hint", words(context.at("/items/0"), "hint"));
                yield "checkbox";
            }
            case "error-summary" -> {
                said.add(Texts.in(Language.EN).say("errors.title"));
                int next = 0;
                for (JsonNode error : context.path("errorList")) {
                    String key = MESSAGES.get(next++);
                    form.refuse(words(error, "href").substring(1), key);
                    said.add(Texts.in(Language.EN).say(key));
                }
                parts.put("s", SCREEN);
                parts.put("form", form);
                yield "errors";
            }
            case "details" -> {
                parts.put("summary", words(context, "summary"));
                parts.put("content", context.has("text") ? (Content) out -> out.writeContent(text) : content);
                yield "details";
            }
            case "inset-text" -> {
                parts.put("s", SCREEN);
                parts.put("content", content);
                yield "inset";
            }
            case "warning-callout" -> {
                parts.put("s", SCREEN);
                parts.put("heading", words(context, "heading"));
                parts.put("level", 3);
                parts.put(
                        "content",
                        context.has("text")
                                ? (Content)
                                        out -> out.writeContent("<p class=\"nhsuk-card__description\">" + text + "</p>")
                                : content);
                yield "warning";
            }
            case "notification-banner" -> {
                parts.put("title", "Success");
                parts.put("text", text);
                yield "notice";
            }
            case "skip-link" -> {
                parts.put("text", text);
                parts.put("href", words(context, "href"));
                yield "skip";
            }
            case "tag" -> {
                parts.put("text", text);
                parts.put("colour", context.path("colour").isString() ? words(context, "colour") : "");
                yield "tag";
            }
            default -> throw new IllegalArgumentException(fixture.component());
        };
        StringOutput out = new StringOutput();
        TEMPLATES.render("design/" + template + ".jte", parts, out);
        return out.toString();
    }

    /** What the design system writes, with those things made alike that ours never differ in. */
    private static List<String> alike(Fixture fixture, List<String> said) {
        String html = fixture.html()
                .replaceAll("<h1 class=\"nhsuk-(label-wrapper|fieldset__heading)\">((?s:.*?))</h1>", "$2");
        if (FIELDS.contains(fixture.component())) {
            html = html.replaceAll(" name=\"[^\"]*\"", " name=\"" + name(fixture.context()) + "\"");
        }
        List<String> messages = new ArrayList<>();
        JsonNode context = fixture.context();
        if (fixture.component().equals("error-summary")) {
            messages.add(words(context, "heading"));
        }
        context.path("errorList").forEach(error -> messages.add(words(error, "text")));
        if (context.has("errorMessage") && !fixture.component().equals("checkboxes")) {
            messages.add(words(context, "errorMessage"));
        }
        List<String> tokens = tokens(html);
        for (int i = 0; i < messages.size(); i++) {
            int at = tokens.indexOf(messages.get(i));
            assertThat(at).as(messages.get(i)).isNotNegative();
            tokens.set(at, said.get(i));
        }
        return tokens;
    }

    private static List<String> firstBox(List<String> tokens) {
        int from = tokens.indexOf("<div class=[nhsuk-checkboxes__item]>");
        int open = 0;
        for (int i = from; i < tokens.size(); i++) {
            open += tokens.get(i).startsWith("<div") ? 1 : tokens.get(i).equals("</div>") ? -1 : 0;
            if (open == 0) {
                return tokens.subList(from, i + 1);
            }
        }
        throw new AssertionError("no box in " + tokens);
    }

    private static String name(JsonNode context) {
        return words(context, "id", "idPrefix", "name");
    }

    /** The first of these that is there, said as a string or inside. */
    private static String words(JsonNode context, String... paths) {
        for (String path : paths) {
            JsonNode node = context.at("/" + path);
            for (JsonNode each : List.of(node, node.path("text"), node.path("heading"))) {
                if (each.isString()) {
                    return each.asString();
                }
            }
        }
        return "";
    }

    /** Tags with their attributes in order, and words without the space around them. */
    private static List<String> tokens(String html) {
        List<String> tokens = new ArrayList<>();
        Matcher matcher = Pattern.compile("<(/?[a-z0-9]+)((?:\\s+[a-z-]+(?:=\"[^\"]*\")?)*)\\s*/?>|[^<]+")
                .matcher(html.replaceAll("(?s)<!--.*?-->", ""));
        while (matcher.find()) {
            if (matcher.group(1) == null) {
                String words = HtmlUtils.htmlUnescape(matcher.group())
                        .replaceAll("\\s+", " ")
                        .strip();
                if (!words.isEmpty()) {
                    tokens.add(words);
                }
            } else {
                tokens.add("<" + matcher.group(1) + attributes(matcher.group(2)) + ">");
            }
        }
        return tokens;
    }

    private static String attributes(String written) {
        return Pattern.compile("([a-z-]+)(?:=\"([^\"]*)\")?")
                .matcher(written)
                .results()
                .map(each -> " " + each.group(1) + "="
                        + (each.group(1).equals("class")
                                ? Stream.of(each.group(2).strip().split("\\s+"))
                                        .sorted()
                                        .toList()
                                : each.group(2)))
                .sorted()
                .collect(Collectors.joining());
    }

    private static String read(String name) {
        try (InputStream in = NhsFixturesTest.class.getResourceAsStream("nhsuk/" + name)) {
            assertThat(in).as(name).isNotNull();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
