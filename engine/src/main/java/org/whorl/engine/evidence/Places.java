package org.whorl.engine.evidence;

import java.util.ArrayList;
import java.util.List;

/**
 * An effect in several places at once: each place's own figure is drawn towards what all of them say, the more the less it
 * says by itself (DerSimonian and Laird 1986 for how far places truly differ; empirical Bayes for each).
 *
 * @param mean what all of them say
 * @param error its standard error
 * @param between tau squared, how far places truly differ; 0 where chance alone explains it
 * @param each in the order given
 */
public record Places(double mean, double error, double between, List<Place> each) {

    /** Fewer places than this and how far they differ cannot be told. */
    public static final int FEWEST = 3;

    public Places {
        each = List.copyOf(each);
    }

    /**
     * What one place found by itself.
     *
     * @param name the place
     * @param estimate on a scale on which chance is normal: a logarithm for a ratio
     * @param error its standard error, above 0
     */
    public record Own(String name, double estimate, double error) {}

    /**
     * One place beside the others.
     *
     * @param own what it found by itself
     * @param shrunk B times the mean plus (1 - B) times its own
     * @param error how unsure that is, with how unsure the mean is
     * @param towards B, the part of the way to the mean: s^2 / (s^2 + tau^2)
     */
    public record Place(Own own, double shrunk, double error, double towards) {}

    /**
     * All places together.
     *
     * @param own {@link #FEWEST} or more
     */
    public static Places of(List<Own> own) {
        if (own.size() < FEWEST) {
            throw new IllegalArgumentException("How far places differ cannot be told from " + own.size());
        }
        double weights = 0;
        double squares = 0;
        double sum = 0;
        for (Own one : own) {
            double weight = 1 / (one.error * one.error);
            weights += weight;
            squares += weight * weight;
            sum += weight * one.estimate;
        }
        double q = 0;
        for (Own one : own) {
            double away = (one.estimate - sum / weights) / one.error;
            q += away * away;
        }
        double between = Math.max(0, (q - (own.size() - 1)) / (weights - squares / weights));
        double all = 0;
        double mean = 0;
        for (Own one : own) {
            double weight = 1 / (one.error * one.error + between);
            all += weight;
            mean += weight * one.estimate;
        }
        mean /= all;
        List<Place> each = new ArrayList<>();
        for (Own one : own) {
            double variance = one.error * one.error;
            double b = variance / (variance + between);
            each.add(new Place(one, b * mean + (1 - b) * one.estimate, Math.sqrt((1 - b) * variance + b * b / all), b));
        }
        return new Places(mean, 1 / Math.sqrt(all), between, each);
    }
}
