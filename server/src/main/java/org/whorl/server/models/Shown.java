package org.whorl.server.models;

import java.util.List;
import java.util.Optional;
import org.whorl.engine.answer.Answer;
import org.whorl.engine.model.Problem;
import org.whorl.files.report.Excerpt;

/**
 * What a page about an answer needs.
 *
 * @param ready the version asked
 * @param tried what was tried on it
 * @param answer the answer
 * @param unsure how far not knowing the numbers could move it; empty where nobody asked
 * @param excerpt its pieces in words
 * @param scenario the scenario tried, or base
 * @param problems what keeps the changed model from holding together
 */
public record Shown(
        Ready ready,
        Tried tried,
        Answer answer,
        Optional<Answer> unsure,
        Excerpt excerpt,
        String scenario,
        List<Problem> problems) {

    /** Keeps a copy. */
    public Shown {
        problems = List.copyOf(problems);
    }

    /** What is tried, as the end of a picture's address; empty when nothing is. */
    public String address() {
        return tried.address();
    }

    /** The same with one thing more. */
    public String address(String key, String value) {
        return address() + (address().isEmpty() ? "?" : "&") + key + "=" + Tried.encoded(value) + "&version="
                + ready.version();
    }

    /** The same on this version, whichever is the latest by then. */
    public String pinned() {
        return address() + (address().isEmpty() ? "?" : "&") + "version=" + ready.version();
    }

    /** How often numbers are drawn to see how sure an answer is. */
    public int draws() {
        return Sureness.DRAWS;
    }

    /** The seed of that chance. */
    public long seed() {
        return Sureness.SEED;
    }
}
