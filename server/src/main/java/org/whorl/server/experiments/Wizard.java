package org.whorl.server.experiments;

import java.util.Map;
import java.util.Optional;

/** From a few plain answers to a way of looking; whoever knows better chooses another and says why. */
final class Wizard {

    private Wizard() {}

    /** What the answers say; nothing where they say too little. */
    static Optional<Experiment.Design> suggested(Map<Field, String> said) {
        boolean several = said.getOrDefault(Field.PLACES, "").equals("several");
        boolean often = said.getOrDefault(Field.POINTS, "").equals("many");
        boolean seldom = said.getOrDefault(Field.POINTS, "").equals("few");
        if (several && said.getOrDefault(Field.STEPS, "").equals("yes")) {
            return Optional.of(Experiment.Design.STEPPED);
        }
        if (said.getOrDefault(Field.OTHERS, "").equals("yes") && !seldom) {
            return Optional.of(Experiment.Design.DIFFERENCE);
        }
        if (often) {
            return Optional.of(Experiment.Design.SPC);
        }
        return seldom ? Optional.of(Experiment.Design.BEFORE_AFTER) : Optional.empty();
    }
}
