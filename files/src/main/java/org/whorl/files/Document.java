package org.whorl.files;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.whorl.engine.answer.Estimate;
import org.whorl.engine.ledger.Pence;

/**
 * One JSON document of maps, lists, texts, numbers, yes and no, estimates and amounts of money, for whoever has something
 * to say that is not an answer of a tier.
 */
public final class Document {
    private static final int DEPTH = 4;

    private Document() {}

    /**
     * The document as text. A number that is not finite becomes null; an amount of money a number of pounds.
     *
     * @throws IllegalArgumentException if something else is in it
     */
    public static String text(Map<String, ?> root) {
        return Json.text(DEPTH, json -> root.forEach((key, value) -> member(json, key, value)));
    }

    private static void member(Json json, String key, @Nullable Object value) {
        switch (value) {
            case null -> json.put(key, (String) null);
            case String text -> json.put(key, text);
            case Boolean yes -> json.put(key, yes);
            case Number number -> json.put(key, number.doubleValue());
            case Pence pence -> json.put(key, pence.pounds());
            case Estimate estimate -> AnswerJson.estimate(json, key, estimate);
            case Map<?, ?> map -> json.object(key, () -> members(json, map));
            case List<?> list -> json.list(key, () -> list.forEach(item -> item(json, item)));
            default -> throw new IllegalArgumentException("%s: a document has no %s".formatted(key, value.getClass()));
        }
    }

    private static void members(Json json, Map<?, ?> map) {
        map.forEach((key, value) -> member(json, String.valueOf(key), value));
    }

    private static void item(Json json, @Nullable Object item) {
        switch (item) {
            case String text -> json.item(text);
            case Number number -> json.item(number.doubleValue());
            case Map<?, ?> map -> json.object(() -> members(json, map));
            case null, default -> throw new IllegalArgumentException("a list of a document has no " + item);
        }
    }
}
