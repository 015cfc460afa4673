package org.whorl.files;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingEndEvent;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceEndEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;
import org.whorl.engine.model.Distribution;
import org.whorl.engine.model.Parameter;
import org.whorl.engine.model.Provenance;
import org.whorl.engine.model.Spread;

/**
 * Puts one number of a model's text in another's place and leaves every other character as its people wrote it: their order,
 * their line ends, their comments.
 */
public final class NumberText {

    /** A number longer than this takes several lines. */
    private static final int WIDE = 100;

    private final String text;
    private final String path;
    private final Iterator<Event> events;
    private @Nullable Span found;

    private record Span(int from, int until, int column) {}

    private NumberText(String text, String path) {
        this.text = text;
        this.path = path;
        LoadSettings settings = LoadSettings.builder()
                .setBufferSize(text.length() + 2)
                .setCodePointLimit(Integer.MAX_VALUE)
                .build();
        events = new ParserImpl(settings, new StreamReader(settings, text));
    }

    /**
     * A model's text with a number in the place of the one at a path.
     *
     * @param text what {@code model.yaml} holds
     * @param path of the number in the model, such as {@code services.d2a.capacity}
     * @return empty where the number is not written at a place of its own: left out, in a table, in a list that shares its
     *     source, or repeated by a reference
     */
    public static Optional<String> with(String text, String path, Parameter number) {
        if (number.spread() instanceof Spread.Distributed(Distribution.Empirical _)
                // Marks count characters as people do; texts beyond the basic plane would be cut in the wrong place.
                || text.codePoints().count() != text.length()) {
            return Optional.empty();
        }
        NumberText search = new NumberText(text, path);
        try {
            search.document();
        } catch (YamlEngineException _) {
            return Optional.empty();
        }
        Span span = search.found;
        return span == null
                ? Optional.empty()
                : Optional.of(
                        text.substring(0, span.from()) + written(number, span.column()) + text.substring(span.until()));
    }

    private void document() {
        events.next();
        if (events.next() instanceof org.snakeyaml.engine.v2.events.DocumentStartEvent) {
            node(events.next(), "");
        }
    }

    /** Walks over one node; tells where its last character is. */
    private int node(Event event, String at) {
        int from = start(event);
        int until = switch (event) {
            case MappingStartEvent mapping -> {
                int last = end(mapping);
                for (Event next = events.next(); !(next instanceof MappingEndEvent); next = events.next()) {
                    String key = next instanceof ScalarEvent scalar ? scalar.getValue() : "?";
                    if (!(next instanceof ScalarEvent)) {
                        node(next, at + "?");
                    }
                    last = node(events.next(), at.isEmpty() ? key : at + "." + key);
                }
                yield mapping.isFlow() ? flowEnd(last, '}') : last;
            }
            case SequenceStartEvent sequence -> {
                int last = end(sequence);
                int i = 0;
                for (Event next = events.next(); !(next instanceof SequenceEndEvent); next = events.next()) {
                    last = node(next, at + "[" + i++ + "]");
                }
                yield sequence.isFlow() ? flowEnd(last, ']') : last;
            }
            default -> end(event);
        };
        boolean shared = event instanceof NodeEvent named && named.getAnchor().isPresent();
        if (at.equals(path) && !shared) {
            found = new Span(from, until, column(event));
        }
        return until;
    }

    /** The bracket that ends a flow: what stands between it and the last value is blank, a comma or a comment. */
    private int flowEnd(int last, char bracket) {
        int at = last;
        while (at < text.length() && text.charAt(at) != bracket) {
            at = text.charAt(at) == '#' ? Math.max(at, text.indexOf('\n', at)) : at;
            at++;
        }
        return Math.min(text.length(), at + 1);
    }

    private static int start(Event event) {
        return event.getStartMark().map(Mark::getIndex).orElse(0);
    }

    private static int end(Event event) {
        return event.getEndMark().map(Mark::getIndex).orElse(0);
    }

    private static int column(Event event) {
        return event.getStartMark().map(Mark::getColumn).orElse(0);
    }

    /** A number in the short form or the long, beginning in this column. */
    static String written(Parameter number, int column) {
        if (number.equals(Parameter.of(number.value()))) {
            return Words.of(number.value());
        }
        SequencedMap<String, String> fields = Yaml.keyed("value", Words.of(number.value()));
        switch (number.spread()) {
            case Spread.Unsaid _ -> {
                // Nothing to write.
            }
            case Spread.Deviation(double sd) -> fields.put("sd", Words.of(sd));
            case Spread.Range(double low, double high) -> {
                fields.put("low", Words.of(low));
                fields.put("high", Words.of(high));
            }
            case Spread.Distributed(Distribution distribution) -> {
                String words = Words.of(distribution);
                int colon = words.indexOf(": ");
                fields.put(words.substring(0, colon), words.substring(colon + 2));
            }
        }
        if (number.priceYear() != null) {
            fields.put("price-year", Yaml.text(number.priceYear()));
        }
        Provenance provenance = number.provenance();
        fields.put("quality", provenance.quality().word());
        if (provenance.date() != null) {
            fields.put("date", Yaml.text(provenance.date()));
        }
        List<String> lines = new ArrayList<>();
        StringJoiner first = new StringJoiner(", ");
        fields.forEach((key, value) -> first.add(key + ": " + value));
        lines.add(first.toString());
        if (provenance.owner() != null) {
            lines.add("owner: " + Yaml.text(provenance.owner()));
        }
        if (provenance.source() != null) {
            lines.add("source: " + Yaml.text(provenance.source()));
        }
        String one = "{" + String.join(", ", lines) + "}";
        return column + one.length() <= WIDE ? one : "{" + String.join(",\n" + " ".repeat(column + 1), lines) + "}";
    }
}
