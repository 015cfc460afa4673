package org.whorl.files;

import org.whorl.engine.model.Problem;

/**
 * One thing that is wrong with a model folder, said so that a person can put it right.
 *
 * @param file which file, by its name in the folder
 * @param line which line, from 1; 0 when the fault is about the file as a whole
 * @param path where in the model, such as {@code services.d2a.capacity}, or the column of a table; empty for none
 * @param wrong what is wrong
 * @param right what would be right
 */
public record Fault(String file, int line, String path, String wrong, String right) {

    /** What keeps a model from holding together, where no file is read. */
    public static Fault of(Problem problem) {
        return new Fault("", 0, problem.path(), problem.wrong(), problem.right());
    }

    /**
     * The same in a language, as far as there are words for it; what there are none for stays English.
     *
     * @param language {@code en} or {@code cy}
     */
    public Fault in(String language) {
        return language.equals("cy")
                ? new Fault(file, line, path, FaultsInWelsh.said(wrong), FaultsInWelsh.said(right))
                : this;
    }

    /** One line of text: {@code model.yaml:12: services.d2a.capacity: "twelve" is not a number; write 12}. */
    @Override
    public String toString() {
        return file + (line > 0 ? ":" + line : "") + ": " + (path.isEmpty() ? "" : path + ": ") + wrong + "; " + right;
    }
}
