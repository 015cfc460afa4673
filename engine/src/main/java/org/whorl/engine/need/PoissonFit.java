package org.whorl.engine.need;

import org.whorl.engine.random.IncompleteGamma;

/**
 * Counts that depend on circumstances: a log-linear Poisson regression with the people counted as offset, fitted by
 * iteratively reweighted least squares (McCullagh and Nelder, Generalized Linear Models, 1989). Where counts differ more than
 * Poisson chance would have it, {@link #phi} says how much more, and intervals should be wider by its root.
 *
 * @param coefficients on the scale of logarithms
 * @param covariance of the coefficients under Poisson chance
 * @param deviance twice the log-likelihood that is missing to a perfect fit
 * @param pearson the sum of squared residuals, each over its variance
 * @param freedom counts less coefficients
 */
public record PoissonFit(double[] coefficients, double[][] covariance, double deviance, double pearson, int freedom) {

    private static final int STEPS = 100;

    /**
     * Fits.
     *
     * @param counts events, 0 or more
     * @param people among whom they were counted, above 0
     * @param design for each count what it may depend on; the first is usually 1
     * @throws IllegalArgumentException if the circumstances cannot be told apart
     */
    public static PoissonFit of(double[] counts, double[] people, double[][] design) {
        int terms = design[0].length;
        double[] beta = start(counts, people, design);
        double before = Double.POSITIVE_INFINITY;
        for (int step = 0; step < STEPS; step++) {
            double[][] information = new double[terms][terms];
            double[] score = new double[terms];
            for (int i = 0; i < counts.length; i++) {
                double mean = mean(people[i], design[i], beta);
                for (int a = 0; a < terms; a++) {
                    score[a] += (counts[i] - mean) * design[i][a];
                    for (int b = 0; b < terms; b++) {
                        information[a][b] += mean * design[i][a] * design[i][b];
                    }
                }
            }
            double[][] covariance = SymmetricMatrix.inverse(information);
            for (int a = 0; a < terms; a++) {
                for (int b = 0; b < terms; b++) {
                    beta[a] += covariance[a][b] * score[b];
                }
            }
            double deviance = deviance(counts, people, design, beta);
            if (Math.abs(before - deviance) < 1e-10 * (Math.abs(deviance) + 0.1)) {
                return finished(counts, people, design, beta, deviance);
            }
            before = deviance;
        }
        throw new IllegalArgumentException("The regression does not settle after %d steps".formatted(STEPS));
    }

    /** The rate for a row of the design. */
    public double rate(double[] row) {
        return mean(1, row, coefficients);
    }

    /** The standard error of a coefficient under Poisson chance. */
    public double se(int term) {
        return Math.sqrt(covariance[term][term]);
    }

    /** How much more counts vary than Poisson chance explains; 1 where there is nothing to see it by. */
    public double phi() {
        return freedom > 0 ? pearson / freedom : 1;
    }

    /** How probable so large a deviance is if the shape is right and chance is Poisson. */
    public double pOfShape() {
        return freedom > 0 ? IncompleteGamma.upper(freedom / 2.0, deviance / 2) : 1;
    }

    /** One step of least squares on the logarithms, so that the iteration begins near. */
    private static double[] start(double[] counts, double[] people, double[][] design) {
        int terms = design[0].length;
        double[][] squares = new double[terms][terms];
        double[] products = new double[terms];
        for (int i = 0; i < counts.length; i++) {
            if (!(people[i] > 0) || !(counts[i] >= 0)) {
                throw new IllegalArgumentException(
                        "Row %d counts %s events among %s people".formatted(i + 1, counts[i], people[i]));
            }
            double weight = counts[i] + 0.5;
            double log = Math.log(weight / people[i]);
            for (int a = 0; a < terms; a++) {
                products[a] += weight * design[i][a] * log;
                for (int b = 0; b < terms; b++) {
                    squares[a][b] += weight * design[i][a] * design[i][b];
                }
            }
        }
        double[][] inverse = SymmetricMatrix.inverse(squares);
        double[] beta = new double[terms];
        for (int a = 0; a < terms; a++) {
            for (int b = 0; b < terms; b++) {
                beta[a] += inverse[a][b] * products[b];
            }
        }
        return beta;
    }

    private static PoissonFit finished(
            double[] counts, double[] people, double[][] design, double[] beta, double deviance) {
        int terms = beta.length;
        double[][] information = new double[terms][terms];
        double pearson = 0;
        for (int i = 0; i < counts.length; i++) {
            double mean = mean(people[i], design[i], beta);
            pearson += (counts[i] - mean) * (counts[i] - mean) / mean;
            for (int a = 0; a < terms; a++) {
                for (int b = 0; b < terms; b++) {
                    information[a][b] += mean * design[i][a] * design[i][b];
                }
            }
        }
        return new PoissonFit(beta, SymmetricMatrix.inverse(information), deviance, pearson, counts.length - terms);
    }

    private static double deviance(double[] counts, double[] people, double[][] design, double[] beta) {
        double sum = 0;
        for (int i = 0; i < counts.length; i++) {
            double mean = mean(people[i], design[i], beta);
            sum += (counts[i] > 0 ? counts[i] * Math.log(counts[i] / mean) : 0) - (counts[i] - mean);
        }
        return 2 * sum;
    }

    private static double mean(double people, double[] row, double[] beta) {
        double log = 0;
        for (int a = 0; a < beta.length; a++) {
            log += row[a] * beta[a];
        }
        return people * Math.exp(log);
    }
}
