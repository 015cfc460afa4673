package org.whorl.server.stories;

import java.util.List;
import java.util.Optional;
import org.whorl.server.trust.Disclosure;

/**
 * What people answered to a question from 1 to 5.
 *
 * @param question heard, safe or worth
 * @param answers how many answered
 * @param mean on average, with its interval; nothing while there are too few to be told
 */
public record Rating(String question, Disclosure.Shown answers, Optional<Mean> mean) {

    private static final double NORMAL = 1.959963984540054;

    /** The lowest and the highest answer there is. */
    static final int LOWEST = 1;

    static final int HIGHEST = 5;

    /**
     * An average with its 95 per cent interval, by Student's t, within the answers there are.
     *
     * @param value the average
     * @param low likely at least
     * @param high likely at most
     */
    public record Mean(double value, double low, double high) {

        /** To the tenth: with few answers more would say more than is known. */
        public Mean shown() {
            return new Mean(tenth(value), tenth(low), tenth(high));
        }

        private static double tenth(double number) {
            return Math.round(10 * number) / 10.0;
        }

        static Mean of(List<Integer> answers) {
            double n = answers.size();
            double value = answers.stream().mapToInt(Integer::intValue).sum() / n;
            double squares = answers.stream()
                    .mapToDouble(each -> (each - value) * (each - value))
                    .sum();
            double half = student(answers.size() - 1) * Math.sqrt(squares / (n - 1) / n);
            return new Mean(value, Math.max(LOWEST, value - half), Math.min(HIGHEST, value + half));
        }
    }

    static Rating of(String question, List<Integer> answers) {
        Disclosure.Shown shown = Disclosure.VOICES.show(answers.size());
        boolean enough = shown instanceof Disclosure.Shown.Count(int value) && value > 1;
        return new Rating(question, shown, enough ? Optional.of(Mean.of(answers)) : Optional.empty());
    }

    /** The 0.975 quantile of Student's t, from M. Abramowitz and I. Stegun (1964), 26.7.5: to a thousandth from 9 on. */
    static double student(int freedom) {
        double z = NORMAL;
        double z3 = z * z * z;
        double z5 = z3 * z * z;
        double z7 = z5 * z * z;
        double f = freedom;
        return z
                + (z3 + z) / (4 * f)
                + (5 * z5 + 16 * z3 + 3 * z) / (96 * f * f)
                + (3 * z7 + 19 * z5 + 17 * z3 - 15 * z) / (384 * f * f * f);
    }
}
