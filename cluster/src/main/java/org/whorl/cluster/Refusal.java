package org.whorl.cluster;

/** A run that cannot be done as asked, with the sentence to say so. */
final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1;

    Refusal(String sentence) {
        super(sentence, null, false, false);
    }

    /** Says why. */
    String sentence() {
        return String.valueOf(getMessage());
    }
}
