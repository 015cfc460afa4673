package org.whorl.server.experiments;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * An experiment that may be nearly the same as another, and why that is thought. It goes by words alone: it knows no other words for
 * the same thing, and no translation.
 *
 * @param experiment which one
 * @param words that both have
 */
public record Similar(Experiment experiment, List<String> words) {

    private static final int LONG = 4;
    private static final int ENOUGH = 3;

    /** Of the words of the one that has fewer, at least so much is in both. */
    private static final double ALIKE = 0.5;

    private static final int MOST = 5;

    /** Keeps a copy. */
    public Similar {
        words = List.copyOf(words);
    }

    /** Those of these that may be nearly the same as what that text says, the nearest first. */
    static List<Similar> to(String text, Collection<Experiment> others) {
        Set<String> wanted = words(text);
        return others.stream()
                .map(each -> of(each, wanted))
                .filter(each -> each.words().size() >= ENOUGH
                        && each.words().size()
                                >= ALIKE
                                        * Math.min(
                                                wanted.size(),
                                                words(text(each.experiment())).size()))
                .sorted(Comparator.comparingInt((Similar each) -> -each.words().size()))
                .limit(MOST)
                .toList();
    }

    /** What an experiment says that can be compared. */
    static String text(Experiment experiment) {
        return String.join(" ", experiment.title(), experiment.value(Field.IF_WE), experiment.value(Field.THEN_SO));
    }

    private static Similar of(Experiment experiment, Set<String> wanted) {
        Set<String> both = words(text(experiment));
        both.retainAll(wanted);
        return new Similar(experiment, List.copyOf(both));
    }

    private static Set<String> words(String text) {
        String plain = Normalizer.normalize(text.toLowerCase(Locale.ROOT), Normalizer.Form.NFC);
        return Arrays.stream(plain.split("[^\\p{L}]+"))
                .filter(word -> word.length() >= LONG)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
