package org.whorl.engine.spc;

/** Whose way of drawing a chart. Where the two differ is said in docs/method/charts.md. */
public enum Rules {
    /** As the R package NHSRplotthedots 0.2 computes it, its faults included, so that a chart made there is the same here. */
    PLOT_THE_DOTS("plotthedots"),
    /** The same limits and signals, without its faults. */
    WHORL("whorl");

    private final String word;

    Rules(String word) {
        this.word = word;
    }

    /** The word used in commands and JSON. */
    public String word() {
        return word;
    }
}
