package org.whorl.server.gatherings;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A way of thinking together, step by step. The shapes are among those which K. McCandless and H. Lipmanowicz gathered as
 * liberating structures; how they are described is ours.
 */
public enum Recipe {
    /** Alone, in pairs, in fours, all. */
    ONE_TWO_FOUR_ALL(
            new Step("alone", Step.Doing.WRITE, 1, true),
            new Step("pairs", Step.Doing.PAIR, 2, true),
            new Step("fours", Step.Doing.FOUR, 4, true),
            new Step("all", Step.Doing.SHARE, 5, false)),
    /** How would we make it as bad as can be, what of that do we do, what do we stop. */
    WORST(
            new Step("worst", Step.Doing.WRITE, 10, false),
            new Step("already", Step.Doing.WRITE, 10, false),
            new Step("stop", Step.Doing.WRITE, 10, true)),
    /** What each can do with what they have. */
    FIFTEEN(new Step("alone", Step.Doing.WRITE, 5, true), new Step("help", Step.Doing.SHARE, 12, false)),
    /** What happened, what it means, what we do. */
    WHAT(
            new Step("what", Step.Doing.WRITE, 8, false),
            new Step("so-what", Step.Doing.WRITE, 8, false),
            new Step("now-what", Step.Doing.WRITE, 8, true)),
    /** What is in which season of its life, and what follows. */
    ECOCYCLE(
            new Step("seasons", Step.Doing.WRITE, 10, false),
            new Step("look", Step.Doing.SHARE, 10, false),
            new Step("next", Step.Doing.WRITE, 10, true)),
    /** The hour of a Big Room: a story first, then people, measures and tests, asks, and a word at the end. */
    BIG_ROOM(List.of(
            new Step("story", Step.Doing.SHARE, 5, false),
            new Step("board", Step.Doing.SHARE, 10, false),
            new Step("tests", Step.Doing.SHARE, 15, false),
            new Step("new-test", Step.Doing.WRITE, 15, true),
            new Step("asks", Step.Doing.WRITE, 10, true),
            new Step("check-out", Step.Doing.FEEL, 5, false)));

    /** The seasons of an ecocycle, in their order. */
    public static final List<String> SEASONS = List.of("sown", "grown", "stuck", "starved");

    private final List<Step> steps;

    Recipe(Step... own) {
        steps = Stream.of(
                        Stream.of(new Step("check-in", Step.Doing.FEEL, 2, false)),
                        Stream.of(own),
                        Stream.of(
                                new Step("mark", Step.Doing.MARK, 3, false),
                                new Step("check-out", Step.Doing.FEEL, 2, false)))
                .flatMap(each -> each)
                .toList();
    }

    Recipe(List<Step> whole) {
        steps = whole;
    }

    /** May it be chosen for any gathering? The Big Room has a page of its own. */
    public boolean isOffered() {
        return this != BIG_ROOM;
    }

    /** Those that may be chosen for any gathering. */
    public static List<Recipe> offered() {
        return Stream.of(values()).filter(Recipe::isOffered).toList();
    }

    /** Its steps: how people are, its own, three dots each, how people are now. */
    public List<Step> steps() {
        return steps;
    }

    /** How long all of it usually takes. */
    public int minutes() {
        return steps.stream().mapToInt(Step::minutes).sum();
    }

    /** As it stands in the database and in message keys. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The sentence of a step: shared ones have the same in every recipe. */
    public String sentence(Step step) {
        return switch (step.doing()) {
            case FEEL, MARK -> step.key();
            case WRITE, PAIR, FOUR, SHARE -> key() + "." + step.key();
        };
    }

    /** Does what is written in this step belong to a season? */
    public boolean hasSeasons(Step step) {
        return this == ECOCYCLE && step.key().equals("seasons");
    }

    /** The recipe of that key. */
    public static Optional<Recipe> of(String key) {
        return Stream.of(values()).filter(each -> each.key().equals(key)).findFirst();
    }
}
