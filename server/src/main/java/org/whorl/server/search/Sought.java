package org.whorl.server.search;

import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What somebody has typed into the box, word by word. A word is found by its beginning, by its English stem, and, in Welsh,
 * whatever has become of its first letter: {@code gofal} finds {@code ofal}, {@code ngofal} and the other way round.
 *
 * @param words without accents, in small letters; letters and digits only
 */
record Sought(List<String> words) {

    private static final int MOST = 8;
    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final String VOWELS = "aeiouwy";

    // Which letters a first letter becomes: soft, nasal, spirant.
    private static final Map<String, List<String>> MUTATIONS = Map.of(
            "p", List.of("b", "mh", "ph"),
            "t", List.of("d", "nh", "th"),
            "c", List.of("g", "ngh", "ch"),
            "b", List.of("f", "m"),
            "d", List.of("dd", "n"),
            "g", List.of("", "ng"),
            "m", List.of("f"),
            "ll", List.of("l"),
            "rh", List.of("r"));

    static Sought of(String typed) {
        return new Sought(all(typed).stream().limit(MOST).toList());
    }

    /** All words of a text, each once. */
    static List<String> all(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("[\\u0300-\\u036F]", "")
                .toLowerCase(Locale.ROOT);
        return BETWEEN.splitAsStream(plain).filter(word -> !word.isEmpty()).toList();
    }

    boolean isNothing() {
        return words.isEmpty();
    }

    /** A word as PostgreSQL looks for it as it stands: its beginning, or one of its other Welsh forms in full. */
    static String query(String word) {
        Set<String> forms = new LinkedHashSet<>();
        forms.add("'" + word + "'" + (word.length() > 1 ? ":*" : ""));
        welshForms(word).forEach(form -> forms.add("'" + form + "'"));
        return String.join(" | ", forms);
    }

    /** The same without its beginning: the word itself, or one of its other Welsh forms. */
    static String whole(String word) {
        Set<String> forms = new LinkedHashSet<>(Set.of(word));
        forms.addAll(welshForms(word));
        return forms.stream().map(form -> "'" + form + "'").collect(Collectors.joining(" | "));
    }

    /** What a Welsh word may look like beside this: its first form, and what becomes of that. */
    static Set<String> welshForms(String word) {
        if (word.length() < 4) {
            return Set.of();
        }
        Set<String> first = new TreeSet<>();
        first.add(word);
        MUTATIONS.forEach((letter, becomes) -> becomes.stream()
                .filter(word::startsWith)
                .filter(begun -> !begun.isEmpty() || couldHaveLostItsG(word))
                .forEach(begun -> first.add(letter + word.substring(begun.length()))));
        Set<String> forms =
                first.stream().flatMap(each -> become(each).stream()).collect(Collectors.toCollection(TreeSet::new));
        forms.addAll(first);
        forms.remove(word);
        return forms;
    }

    private static boolean couldHaveLostItsG(String word) {
        char first = word.charAt(0);
        return VOWELS.indexOf(first) >= 0 || first == 'l' || first == 'r';
    }

    private static Set<String> become(String word) {
        Set<String> forms = new TreeSet<>();
        String twice = word.substring(0, 2);
        String letter = MUTATIONS.containsKey(twice) ? twice : word.substring(0, 1);
        // ch, dd, ff, ng, ph, th are letters of their own, and stay.
        if (!Set.of("ch", "dd", "ff", "ng", "ph", "th").contains(twice)) {
            MUTATIONS
                    .getOrDefault(letter, List.of())
                    .forEach(begun -> forms.add(begun + word.substring(letter.length())));
        }
        return forms;
    }
}
