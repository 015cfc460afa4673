package org.whorl.files;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.whorl.engine.model.Check;
import org.whorl.engine.model.Model;
import org.whorl.files.Written.Entry;
import org.whorl.files.Written.Keyed;
import org.whorl.files.Written.Many;
import org.whorl.files.Written.Text;

/**
 * The published JSON Schema and the reader say the same. What the reader finds wrong with the shape of a file the schema
 * finds wrong too; what the schema refuses is never read as a good model.
 */
class SchemaTest {
    private static final Schema SCHEMA = schema();

    private static Schema schema() {
        try (InputStream in = Objects.requireNonNull(ModelFolder.class.getResourceAsStream("model.schema.json"))) {
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(in, InputFormat.JSON);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<Error> refused(Written root) {
        StringBuilder json = new StringBuilder();
        json(root, json);
        return SCHEMA.validate(
                json.toString(),
                InputFormat.JSON,
                context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)));
    }

    /** The tree as JSON, with the types of YAML's core schema. */
    private static void json(Written written, StringBuilder out) {
        switch (written) {
            case Text text when text.isNothing() -> out.append("null");
            case Text text
            when Reading.isNumber(text) && Double.isFinite(Double.parseDouble(text.text())) ->
                out.append(Words.of(Double.parseDouble(text.text())));
            case Text text
            when text.plain() && (text.text().equals("true") || text.text().equals("false")) -> out.append(text.text());
            case Text text -> out.append(quoted(text.text()));
            case Many many -> {
                out.append('[');
                for (int i = 0; i < many.items().size(); i++) {
                    out.append(i == 0 ? "" : ",");
                    json(many.items().get(i), out);
                }
                out.append(']');
            }
            case Keyed keyed -> {
                out.append('{');
                for (int i = 0; i < keyed.entries().size(); i++) {
                    out.append(i == 0 ? "" : ",")
                            .append(quoted(keyed.entries().get(i).key()))
                            .append(':');
                    json(keyed.entries().get(i).value(), out);
                }
                out.append('}');
            }
        }
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + '"';
    }

    private static Written parse(Path folder) throws IOException {
        Faults faults = new Faults();
        Written root = YamlText.parse(ModelFolder.MODEL, Files.readString(folder.resolve(ModelFolder.MODEL)), faults);
        assertThat(faults.inOrder()).isEmpty();
        return Objects.requireNonNull(root);
    }

    static Stream<Path> good() throws IOException {
        return RoundTripTest.models();
    }

    @ParameterizedTest
    @MethodSource("good")
    void everyGoodModelIsGoodToBoth(Path folder) throws IOException {
        assertThat(ModelFolder.read(folder)).isInstanceOf(Read.Good.class);
        assertThat(refused(parse(folder))).isEmpty();
    }

    static Stream<Path> bad() throws IOException {
        return BadModelsTest.folders().stream().filter(folder -> {
            Faults faults = new Faults();
            return TextFile.read(folder.resolve(ModelFolder.MODEL)) instanceof TextFile.Content(String text)
                    && YamlText.parse(ModelFolder.MODEL, text, faults) instanceof Keyed;
        });
    }

    @ParameterizedTest
    @MethodSource("bad")
    void theyAgreeOnEveryBadModel(Path folder) throws IOException {
        agree(folder, parse(folder), folder.toString());
    }

    @Property(tries = 800, seed = "20260402")
    void theyAgreeOnModelsWithOneThingSpoilt(@ForAll long seed) throws IOException {
        Random random = new Random(seed);
        List<Path> good = good().toList();
        Path folder = good.get(random.nextInt(4)); // our own small ones; the examples are large
        Written spoilt = spoil(parse(folder), random);

        agree(folder, spoilt, "seed " + seed);
    }

    private static void agree(Path folder, Written root, String what) {
        Faults faults = new Faults();
        Model model = new ModelReader(new Reading(folder, ModelFolder.MODEL, faults)).read(root);
        List<Error> refused = refused(root);

        if (faults.ofShape() > 0) {
            assertThat(refused)
                    .as("%s: the schema lets pass what the reader refuses: %s", what, faults.inOrder())
                    .isNotEmpty();
        }
        if (!refused.isEmpty()) {
            assertThat(faults.none() && model != null && Check.of(model).isEmpty())
                    .as("%s: the reader lets pass what the schema refuses: %s", what, refused)
                    .isFalse();
        }
    }

    /** The same tree with something deleted, misspelt, added or replaced somewhere. */
    private static Written spoil(Written written, Random random) {
        return switch (written) {
            case Text text -> random.nextBoolean() ? replacement(random) : new Text(text.text() + "x", true, 1);
            case Many many -> {
                List<Written> items = new ArrayList<>(many.items());
                if (items.isEmpty() || random.nextInt(6) == 0) {
                    yield replacement(random);
                }
                int i = random.nextInt(items.size());
                if (random.nextInt(6) == 0) {
                    items.remove(i);
                } else {
                    items.set(i, spoil(items.get(i), random));
                }
                yield new Many(items, many.line());
            }
            case Keyed keyed -> {
                List<Entry> entries = new ArrayList<>(keyed.entries());
                if (entries.isEmpty() || random.nextInt(12) == 0) {
                    yield replacement(random);
                }
                int i = random.nextInt(entries.size());
                Entry entry = entries.get(i);
                switch (random.nextInt(12)) {
                    case 0 -> entries.remove(i);
                    case 1 -> entries.set(i, new Entry(entry.key() + "x", entry.line(), entry.value()));
                    case 2 -> entries.add(new Entry("visits", entry.line(), replacement(random)));
                    case 3 -> entries.add(new Entry("sd", entry.line(), new Text("1", true, 1)));
                    default -> entries.set(i, new Entry(entry.key(), entry.line(), spoil(entry.value(), random)));
                }
                yield new Keyed(distinct(entries), keyed.line());
            }
        };
    }

    /** A key written twice is no JSON, so the schema never sees one. */
    private static List<Entry> distinct(List<Entry> entries) {
        List<Entry> once = new ArrayList<>();
        for (Entry entry : entries) {
            if (once.stream().noneMatch(e -> e.key().equals(entry.key()))) {
                once.add(entry);
            }
        }
        return once;
    }

    private static Written replacement(Random random) {
        return switch (random.nextInt(12)) {
            case 0 -> new Text("", true, 1);
            case 1 -> new Text("twelve", true, 1);
            case 2 -> new Text("12", false, 1);
            case 3 -> new Text("-3", true, 1);
            case 4 -> new Text("2.5", true, 1);
            case 5 -> new Text("true", true, 1);
            case 6 -> new Text("unlimited", true, 1);
            case 7 -> new Text("2026-02-30", true, 1);
            case 8 -> new Many(List.of(), 1);
            case 9 -> new Many(List.of(new Text("1", true, 1), new Text("a", true, 1)), 1);
            case 10 -> new Keyed(List.of(), 1);
            default -> new Keyed(List.of(new Entry("value", 1, new Text("1", true, 1))), 1);
        };
    }
}
