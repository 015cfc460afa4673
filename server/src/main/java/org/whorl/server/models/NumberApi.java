package org.whorl.server.models;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.whorl.engine.model.Parameter;
import org.whorl.engine.model.Spread;
import org.whorl.files.Fault;
import org.whorl.files.report.Excerpt.Known;
import org.whorl.server.design.Form;
import org.whorl.server.design.Listed;
import org.whorl.server.design.Screen;
import org.whorl.server.design.Wrong;

/** For programs: every number of a model, with where it is from, how sure it is, and what it was before. */
@RestController
@RequestMapping("/api/v1/p/{slug}/models/{id}")
class NumberApi {

    private final Models models;
    private final Register register;
    private final ChangedNumber changed;

    NumberApi(Models models, Register register, ChangedNumber changed) {
        this.models = models;
        this.register = register;
        this.changed = changed;
    }

    /**
     * One number of a model.
     *
     * @param path where it stands in the model
     * @param whose the service, stream or other thing it belongs to, by name
     * @param which which of its numbers it is, by name
     * @param value as it is written in the model
     * @param low at least this, where the model says a range
     * @param high at most this, likewise
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
            Optional<Double> low,
            Optional<Double> high,
            String written,
            String interval,
            String quality,
            Optional<String> source,
            Optional<String> date,
            Optional<String> owner) {

        static NumberKnown of(Ready ready, Known known) {
            Optional<Parameter> number =
                    Optional.ofNullable(ready.model().parameters().get(known.path()));
            Optional<Spread.Range> range = number.map(Parameter::spread)
                    .filter(Spread.Range.class::isInstance)
                    .map(Spread.Range.class::cast);
            return new NumberKnown(
                    known.path(),
                    known.whose(),
                    known.which(),
                    number.map(Parameter::value),
                    range.map(Spread.Range::low),
                    range.map(Spread.Range::high),
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

    /**
     * A number as it should be. What is absent and need not be said is not known of it any more.
     *
     * @param value the number, as it is written in the model
     * @param low at least this; absent, like the other end, where no range is known
     * @param high at most this
     * @param quality how well it is known: measured, published, borrowed, agreed or guess
     * @param source where it was read
     * @param date when it was true
     * @param owner who answers for it
     * @param why why it is changed; partners who sign will read it
     * @param basedOn the latest version when the change was begun
     */
    record SentNumber(
            Optional<Double> value,
            Optional<Double> low,
            Optional<Double> high,
            Optional<String> quality,
            Optional<String> source,
            Optional<String> date,
            Optional<String> owner,
            Optional<String> why,
            Optional<Integer> basedOn) {

        Form form() {
            Form form = Form.empty();
            value.ifPresent(number -> form.replace("value", Tried.plain(number)));
            low.ifPresent(number -> form.replace("low", Tried.plain(number)));
            high.ifPresent(number -> form.replace("high", Tried.plain(number)));
            quality.ifPresent(word -> form.replace("quality", word));
            source.ifPresent(words -> form.replace("source", words));
            date.ifPresent(words -> form.replace("date", words));
            owner.ifPresent(words -> form.replace("owner", words));
            why.ifPresent(words -> form.replace("why", words));
            return form;
        }
    }

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

    /** Makes a version in which nothing else is different; on one that is not the latest, nothing is built. */
    @PutMapping("/numbers/{path}")
    NumberInFull changeNumber(
            Screen s, @PathVariable UUID id, @PathVariable String path, @RequestBody SentNumber sent) {
        ChangedNumber.Here here = changed.find(s, id, path);
        int basedOn = sent.basedOn().orElseThrow(() -> Wrong.field(s, "basedOn", "api.missing"));
        if (basedOn != here.kept().latest()) {
            throw Wrong.conflict(here.kept().latest());
        }
        Form form = sent.form();
        return switch (changed.save(here, form, basedOn).orElseThrow(() -> Wrong.form(s, form))) {
            case Models.Saved.Yes _ -> getNumber(s, id, path);
            case Models.Saved.Bad(List<Fault> faults) -> throw Wrong.items(ModelApi.items(s, faults));
            case Models.Saved.Conflict(int latest) -> throw Wrong.conflict(latest);
        };
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
