package org.whorl.files;

import java.io.StringWriter;
import java.io.Writer;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.whorl.engine.model.Model;
import org.whorl.engine.model.Name;
import org.whorl.engine.model.Quality;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.Separators;

/** One JSON document, written from top to bottom: indented as far as people read, then one thing a line. */
final class Json {
    private static final JsonFactory FACTORY =
            JsonFactory.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();

    private final JsonGenerator generator;

    /**
     * A document of one object.
     *
     * @param depth how many levels are indented; what lies deeper stays on its line
     */
    static String text(int depth, Consumer<Json> inside) {
        StringWriter text = new StringWriter();
        Json json = new Json(text, depth);
        json.object(() -> inside.accept(json));
        json.generator.writeRaw('\n');
        json.generator.close();
        return text.toString();
    }

    private Json(Writer out, int depth) {
        generator = FACTORY.createGenerator(
                new ObjectWriteContext.Base() {
                    @Override
                    public PrettyPrinter getPrettyPrinter() {
                        return new Printer(depth);
                    }

                    @Override
                    public boolean hasPrettyPrinter() {
                        return true;
                    }
                },
                out);
    }

    /** Line breaks as far as a depth, single spaces beyond it. */
    private static final class Printer extends DefaultPrettyPrinter {
        private static final long serialVersionUID = 1;
        private final int depth;

        Printer(int depth) {
            super(Separators.createDefaultInstance()
                    .withObjectNameValueSpacing(Separators.Spacing.AFTER)
                    .withObjectEmptySeparator("")
                    .withArrayEmptySeparator(""));
            this.depth = depth;
            indentObjectsWith(new Indenter());
            indentArraysWith(new Indenter());
        }

        private final class Indenter extends DefaultIndenter {
            private static final long serialVersionUID = 1;

            Indenter() {
                super("  ", "\n");
            }

            @Override
            public void writeIndentation(JsonGenerator out, int level) {
                if (level <= depth) {
                    super.writeIndentation(out, level);
                } else {
                    out.writeRaw(' ');
                }
            }
        }

        @Override
        public void beforeObjectEntries(JsonGenerator out) {
            if (_nesting <= depth) {
                super.beforeObjectEntries(out);
            }
        }

        @Override
        public void beforeArrayValues(JsonGenerator out) {
            if (_nesting <= depth) {
                super.beforeArrayValues(out);
            }
        }

        @Override
        public void writeEndObject(JsonGenerator out, int entries) {
            if (_nesting <= depth || entries == 0) {
                super.writeEndObject(out, entries);
            } else {
                _nesting--;
                out.writeRaw('}');
            }
        }

        @Override
        public void writeEndArray(JsonGenerator out, int values) {
            if (_nesting <= depth || values == 0) {
                super.writeEndArray(out, values);
            } else {
                _nesting--;
                out.writeRaw(']');
            }
        }
    }

    /** What stands between two braces or brackets. */
    interface Inside {
        void write();
    }

    Json object(Inside inside) {
        generator.writeStartObject();
        inside.write();
        generator.writeEndObject();
        return this;
    }

    Json object(String key, Inside inside) {
        generator.writeName(key);
        return object(inside);
    }

    Json list(String key, Inside inside) {
        generator.writeArrayPropertyStart(key);
        inside.write();
        generator.writeEndArray();
        return this;
    }

    Json put(String key, @Nullable String text) {
        if (text == null) {
            generator.writeNullProperty(key);
        } else {
            generator.writeStringProperty(key, text);
        }
        return this;
    }

    Json put(String key, long number) {
        generator.writeNumberProperty(key, number);
        return this;
    }

    Json put(String key, boolean yes) {
        generator.writeBooleanProperty(key, yes);
        return this;
    }

    /** A number; null where there is none, for JSON has no NaN. Whole numbers are written without a point. */
    Json put(String key, double number) {
        generator.writeName(key);
        return item(number);
    }

    Json item(String text) {
        generator.writeString(text);
        return this;
    }

    Json item(double number) {
        if (!Double.isFinite(number)) {
            generator.writeNull();
        } else if (number == Math.rint(number) && Math.abs(number) < 1e15) {
            generator.writeNumber((long) number);
        } else {
            generator.writeNumber(number);
        }
        return this;
    }

    /** What a model is called, and the time it plays in. */
    Json model(Model model) {
        name("model", model.name());
        return object(
                "time",
                () -> put("start", model.time().start().toString())
                        .put("days", model.time().days())
                        .put("warm-up", model.time().warmUp()));
    }

    Json name(String key, Name name) {
        return object(key, () -> put("en", name.en()).put("cy", name.cy()));
    }

    /** How many parameters there are, and how many of each quality. */
    Json quality(Map<Quality, Integer> counts) {
        return object("quality", () -> {
            put(
                    "parameters",
                    counts.values().stream().mapToInt(Integer::intValue).sum());
            for (Quality quality : Quality.values()) {
                put(quality.word(), counts.getOrDefault(quality, 0));
            }
        });
    }
}
