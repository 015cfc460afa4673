package org.whorl.files;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingEndEvent;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceEndEvent;
import org.snakeyaml.engine.v2.events.StreamEndEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;
import org.whorl.files.Written.Entry;
import org.whorl.files.Written.Keyed;
import org.whorl.files.Written.Many;
import org.whorl.files.Written.Text;

/**
 * YAML into {@link Written}, walking the parser's events: nothing is guessed about types, every line is kept, and no
 * reflection slows the start.
 */
final class YamlText {
    private static final int DEEPEST = 40;

    private final Iterator<Event> events;
    private final Map<String, Written> anchors = new HashMap<>();

    private YamlText(Iterator<Event> events) {
        this.events = events;
    }

    /** A text that is not the YAML we read. */
    private static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1;
        private final int line;
        private final String right;

        Refused(int line, String wrong, String right) {
            super(wrong, null, false, false);
            this.line = line;
            this.right = right;
        }

        String wrong() {
            return String.valueOf(getMessage());
        }
    }

    /** The text's one document; null, with a fault, when it is not YAML, or empty. */
    static @Nullable Written parse(String file, String text, Faults faults) {
        LoadSettings settings = LoadSettings.builder()
                // Read in one piece: between two pieces the library trips over a character outside the basic plane.
                .setBufferSize(text.length() + 2)
                .setLabel(file)
                .setCodePointLimit(Integer.MAX_VALUE)
                .build();
        try {
            return new YamlText(new ParserImpl(settings, new StreamReader(settings, text))).document();
        } catch (Refused e) {
            faults.add(file, e.line, "", e.wrong(), e.right);
        } catch (MarkedYamlEngineException e) {
            int line = e.getProblemMark().map(m -> m.getLine() + 1).orElse(0);
            int column = e.getProblemMark().map(m -> m.getColumn() + 1).orElse(0);
            int tab = firstTab(text, line);
            if (tab > 0) {
                faults.add(file, tab, "", "a tab is used to indent", "indent with spaces");
            } else {
                faults.add(
                        file,
                        line,
                        "",
                        "this is not YAML: %s (column %d)".formatted(e.getProblem(), column),
                        "look here and on the line above for a missing colon, bracket, quote or space");
            }
        } catch (YamlEngineException e) {
            faults.add(
                    file,
                    0,
                    "",
                    "this is not YAML: "
                            + String.valueOf(e.getMessage()).lines().findFirst().orElse(""),
                    "write plain text");
        }
        return null;
    }

    /** The first line, no later than the one where the parser gave up, that is indented with a tab. */
    private static int firstTab(String text, int last) {
        int number = 0;
        for (String line : (Iterable<String>) text.lines()::iterator) {
            number++;
            if (number > last) {
                return 0;
            }
            String indent =
                    line.substring(0, line.length() - line.stripLeading().length());
            if (indent.contains("\t") && !line.isBlank()) {
                return number;
            }
        }
        return 0;
    }

    private Written document() {
        events.next(); // the stream begins
        Event event = events.next();
        if (event instanceof StreamEndEvent) {
            throw new Refused(0, "the file is empty", "begin with whorl: 1");
        }
        Written root = value(events.next(), 0);
        events.next(); // the document ends
        if (events.next() instanceof DocumentStartEvent second) {
            throw new Refused(line(second), "a second document begins here (---)", "keep one document in a file");
        }
        return root;
    }

    private Written value(Event event, int depth) {
        if (depth > DEEPEST) {
            throw new Refused(line(event), "this is nested more than %d deep".formatted(DEEPEST), "nest less");
        }
        return switch (event) {
            case ScalarEvent scalar -> {
                refuseTag(scalar, scalar.getTag().orElse(null));
                yield remember(scalar.getAnchor().map(Object::toString).orElse(null), text(scalar));
            }
            case MappingStartEvent start -> {
                refuseTag(start, start.getTag().orElse(null));
                yield remember(start.getAnchor().map(Object::toString).orElse(null), keyed(start, depth));
            }
            case CollectionStartEvent start -> {
                refuseTag(start, start.getTag().orElse(null));
                yield remember(start.getAnchor().map(Object::toString).orElse(null), many(start, depth));
            }
            case AliasEvent alias -> {
                Written known = anchors.get(alias.getAlias().toString());
                if (known == null) {
                    throw new Refused(
                            line(alias),
                            "*%s points to nothing written before it".formatted(alias.getAlias()),
                            "mark the first place with &%s".formatted(alias.getAlias()));
                }
                yield known;
            }
            default -> throw new Refused(line(event), "this is not expected here", "write a value");
        };
    }

    private Written keyed(MappingStartEvent start, int depth) {
        List<Entry> entries = new ArrayList<>();
        for (Event event = events.next(); !(event instanceof MappingEndEvent); event = events.next()) {
            if (!(event instanceof ScalarEvent key)) {
                throw new Refused(line(event), "a key must be a word", "write key: value");
            }
            refuseTag(key, key.getTag().orElse(null));
            remember(key.getAnchor().map(Object::toString).orElse(null), text(key));
            entries.add(new Entry(key.getValue(), line(key), value(events.next(), depth + 1)));
        }
        return new Keyed(entries, line(start));
    }

    private Written many(CollectionStartEvent start, int depth) {
        List<Written> items = new ArrayList<>();
        for (Event event = events.next(); !(event instanceof SequenceEndEvent); event = events.next()) {
            items.add(value(event, depth + 1));
        }
        return new Many(items, line(start));
    }

    private static Text text(ScalarEvent scalar) {
        return new Text(scalar.getValue(), scalar.isPlain(), line(scalar));
    }

    private Written remember(@Nullable String anchor, Written value) {
        if (anchor != null) {
            anchors.put(anchor, value);
        }
        return value;
    }

    private static void refuseTag(Event event, @Nullable String tag) {
        if (tag != null) {
            throw new Refused(line(event), "the type tag %s is not used here".formatted(tag), "leave it out");
        }
    }

    private static int line(Event event) {
        return event.getStartMark().map(Mark::getLine).orElse(-1) + 1;
    }
}
