package org.whorl.server.shifts;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.whorl.server.design.Language;
import org.whorl.server.design.Screen;
import org.whorl.server.models.Folder;
import org.whorl.server.models.Ready;

/** A shift as a model folder: the version it was worked out on, with the shift among its scenarios, to be run again. */
final class TakenAway {

    private TakenAway() {}

    /** What the folder is called. */
    static String name(Shift shift) {
        String plain = shift.name("en")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-|-$", "");
        return (plain.isEmpty() ? Shift.SCENARIO : plain) + "-v" + shift.modelVersion();
    }

    /** The line that gives the same numbers as a check by simulation: as often, and with the same chance. */
    static String command(Shift shift) {
        return "whorl run %s --scenario %s --replications 100 --seed 1".formatted(name(shift), Shift.SCENARIO);
    }

    /** The folder; a text beside the model says how to run it, and which sums are not in it, to readers of either language. */
    static Folder folder(Shift shift, Ready ready, Screen s) {
        String text = Arrays.stream(Language.values())
                .map(language -> text(shift, ready, s.in(language)))
                .collect(Collectors.joining("\n"));
        return Folder.of(ready.model().with(shift.scenario())).with("README.md", text);
    }

    private static String text(Shift shift, Ready ready, Screen s) {
        ShiftWords words = new ShiftWords(s, ready.model());
        StringBuilder text = new StringBuilder();
        text.append("# ").append(shift.name(s.language().code())).append("\n\n");
        text.append(s.say("shift.folder.run")).append("\n\n");
        text.append("    ").append(command(shift)).append("\n\n");
        words.moves(shift).forEach(move -> text.append("- ").append(move).append('\n'));
        if (!shift.payments().isEmpty() || shift.moves().stream().anyMatch(move -> move.closing() > 0)) {
            text.append('\n').append(s.say("shift.folder.payments")).append("\n\n");
            words.payments(shift)
                    .forEach(payment -> text.append("- ").append(payment).append('\n'));
        }
        return text.toString();
    }
}
