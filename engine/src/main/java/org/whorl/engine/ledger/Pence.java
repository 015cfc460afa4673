package org.whorl.engine.ledger;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * An exact amount of money. Books are kept in these, so that they balance to the penny; estimates stay in pounds.
 *
 * @param amount whole pence, below 0 for what is owed the other way
 */
public record Pence(long amount) implements Comparable<Pence> {

    /** Nothing. */
    public static final Pence ZERO = new Pence(0);

    /**
     * The nearest whole pence; a half penny goes to the even one, so that many roundings do not lean one way.
     *
     * @throws IllegalArgumentException if it is no number
     * @throws ArithmeticException if it is too large to count
     */
    public static Pence ofPounds(double pounds) {
        if (!Double.isFinite(pounds)) {
            throw new IllegalArgumentException("%s is not an amount of money".formatted(pounds));
        }
        return new Pence(new BigDecimal(pounds)
                .movePointRight(2)
                .setScale(0, RoundingMode.HALF_EVEN)
                .longValueExact());
    }

    /** The same in pounds, for reading and for sums that need not be exact. */
    public double pounds() {
        return amount / 100.0;
    }

    public Pence plus(Pence other) {
        return new Pence(Math.addExact(amount, other.amount));
    }

    public Pence minus(Pence other) {
        return new Pence(Math.subtractExact(amount, other.amount));
    }

    /** The same the other way round. */
    public Pence negated() {
        return new Pence(Math.negateExact(amount));
    }

    /** The sum of all. */
    public static Pence sum(Iterable<Pence> all) {
        Pence sum = ZERO;
        for (Pence one : all) {
            sum = sum.plus(one);
        }
        return sum;
    }

    /**
     * Shares this out so that nothing is lost or made. Each gets the whole pence of its part; the pence left over go, one
     * each, to those whose parts lost most by that, the earlier where two lost the same (Hamilton's largest remainders).
     *
     * @param weights 0 or more each, above 0 together
     * @throws IllegalArgumentException if they are not
     */
    public List<Pence> share(List<Double> weights) {
        BigDecimal all = BigDecimal.ZERO;
        for (double weight : weights) {
            if (!(weight >= 0) || Double.isInfinite(weight)) {
                throw new IllegalArgumentException("%s cannot be a share".formatted(weight));
            }
            all = all.add(new BigDecimal(weight));
        }
        if (all.signum() <= 0) {
            throw new IllegalArgumentException("Nobody has a share: " + weights);
        }
        long whole = Math.absExact(amount);
        long given = 0;
        long[] parts = new long[weights.size()];
        List<BigDecimal> lost = new ArrayList<>();
        for (int i = 0; i < parts.length; i++) {
            BigDecimal[] part = BigDecimal.valueOf(whole)
                    .multiply(new BigDecimal(weights.get(i)))
                    .divideAndRemainder(all);
            parts[i] = part[0].longValueExact();
            lost.add(part[1]);
            given += parts[i];
        }
        List<Integer> mostLost = IntStream.range(0, parts.length)
                .boxed()
                .sorted(Comparator.comparing((Integer i) -> lost.get(i)).reversed())
                .limit(whole - given)
                .toList();
        mostLost.forEach(i -> parts[i]++);
        List<Pence> shares = new ArrayList<>();
        for (long part : parts) {
            shares.add(new Pence(amount < 0 ? -part : part));
        }
        return List.copyOf(shares);
    }

    @Override
    public int compareTo(Pence other) {
        return Long.compare(amount, other.amount);
    }

    /** Pounds and pence, such as {@code -£1,234.50}. */
    @Override
    public String toString() {
        return "%s£%,d.%02d".formatted(amount < 0 ? "-" : "", Math.abs(amount) / 100, Math.abs(amount) % 100);
    }
}
