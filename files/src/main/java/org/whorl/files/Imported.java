package org.whorl.files;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.whorl.engine.model.Model;

/** What came of reading another tool's files: a model, or everything that is wrong with them. */
public sealed interface Imported {

    /**
     * A model that holds together.
     *
     * @param model the model
     * @param notes what a reader must know who compares the two tools, one sentence or more each
     */
    record Good(Model model, List<String> notes) implements Imported {
        public Good {
            notes = List.copyOf(notes);
        }

        /**
         * Writes the model as a folder with a README that holds the notes. It appears whole or not at all.
         *
         * @throws FileAlreadyExistsException if there is something in the folder
         * @throws IOException if it cannot be written
         */
        public void write(Path folder) throws IOException {
            ModelFolder.write(model, folder, out -> {
                try (Writer writer = out.writer("README.md")) {
                    writer.write("# %s\n\n".formatted(model.name().en()));
                    for (String note : notes) {
                        writer.write("- %s\n".formatted(note));
                    }
                }
            });
        }
    }

    /**
     * Not a model.
     *
     * @param faults all that is wrong, in the order of the files; at least one
     */
    record Bad(List<Fault> faults) implements Imported {
        public Bad {
            faults = List.copyOf(faults);
        }

        /** All faults, one a line. */
        public String text() {
            return faults.stream().map(Fault::toString).collect(Collectors.joining("\n"));
        }
    }
}
