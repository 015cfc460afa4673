package org.whorl.cli;

/** A command that cannot be done as asked, with the sentence to say so. */
final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String sentence;

    Refusal(String sentence) {
        super(sentence, null, false, false);
        this.sentence = sentence;
    }

    String sentence() {
        return sentence;
    }
}
