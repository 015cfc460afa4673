package org.whorl.cli;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.whorl.engine.model.Measure;
import org.whorl.engine.model.Model;

/** Which measure a command counts: the one named, or else the first aim of the limits, or else the model's first. */
final class Counted {

    private Counted() {}

    static String of(Model model, @Nullable String named) {
        List<String> known = model.measures().stream().map(Measure::id).toList();
        if (named == null) {
            if (known.isEmpty()) {
                throw new Refusal("The model counts nothing, so nobody can tell what does good. Write a measure.");
            }
            return model.agreements().limits().aim().isEmpty()
                    ? known.getFirst()
                    : model.agreements().limits().aim().firstEntry().getKey();
        }
        if (!known.contains(named)) {
            throw new Refusal("The model has no measure called %s; it has %s."
                    .formatted(named, known.isEmpty() ? "none" : String.join(", ", known)));
        }
        return named;
    }
}
