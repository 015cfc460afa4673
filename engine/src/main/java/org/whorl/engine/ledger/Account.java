package org.whorl.engine.ledger;

/**
 * Who pays what, in pounds, over the measured time: the bills of the services, and what agreements move between partners.
 *
 * @param bills by {@link Lines#bills()} and column
 * @param parts by {@link Lines#parts()} and column: above 0 paid, below 0 received; nothing in the column of capacity
 */
public record Account(double[][] bills, double[][] parts) {

    /** An empty account. */
    public static Account empty(Lines lines) {
        int columns = Ledger.Column.values().length;
        return new Account(
                new double[lines.bills().size()][columns],
                new double[lines.parts().size()][columns]);
    }

    /** Adds another account, weighted. */
    public void add(Account other, double weight) {
        add(bills, other.bills, weight);
        add(parts, other.parts, weight);
    }

    private static void add(double[][] to, double[][] from, double weight) {
        for (int i = 0; i < to.length; i++) {
            for (int c = 0; c < to[i].length; c++) {
                to[i][c] += weight * from[i][c];
            }
        }
    }

    /** Pounds by partner (in the model's order) and column; they sum to the whole system's. */
    public double[][] byPartner(Lines lines) {
        double[][] pounds = new double[lines.partners()][Ledger.Column.values().length];
        for (int b = 0; b < bills.length; b++) {
            for (int c = 0; c < bills[b].length; c++) {
                pounds[lines.bills().get(b).partner()][c] += bills[b][c];
            }
        }
        for (int a = 0; a < parts.length; a++) {
            for (int c = 0; c < parts[a].length; c++) {
                pounds[lines.parts().get(a).partner()][c] += parts[a][c];
            }
        }
        return pounds;
    }
}
