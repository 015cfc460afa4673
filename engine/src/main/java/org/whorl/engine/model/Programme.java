package org.whorl.engine.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/**
 * Something done beforehand so that fewer people come: exercise against falls, a visit at home, a team that answers a call
 * in place of an ambulance. Changing its reach changes arrivals; what it does at its present reach is in their rates already.
 *
 * <p>Of the people a stream of arrivals comes from, the programme spares the share {@code of x reach x adherence x (1 -
 * ratio)} once it tells in full. Several programmes leave what the others leave: their shares are multiplied, never added.
 *
 * @param id its name in paths
 * @param name what people call it
 * @param reach the share of those it is for whom it reaches
 * @param adherence the share of those reached who take part
 * @param lag days after a change until it begins to tell
 * @param buildUp days, after these, in which it comes to tell by 63 in 100; 0 for at once
 * @param fade the rate a day at which what a change brought is lost again; 0 for never
 * @param effects on streams of arrivals, by their ids
 */
public record Programme(
        String id,
        Name name,
        Parameter reach,
        Parameter adherence,
        Parameter lag,
        Parameter buildUp,
        Parameter fade,
        SequencedMap<String, Effect> effects) {

    public Programme {
        effects = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(effects));
    }

    /**
     * What it does to one stream of arrivals.
     *
     * @param ratio how many times as often those who take part still come; above 1 is harm
     * @param of the share of the stream that comes from the people the programme is for
     */
    public record Effect(Parameter ratio, Parameter of) {

        /** The share of the stream spared if everybody took part; below 0 where it harms. */
        double most() {
            return of.value() * (1 - ratio.value());
        }
    }

    /** The share of those it is for who take part. */
    public double taken() {
        return reach.value() * adherence.value();
    }

    /**
     * How much of a change tells, on the mean over some days: 0 for nothing, 1 for all. The integral of
     * {@code (1 - exp(-(t - lag) / build-up)) exp(-fade (t - lag))}, which is 0 before the lag is over.
     *
     * @param from days since the change
     * @param to later than {@code from}
     */
    public double tells(double from, double to) {
        return (area(to - lag.value()) - area(from - lag.value())) / (to - from);
    }

    private double area(double days) {
        if (days <= 0) {
            return 0;
        }
        double build = buildUp.value() == 0 ? 0 : decayed(1 / buildUp.value() + fade.value(), days);
        return decayed(fade.value(), days) - build;
    }

    /** The integral of exp(-rate x t) over so many days. */
    private static double decayed(double rate, double days) {
        return rate == 0 ? days : -Math.expm1(-rate * days) / rate;
    }

    Programme map(ParameterMap map) {
        String path = "programmes." + id;
        SequencedMap<String, Effect> mapped = new LinkedHashMap<>();
        effects.forEach((stream, effect) -> {
            String at = path + ".effects." + stream;
            mapped.put(
                    stream,
                    new Effect(
                            map.parameter(at + ".ratio", Domain.NOT_NEGATIVE, effect.ratio()),
                            map.parameter(at + ".of", Domain.SHARE, effect.of())));
        });
        return new Programme(
                id,
                name,
                map.parameter(path + ".reach", Domain.SHARE, reach),
                map.parameter(path + ".adherence", Domain.SHARE, adherence),
                map.parameter(path + ".lag", Domain.NOT_NEGATIVE, lag),
                map.parameter(path + ".build-up", Domain.NOT_NEGATIVE, buildUp),
                map.parameter(path + ".fade", Domain.NOT_NEGATIVE, fade),
                mapped);
    }
}
