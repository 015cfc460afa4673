package org.whorl.server.beliefs;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.whorl.draw.Bands;
import org.whorl.draw.Figure;
import org.whorl.draw.Unit;
import org.whorl.engine.evidence.Finding;
import org.whorl.engine.evidence.Finding.Caution;
import org.whorl.engine.evidence.Finding.Found;
import org.whorl.engine.evidence.Panel;
import org.whorl.engine.evidence.Verdict;
import org.whorl.server.design.Screen;

/** What figures said, in words and as a picture. */
public final class Told {

    private Told() {}

    /** A number with three figures, as people write it. */
    public static String number(Screen s, double number) {
        if (number == 0 || !Double.isFinite(number)) {
            return s.language().words().number(number);
        }
        double size = Math.pow(10, Math.floor(Math.log10(Math.abs(number))) - 2);
        double rounded = size >= 1 ? Math.rint(number) : Math.rint(number / size) * size;
        return rounded == Math.rint(rounded)
                ? s.language().words().number(rounded)
                : new BigDecimal(String.format(Locale.ROOT, "%.3g", number))
                        .stripTrailingZeros()
                        .toPlainString();
    }

    /** The effect with its interval, in a sentence. */
    public static String effect(Screen s, Found found, String unit) {
        return found.multiplies()
                ? s.say("verdict.ratio", number(s, found.effect()), number(s, found.low()), number(s, found.high()))
                : s.say(
                        "verdict.difference",
                        signed(s, found.effect()),
                        signed(s, found.low()),
                        signed(s, found.high()),
                        unit);
    }

    private static String signed(Screen s, double number) {
        return (number > 0 ? "+" : "") + number(s, number);
    }

    /** What the reader must mind, in the order of the cautions. */
    public static List<String> cautions(Screen s, Said reading) {
        List<String> said = new ArrayList<>();
        reading.found().ifPresent(found -> {
            for (Caution caution : Caution.values()) {
                if (found.cautions().contains(caution)) {
                    said.add(s.say("verdict.caution."
                            + caution.name().toLowerCase(Locale.ROOT).replace('_', '-')));
                }
            }
            if (reading.few()) {
                said.add(s.say("verdict.caution.few"));
            }
            if (reading.drifting()) {
                said.add(s.say("verdict.caution.drifting"));
            }
        });
        return said;
    }

    /** Why it cannot be told, as in message keys. */
    public static String key(Finding.Why why) {
        return why.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** How likely chance shows something where there is nothing, after so many looks, out of a hundred. */
    public static String falseAlarm(int looks) {
        return String.format(Locale.ROOT, "%.0f", 100 * Verdict.falseAlarm(looks));
    }

    /** Places that were trying beside places that were not, through time; empty where there is nothing to draw. */
    static String picture(Screen s, Reading reading, String measure) {
        Panel panel = reading.panel();
        List<LocalDate> days = reading.days();
        if (days.size() < 2) {
            return "";
        }
        boolean groups = panel.sites().stream().anyMatch(site -> !site.began());
        List<Bands.Point> first = new ArrayList<>();
        List<Bands.Point> second = new ArrayList<>();
        for (int t = 0; t < days.size(); t++) {
            int period = t;
            List<Panel.Site> trying = panel.sites().stream()
                    .filter(site -> groups ? site.began() : site.tries(period))
                    .toList();
            List<Panel.Site> others = panel.sites().stream()
                    .filter(site -> groups ? !site.began() : !site.tries(period))
                    .toList();
            first.add(Bands.Point.of(days.get(t), Reading.level(trying, t)));
            second.add(Bands.Point.of(days.get(t), Reading.level(others, t)));
        }
        return new Figure(
                        "places",
                        new Bands(
                                s.language().words(),
                                s.say("result.picture"),
                                s.say(groups ? "result.picture.groups" : "result.picture.time"),
                                measure,
                                Unit.NUMBER,
                                List.of(
                                        new Bands.Line(s.say("result.line.tried"), first),
                                        new Bands.Line(
                                                s.say(groups ? "result.line.beside" : "result.line.before"), second))))
                .html();
    }
}
