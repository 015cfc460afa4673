package org.whorl.server.models;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.whorl.engine.model.Parameter;
import org.whorl.files.report.Excerpt.Known;
import org.whorl.server.design.Listed;
import org.whorl.server.design.Screen;

/** For programs: every number of a model, with where it is from, how sure it is, and what it was before. */
@RestController
@RequestMapping("/api/v1/p/{slug}/models/{id}")
class NumberApi {

    private final Models models;
    private final Register register;

    NumberApi(Models models, Register register) {
        this.models = models;
        this.register = register;
    }

    /**
     * One number of a model.
     *
     * @param path where it stands in the model
     * @param whose the service, stream or other thing it belongs to, by name
     * @param which which of its numbers it is, by name
     * @param value as it is written in the model
     * @param written with its unit, in words
     * @param interval how sure, in words
     * @param quality how well it is known: a key that is the same in every language
     * @param source where it was read
     * @param date when it was true
     * @param owner who answers for it
     */
    record NumberKnown(
            String path,
            String whose,
            String which,
            Optional<Double> value,
            String written,
            String interval,
            String quality,
            Optional<String> source,
            Optional<String> date,
            Optional<String> owner) {

        static NumberKnown of(Ready ready, Known known) {
            return new NumberKnown(
                    known.path(),
                    known.whose(),
                    known.which(),
                    Optional.ofNullable(ready.model().parameters().get(known.path()))
                            .map(Parameter::value),
                    known.value(),
                    known.interval(),
                    known.provenance().quality().word(),
                    Optional.ofNullable(known.provenance().source()),
                    Optional.ofNullable(known.provenance().date()),
                    Optional.ofNullable(known.provenance().owner()));
        }
    }

    /**
     * What a number became in a version.
     *
     * @param version in which version
     * @param at when that was kept
     * @param note what its maker said they changed, and why
     * @param number the number from then on
     */
    record NumberChange(int version, Instant at, String note, NumberKnown number) {}

    /**
     * A number with its place and its history.
     *
     * @param number as the latest version has it
     * @param file in which file it stands
     * @param line in which line, from 1
     * @param history each version in which it changed, the latest first
     */
    record NumberInFull(NumberKnown number, String file, int line, List<NumberChange> history) {}

    @GetMapping("/versions/{version}/numbers")
    Listed<NumberKnown> listNumbers(
            Screen s,
            @PathVariable UUID id,
            @PathVariable int version,
            @RequestParam(defaultValue = "") String quality,
            @RequestParam(defaultValue = "0") int from,
            @RequestParam(defaultValue = "50") int limit) {
        Ready ready = models.ready(id, version).orElseThrow();
        List<NumberKnown> known = Register.numbers(ready, s.language().words()).stream()
                .map(each -> NumberKnown.of(ready, each))
                .filter(each -> quality.isEmpty() || each.quality().equals(quality))
                .toList();
        return Listed.of(s, known, from, limit);
    }

    @GetMapping("/numbers/{path}")
    NumberInFull getNumber(Screen s, @PathVariable UUID id, @PathVariable String path) {
        Ready ready = models.ready(id, models.find(id).orElseThrow().latest()).orElseThrow();
        Known known = Register.find(ready, path, s.language().words()).orElseThrow();
        return new NumberInFull(
                NumberKnown.of(ready, known),
                ready.read().place(path).file(),
                ready.read().place(path).line(),
                register.history(id, path, s.language().words()).stream()
                        .map(was -> new NumberChange(
                                was.version().number(),
                                was.version().madeAt(),
                                was.version().note(),
                                NumberKnown.of(
                                        models.ready(id, was.version().number()).orElseThrow(), was.known())))
                        .toList());
    }
}
