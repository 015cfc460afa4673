package org.whorl.files;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;
import org.whorl.engine.model.Distribution;
import org.whorl.engine.model.Duration;
import org.whorl.engine.model.Duration.Family;
import org.whorl.engine.model.Parameter;
import org.whorl.engine.model.Profile;
import org.whorl.engine.model.Provenance;
import org.whorl.engine.model.Quality;
import org.whorl.engine.model.Spread;

/** Writes numbers, short where there is nothing more to say, and distributions, whose samples become tables. */
final class NumberWriter {
    private final OutputFolder out;
    private int tables;

    NumberWriter(OutputFolder out) {
        this.out = out;
    }

    String of(Parameter parameter) throws IOException {
        if (parameter.equals(Parameter.of(parameter.value()))) {
            return Words.of(parameter.value());
        }
        SequencedMap<String, String> fields = Yaml.keyed("value", Words.of(parameter.value()));
        switch (parameter.spread()) {
            case Spread.Unsaid _ -> {
                // Nothing to write.
            }
            case Spread.Deviation(double sd) -> fields.put("sd", Words.of(sd));
            case Spread.Range(double low, double high) -> {
                fields.put("low", Words.of(low));
                fields.put("high", Words.of(high));
            }
            case Spread.Distributed(Distribution distribution) -> distribution(fields, distribution);
        }
        provenance(fields, parameter.provenance());
        if (parameter.priceYear() != null) {
            fields.put("price-year", Yaml.text(parameter.priceYear()));
        }
        return Yaml.flow(fields);
    }

    /** A number, left out where the model left it out. */
    void ifWritten(Map<String, String> fields, String key, Parameter parameter) throws IOException {
        if (parameter.isWritten()) {
            fields.put(key, of(parameter));
        }
    }

    /** A number, left out when there is none. */
    void ifAny(Map<String, String> fields, String key, @Nullable Parameter parameter) throws IOException {
        if (parameter != null) {
            fields.put(key, of(parameter));
        }
    }

    /** A profile, left out when it is flat as one that nobody wrote is. */
    void profile(Map<String, String> fields, String key, Profile profile, Profile usual) {
        if (profile.equals(usual)) {
            return;
        }
        String factors = Yaml.list(profile.factors().stream().map(Words::of).toList());
        if (profile.provenance().equals(Provenance.UNSIGNED_GUESS)) {
            fields.put(key, factors);
        } else {
            SequencedMap<String, String> inner = Yaml.keyed("value", factors);
            provenance(inner, profile.provenance());
            fields.put(key, Yaml.flow(inner));
        }
    }

    static void provenance(Map<String, String> fields, Provenance provenance) {
        if (provenance.source() != null) {
            fields.put("source", Yaml.text(provenance.source()));
        }
        if (provenance.date() != null) {
            fields.put("date", Yaml.text(provenance.date()));
        }
        if (provenance.owner() != null) {
            fields.put("owner", Yaml.text(provenance.owner()));
        }
        if (provenance.quality() != Quality.GUESS) {
            fields.put("quality", provenance.quality().word());
        }
    }

    /** A time, left out when there is none. */
    void ifAny(Map<String, String> fields, String key, @Nullable Duration time) throws IOException {
        if (time != null) {
            fields.put(key, of(time));
        }
    }

    private String of(Duration time) throws IOException {
        SequencedMap<String, String> fields = new LinkedHashMap<>();
        String word = time.family().word();
        if (time.family() == Family.EMPIRICAL) {
            fields.put(word, table(time.sample()));
            provenance(fields, time.sampleProvenance());
        } else if (time.family() == Family.CONSTANT) {
            fields.put(word, of(time.parameters().getFirst()));
        } else {
            SequencedMap<String, String> inner = new LinkedHashMap<>();
            for (int i = 0; i < time.parameters().size(); i++) {
                inner.put(time.family().names().get(i), of(time.parameters().get(i)));
            }
            fields.put(word, Yaml.flow(inner));
        }
        return Yaml.flow(fields);
    }

    private void distribution(Map<String, String> fields, Distribution distribution) throws IOException {
        if (distribution instanceof Distribution.Empirical empirical) {
            List<Double> sample = new ArrayList<>();
            Arrays.stream(empirical.values()).forEach(sample::add);
            fields.put(Family.EMPIRICAL.word(), table(sample));
        } else {
            String written = Words.of(distribution);
            int colon = written.indexOf(": ");
            fields.put(written.substring(0, colon), written.substring(colon + 2));
        }
    }

    private String table(List<Double> sample) throws IOException {
        tables++;
        String name = "sample-%d.csv".formatted(tables);
        TableWriter.days(sample, name, out);
        return Yaml.flow(Yaml.keyed("file", name));
    }
}
