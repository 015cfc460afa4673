package org.whorl.engine.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.whorl.engine.Cases;
import org.whorl.engine.answer.Field;
import org.whorl.engine.answer.Figures;
import org.whorl.engine.answer.Subject;

/**
 * Two stations one after the other, no room between them: whoever is done at the first and finds the second full stays
 * where they are. Exponential stays make it a Markov chain that can be solved without approximation.
 */
class BlockingTest {

    /** Stated error of the instant tier here: 15 per cent of those blocked, 25 per cent of those waiting before. */
    @ParameterizedTest
    @CsvSource({
        "1, 1, 1, 1, 0.5",
        "1, 1, 1, 0.5, 0.7",
        "2, 2, 1, 1, 0.5",
        "2, 2, 1, 1, 0.65",
        "5, 5, 1, 1, 0.7",
        "10, 10, 1, 1, 0.8",
        "8, 12, 0.6667, 1, 0.8",
        "20, 10, 1, 0.5, 0.8",
        "4, 20, 0.2, 1, 0.8",
    })
    void agreesWithTheExactChain(int first, int second, double stay1, double stay2, double load) {
        double rate = load * Math.min(first / stay1, second / stay2);
        Cases cases = Cases.model().days(2000, 300).arrive("a", rate / 10);
        cases.service("a").places(first).exponential(10 * stay1).to("b", 1);
        cases.service("b").places(second).exponential(10 * stay2);
        Figures figures = Preview.of(cases.build(), List.of()).base().figures();
        Chain exact = new Chain(first, second, 1 / stay1, 1 / stay2, rate);
        assertThat(figures.get(Subject.service("a"), Field.BLOCKED).mean())
                .as("blocked")
                .isCloseTo(exact.blocked, withinPercentage(15));
        assertThat(figures.get(Subject.service("a"), Field.WAITING).mean())
                .as("waiting")
                .isCloseTo(exact.waiting, withinPercentage(25));
    }

    /** The chain itself: people at the first station (in its queue, staying or blocked), of them blocked, at the second. */
    private static final class Chain {
        private static final int MOST = 90;
        private final int first;
        private final int second;
        private final double[][][] p;
        double blocked;
        double waiting;

        Chain(int first, int second, double speed1, double speed2, double rate) {
            this.first = first;
            this.second = second;
            p = new double[MOST + 1][first + 1][second + 1];
            for (int n = 0; n <= MOST; n++) {
                for (int b = 0; b <= Math.min(first, n); b++) {
                    for (int m = b > 0 ? second : 0; m <= second; m++) {
                        p[n][b][m] = 1;
                    }
                }
            }
            // Gauss and Seidel on the balance of every state, up and down in turn.
            for (int sweep = 0; sweep < 4000; sweep++) {
                double change = 0;
                double sum = 0;
                for (int i = 0; i <= MOST; i++) {
                    int n = sweep % 2 == 0 ? i : MOST - i;
                    for (int b = 0; b <= Math.min(first, n); b++) {
                        for (int m = b > 0 ? second : 0; m <= second; m++) {
                            double in = flowInto(n, b, m, speed1, speed2, rate);
                            double out = (n < MOST ? rate : 0) + staying(n, b) * speed1 + m * speed2;
                            double next = in / out;
                            change = Math.max(change, Math.abs(next - p[n][b][m]));
                            p[n][b][m] = next;
                            sum += next;
                        }
                    }
                }
                for (double[][] byN : p) {
                    for (double[] byB : byN) {
                        for (int m = 0; m <= second; m++) {
                            byB[m] /= sum;
                        }
                    }
                }
                if (change / sum < 1e-10) {
                    break;
                }
            }
            for (int n = 0; n <= MOST; n++) {
                for (int b = 0; b <= first; b++) {
                    for (int m = 0; m <= second; m++) {
                        blocked += b * p[n][b][m];
                        waiting += Math.max(0, n - first) * p[n][b][m];
                    }
                }
            }
        }

        private int staying(int n, int b) {
            return Math.min(first, n) - b;
        }

        private double flowInto(int n, int b, int m, double speed1, double speed2, double rate) {
            double in = n > 0 && b <= n - 1 ? rate * p[n - 1][b][m] : 0;
            if (n < MOST && m > 0 && b == 0) {
                in += staying(n + 1, 0) * speed1 * p[n + 1][0][m - 1];
            }
            if (b > 0 && m == second) {
                in += staying(n, b - 1) * speed1 * p[n][b - 1][second];
            }
            if (m < second && b == 0) {
                in += (m + 1) * speed2 * p[n][0][m + 1];
            }
            if (m == second && n < MOST && b < first) {
                in += second * speed2 * p[n + 1][b + 1][second];
            }
            return in;
        }
    }
}
