package org.whorl.engine.model;

/**
 * One way in which a model does not hold together.
 *
 * @param path where, such as {@code services.d2a.routes}
 * @param wrong what is wrong, in words
 * @param right what would be right, in words
 */
public record Problem(String path, String wrong, String right) {

    @Override
    public String toString() {
        return path + ": " + wrong + "; " + right;
    }
}
