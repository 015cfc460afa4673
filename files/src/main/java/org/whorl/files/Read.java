package org.whorl.files;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.whorl.engine.model.Model;

/** What came of reading a model folder: a model that holds together, or everything that is wrong with it. */
public sealed interface Read {

    /**
     * A model that holds together.
     *
     * @param model the model
     * @param places where each of its paths is written
     */
    record Good(Model model, Map<String, Place> places) implements Read {
        public Good {
            places = Collections.unmodifiableMap(new LinkedHashMap<>(places));
        }

        /** Where a path is written; for one that is not, the nearest one above it. */
        public Place place(String path) {
            return Place.find(places, path, ModelFolder.MODEL);
        }
    }

    /**
     * Not a model.
     *
     * @param faults all that is wrong, in the order of the files; at least one
     */
    record Bad(List<Fault> faults) implements Read {
        public Bad {
            faults = List.copyOf(faults);
        }

        /** All faults, one a line. */
        public String text() {
            return faults.stream().map(Fault::toString).collect(Collectors.joining("\n"));
        }
    }

    /** The model; an error that lists every fault when there is none. */
    default Model orThrow() {
        return switch (this) {
            case Good good -> good.model;
            case Bad bad -> throw new IllegalArgumentException(bad.text());
        };
    }
}
