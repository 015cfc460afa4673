package org.whorl.server.patterns;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.whorl.draw.Bars;
import org.whorl.draw.Reading;
import org.whorl.draw.Unit;
import org.whorl.draw.Words;
import org.whorl.engine.voices.Kappa;
import org.whorl.server.design.Screen;
import org.whorl.server.stories.Released;

/**
 * How far two agree on a code, as it is shown.
 *
 * @param code which code
 * @param alike of how many stories both said the same
 * @param of how many both read
 * @param kappa how far beyond chance, with its interval; that nobody can tell where they never differed in their use
 * @param verdict what follows, as in message keys
 * @param differ the stories on which they differ
 */
public record AgreementShown(Code code, int alike, int of, String kappa, String verdict, List<Released> differ) {

    private static final double HUNDREDTHS = 100;

    /** Keeps a copy. */
    public AgreementShown {
        differ = List.copyOf(differ);
    }

    static List<AgreementShown> of(Screen s, List<Code> codes, List<ReadTwice> all, Map<UUID, Released> stories) {
        List<AgreementShown> shown = new ArrayList<>();
        for (Code code : codes) {
            ReadTwice.agreement(code.id(), all).ifPresent(kappa -> shown.add(shown(s, code, kappa, all, stories)));
        }
        return List.copyOf(shown);
    }

    private static AgreementShown shown(
            Screen s, Code code, Kappa kappa, List<ReadTwice> all, Map<UUID, Released> stories) {
        boolean enough = kappa.stories() >= ReadTwice.FEWEST;
        boolean told = enough && !Double.isNaN(kappa.kappa().mean());
        return new AgreementShown(
                code,
                kappa.stories() - kappa.differences().size(),
                kappa.stories(),
                told
                        ? s.say(
                                "agreement.kappa",
                                number(s, kappa.kappa().mean()),
                                number(s, kappa.kappa().low()),
                                number(s, kappa.kappa().high()))
                        : s.say(enough ? "agreement.kappa.none" : "agreement.kappa.few", ReadTwice.FEWEST),
                told ? kappa.verdict().word() : Kappa.Verdict.CANNOT_TELL.word(),
                all.stream()
                        .filter(each -> each.differsOn(code.id()))
                        .map(each -> Objects.requireNonNull(stories.get(each.story())))
                        .toList());
    }

    private static String number(Screen s, double value) {
        return s.language().words().number(Math.rint(HUNDREDTHS * value) / HUNDREDTHS);
    }

    /** How many codes came up for the first time in each ten stories, as a chart; empty where nobody has read any. */
    static String newCodes(Screen s, List<Integer> fresh) {
        if (fresh.isEmpty()) {
            return "";
        }
        Words words = s.language().words();
        List<Bars.Bar> bars = new ArrayList<>();
        for (int i = 0; i < fresh.size(); i++) {
            bars.add(new Bars.Bar(
                    s.say("saturation.stories", i * ReadTwice.STEP + 1, (i + 1) * ReadTwice.STEP),
                    Reading.of(fresh.get(i))));
        }
        String sentence = fresh.size() == 1
                ? s.say("saturation.one")
                : s.say("saturation.said", fresh.getFirst(), fresh.getLast());
        return new Bars(words, s.say("saturation.title"), sentence, s.say("saturation.measure"), Unit.NUMBER, bars)
                .figure("new-codes");
    }
}
