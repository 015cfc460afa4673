package org.whorl.server.models;

import org.whorl.engine.model.Domain;
import org.whorl.engine.model.Parameter;
import org.whorl.engine.model.Spread;

/**
 * A number with a slider.
 *
 * @param path where it stands in the model
 * @param whose the service or stream it belongs to
 * @param which which of its numbers it is
 * @param value what the box shows
 * @param base what the model has
 * @param least the slider's left end
 * @param most its right end
 * @param step the smallest move
 * @param moved was it moved?
 * @param error what is wrong with what was put in, as the name of a sentence; empty when nothing is
 */
public record Knob(
        String path,
        String whose,
        String which,
        String value,
        String base,
        String least,
        String most,
        String step,
        boolean moved,
        String error) {

    static Knob of(String path, Domain domain, Parameter parameter, Tried tried, String whose, String which) {
        double base = parameter.value();
        double least = base / 2;
        double most = base == 0 ? 1 : base * 1.5;
        if (parameter.spread() instanceof Spread.Range range) {
            least = Math.min(least, range.low());
            most = Math.max(most, range.high());
        }
        double here = tried.moved().getOrDefault(path, base);
        least = Math.min(least, here);
        most = Math.max(most, here);
        if (domain == Domain.SHARE) {
            least = 0;
            most = 1;
        }
        double step = step(most - least, base);
        least = Math.floor(least / step) * step;
        most = Math.ceil(most / step) * step;
        return new Knob(
                path,
                whose,
                which,
                tried.written().getOrDefault(path, Tried.plain(base)),
                Tried.plain(base),
                Tried.plain(rounded(least, step)),
                Tried.plain(rounded(most, step)),
                Tried.plain(step),
                tried.moved().containsKey(path),
                tried.refused().getOrDefault(path, ""));
    }

    /** About a hundred steps, each a round number; whole for a number that is whole and not small. */
    private static double step(double width, double base) {
        double rough = width <= 0 ? 0.01 : width / 100;
        double ten = Math.pow(10, Math.floor(Math.log10(rough)));
        double step = rough <= 2 * ten ? 2 * ten : rough <= 5 * ten ? 5 * ten : 10 * ten;
        return base >= 10 && base == Math.rint(base) ? Math.max(1, Math.rint(step)) : step;
    }

    private static double rounded(double value, double step) {
        double digits = Math.pow(10, Math.max(0, Math.ceil(-Math.log10(step)) + 1));
        return Math.rint(value * digits) / digits;
    }
}
