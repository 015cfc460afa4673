package org.whorl.files;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.function.Consumer;
import org.whorl.engine.answer.Answer;
import org.whorl.engine.answer.Estimate;
import org.whorl.engine.answer.Field;
import org.whorl.engine.answer.Figures;
import org.whorl.engine.answer.Note;
import org.whorl.engine.answer.Outcome;
import org.whorl.engine.answer.Quantiles;
import org.whorl.engine.answer.Sources;
import org.whorl.engine.answer.Subject;
import org.whorl.engine.model.Model;
import org.whorl.engine.model.Name;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** Reads what {@link AnswerJson} wrote, from top to bottom; keys it does not know it passes over. */
final class AnswerReader {

    private static final JsonFactory FACTORY = new JsonFactory();

    private final Model model;
    private Answer.Tier tier = Answer.Tier.INSTANT;
    private long seed;
    private int replications;
    private Sources sources = Sources.NONE;

    AnswerReader(Model model) {
        this.model = model;
    }

    Answer read(String text) {
        SequencedMap<String, Outcome> outcomes = new LinkedHashMap<>();
        SequencedMap<String, Figures> differences = new LinkedHashMap<>();
        List<Note> notes = new ArrayList<>();
        try (JsonParser json = FACTORY.createParser(ObjectReadContext.empty(), text)) {
            json.nextToken();
            object(json, key -> {
                switch (key) {
                    case "tier" -> tier = one(Answer.Tier.values(), Answer.Tier::word, json.getString());
                    case "seed" -> seed = json.getLongValue();
                    case "replications" -> replications = json.getIntValue();
                    case "scenarios" -> object(json, id -> outcomes.put(id, outcome(json, id)));
                    case "differences" ->
                        object(json, id -> differences.put(id, outcome(json, id).figures()));
                    case "uncertainty" -> sources = sources(json);
                    case "notes" -> notes.addAll(notes(json));
                    default -> json.skipChildren();
                }
            });
        } catch (JacksonException e) {
            throw new IllegalArgumentException("not an answer in JSON: " + e.getOriginalMessage(), e);
        }
        return new Answer(
                model, tier, seed, replications, outcomes, differences, model.parametersByQuality(), notes, sources);
    }

    private static Sources sources(JsonParser json) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        List<Sources.Whole> figures = new ArrayList<>();
        List<Sources.Whole> across = new ArrayList<>();
        object(json, key -> {
            switch (key) {
                case "figures" -> list(json, () -> figures.add(whole(json)));
                case "across" -> list(json, () -> across.add(whole(json)));
                default -> counts.put(key, json.getIntValue());
            }
        });
        return new Sources(counts.getOrDefault("draws", 0), counts.getOrDefault("replications", 0), figures, across);
    }

    private static Sources.Whole whole(JsonParser json) {
        Map<String, String> whose = new LinkedHashMap<>();
        Map<String, Double> numbers = new LinkedHashMap<>();
        List<Estimate> total = new ArrayList<>();
        List<Sources.Part> parts = new ArrayList<>();
        object(json, key -> {
            switch (key) {
                case "total" -> total.add(estimate(json));
                case "parts" -> list(json, () -> parts.add(part(json)));
                case "error" -> object(json, which -> numbers.put(which, number(json)));
                case "variance" -> numbers.put(key, number(json));
                default -> whose.put(key, json.getString());
            }
        });
        return new Sources.Whole(
                whose.getOrDefault("scenario", ""),
                Boolean.parseBoolean(whose.get("change")),
                subject(whose),
                one(Field.values(), Field::word, whose.getOrDefault("field", "")),
                total.getFirst(),
                numbers.getOrDefault("variance", Double.NaN),
                parts,
                new Sources.StillOff(
                        numbers.getOrDefault("now", Double.NaN),
                        numbers.getOrDefault("more-draws", Double.NaN),
                        numbers.getOrDefault("more-replications", Double.NaN)));
    }

    private static Sources.Part part(JsonParser json) {
        Map<String, Estimate> estimates = new LinkedHashMap<>();
        List<Double> variance = new ArrayList<>();
        object(json, key -> {
            if (key.equals("variance")) {
                variance.add(number(json));
            } else {
                estimates.put(key, estimate(json));
            }
        });
        Estimate unknown = Estimate.exact(Double.NaN);
        return new Sources.Part(
                estimates.getOrDefault("interval", unknown),
                variance.getFirst(),
                estimates.getOrDefault("share", unknown));
    }

    private static Subject subject(Map<String, String> whose) {
        return new Subject(
                one(Subject.Group.values(), Subject.Group::word, whose.getOrDefault("group", "")),
                whose.getOrDefault("id", ""));
    }

    private static Outcome outcome(JsonParser json, String id) {
        SequencedMap<Subject, Map<Field, Estimate>> estimates = new LinkedHashMap<>();
        List<Quantiles> quantiles = new ArrayList<>();
        List<Note> notes = new ArrayList<>();
        SequencedMap<String, String> name = new LinkedHashMap<>();
        object(json, key -> {
            switch (key) {
                case "name" -> object(json, language -> name.put(language, json.getString()));
                case "quantiles" -> list(json, () -> quantiles.add(quantiles(json)));
                case "notes" -> notes.addAll(notes(json));
                default -> {
                    Subject.Group group = one(Subject.Group.values(), Subject.Group::word, key);
                    object(json, subject -> estimates.put(new Subject(group, subject), fields(json)));
                }
            }
        });
        return new Outcome(
                id,
                new Name(name.getOrDefault("en", id), name.getOrDefault("cy", id)),
                new Figures(estimates),
                List.of(),
                quantiles,
                notes);
    }

    private static Map<Field, Estimate> fields(JsonParser json) {
        Map<Field, Estimate> fields = new EnumMap<>(Field.class);
        object(json, key -> {
            if (json.currentToken() == JsonToken.START_OBJECT
                    && Arrays.stream(Field.values())
                            .anyMatch(field -> field.word().equals(key))) {
                fields.put(one(Field.values(), Field::word, key), estimate(json));
            } else {
                json.skipChildren();
            }
        });
        return fields;
    }

    private static Estimate estimate(JsonParser json) {
        Map<String, Double> numbers = new LinkedHashMap<>();
        List<Estimate.Kind> kinds = new ArrayList<>(List.of(Estimate.Kind.NONE));
        object(json, key -> {
            if (key.equals("kind")) {
                kinds.add(one(Estimate.Kind.values(), Estimate.Kind::word, json.getString()));
            } else {
                numbers.put(key, number(json));
            }
        });
        return new Estimate(
                numbers.getOrDefault("mean", Double.NaN),
                numbers.getOrDefault("low", Double.NaN),
                numbers.getOrDefault("high", Double.NaN),
                numbers.getOrDefault("level", 0.95),
                kinds.getLast());
    }

    private static Quantiles quantiles(JsonParser json) {
        Map<String, String> whose = new LinkedHashMap<>();
        List<Double> values = new ArrayList<>();
        object(json, key -> {
            if (key.equals("values")) {
                list(json, () -> values.add(number(json)));
            } else {
                whose.put(key, json.getString());
            }
        });
        return new Quantiles(subject(whose), one(Field.values(), Field::word, whose.getOrDefault("field", "")), values);
    }

    private static List<Note> notes(JsonParser json) {
        List<Note> notes = new ArrayList<>();
        list(json, () -> {
            Map<String, String> note = new LinkedHashMap<>();
            object(json, key -> note.put(key, json.getString()));
            notes.add(new Note(
                    note.getOrDefault("code", ""), note.getOrDefault("subject", ""), note.getOrDefault("message", "")));
        });
        return notes;
    }

    /** JSON has no number for what is not known. */
    private static double number(JsonParser json) {
        return json.currentToken() == JsonToken.VALUE_NULL ? Double.NaN : json.getDoubleValue();
    }

    /** Goes through an object; each value is read or passed over by whoever is told its key. */
    private static void object(JsonParser json, Consumer<String> each) {
        expect(json, JsonToken.START_OBJECT);
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            String key = json.currentName();
            json.nextToken();
            each.accept(key);
        }
    }

    private static void list(JsonParser json, Runnable each) {
        expect(json, JsonToken.START_ARRAY);
        while (json.nextToken() != JsonToken.END_ARRAY) {
            each.run();
        }
    }

    private static void expect(JsonParser json, JsonToken token) {
        if (json.currentToken() != token) {
            throw new IllegalArgumentException("not an answer in JSON: %s where %s belongs, line %d"
                    .formatted(
                            json.currentToken(), token, json.currentLocation().getLineNr()));
        }
    }

    private static <T> T one(T[] all, java.util.function.Function<T, String> word, String wanted) {
        return Arrays.stream(all)
                .filter(each -> word.apply(each).equals(wanted))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("an answer knows no '%s'".formatted(wanted)));
    }
}
