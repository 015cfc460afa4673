package org.whorl.engine.evidence;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * A library of effects, in the order of its table.
 *
 * @param all every one of them, those that show no effect or harm included
 */
public record Effects(List<Effect> all) {

    public Effects {
        all = List.copyOf(all);
    }

    /** Those in which every one of these words occurs, in either language, with accents or without; all for no words. */
    public List<Effect> find(String words) {
        List<String> wanted = Arrays.stream(plain(words).split("\\s+"))
                .filter(word -> !word.isEmpty())
                .toList();
        return all.stream()
                .filter(effect -> {
                    String text = text(effect);
                    return wanted.stream().allMatch(text::contains);
                })
                .toList();
    }

    private static String text(Effect effect) {
        return plain(String.join(
                "\n",
                Stream.of(
                                effect.intervention().en(),
                                effect.intervention().cy(),
                                effect.measure().en(),
                                effect.measure().cy(),
                                effect.setting(),
                                effect.studied(),
                                effect.source())
                        .toList()));
    }

    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .replace('\u2019', '\'')
                .toLowerCase(Locale.ROOT);
    }
}
