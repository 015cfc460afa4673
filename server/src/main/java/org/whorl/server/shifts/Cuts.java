package org.whorl.server.shifts;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.whorl.draw.Words;
import org.whorl.engine.allocation.Marginal;
import org.whorl.engine.answer.Answer;
import org.whorl.engine.answer.Estimate;
import org.whorl.engine.answer.Field;
import org.whorl.engine.answer.Figures;
import org.whorl.engine.answer.Note;
import org.whorl.engine.answer.Outcome;
import org.whorl.engine.answer.Subject;
import org.whorl.engine.ledger.Statement;
import org.whorl.engine.model.Model;
import org.whorl.engine.model.Scenario;
import org.whorl.engine.model.Service;
import org.whorl.files.report.Excerpt;
import org.whorl.server.design.Screen;
import org.whorl.server.models.Ready;

/** What a cut does, by formulas. */
@Component
class Cuts {

    /** As many as a reader can take in. */
    private static final int MOST_FELT = 8;

    private static final double TENTH_OF_A_PERSON = 0.1;

    private final Effects effects;

    Cuts(Effects effects) {
        this.effects = effects;
    }

    /** What it does; the name is that of the proposal it may become. */
    CutShown show(Screen s, Cut cut, Ready ready, String name) {
        Words words = s.language().words();
        Shift shift = new Shift(
                new UUID(0, 0),
                ready.kept(),
                ready.version(),
                name,
                s.language().code(),
                "",
                "",
                cut.moves(),
                List.of(),
                Exit.none(),
                Optional.empty(),
                Instant.EPOCH,
                1);
        Effect effect = effects.tried(shift, ready, true, words);
        boolean holds = effect.shown().scenario().equals(Shift.SCENARIO);
        Answer answer = effect.shown().answer();
        return new CutShown(
                cut,
                effect,
                holds ? days(s, effect) : List.of(),
                holds ? felt(s, cut, effect) : List.of(),
                holds
                        ? Optional.of(Settlement.all(Statement.of(answer, Shift.SCENARIO, List.of()))
                                .getFirst())
                        : Optional.empty(),
                holds
                        ? effect.shown()
                                .unsure()
                                .flatMap(unsure -> RiskOffer.of(decides(cut), Shift.SCENARIO, answer, unsure))
                        : Optional.empty(),
                holds ? overfull(answer, words) : List.of(),
                priceless(cut, ready.model(), words),
                eitherWay(effect));
    }

    /** Who runs the service that gives most places. */
    private static String decides(Cut cut) {
        return cut.parts().stream()
                .max(Comparator.comparingInt(Cut.Part::gone))
                .orElseThrow()
                .service()
                .partner();
    }

    private static List<Excerpt.Count> days(Screen s, Effect effect) {
        Excerpt excerpt = effect.shown().excerpt();
        List<Excerpt.Count> days = new ArrayList<>();
        excerpt.lead(Shift.SCENARIO)
                .ifPresent(lead -> days.add(new Excerpt.Count(
                        s.say("cut.days.mean"),
                        lead.now(),
                        lead.then(),
                        lead.change(),
                        lead.changeRange(),
                        lead.direction())));
        List<Double> before = excerpt.leadValues(Scenario.BASE);
        List<Double> after = excerpt.leadValues(Shift.SCENARIO);
        if (!before.isEmpty() && !after.isEmpty()) {
            days.add(new Excerpt.Count(
                    s.say("cut.days.median"),
                    people(s, before.get(49)),
                    people(s, after.get(49)),
                    signed(s, after.get(49) - before.get(49)),
                    "",
                    0));
            days.add(new Excerpt.Count(
                    s.say("cut.days.band"),
                    s.say("cut.days.from-to", people(s, before.get(5)), people(s, before.get(94))),
                    s.say("cut.days.from-to", people(s, after.get(5)), people(s, after.get(94))),
                    "",
                    "",
                    0));
        }
        excerpt.crisis(Shift.SCENARIO).ifPresent(days::add);
        return days;
    }

    private static String people(Screen s, double count) {
        return s.language().words().number(count < 10 ? Math.rint(10 * count) / 10 : Math.rint(count));
    }

    private static String signed(Screen s, double change) {
        String said = people(s, Math.abs(change));
        boolean nothing = said.chars().noneMatch(c -> c >= '1' && c <= '9');
        return nothing ? said : (change > 0 ? "+" : "\u2212") + said;
    }

    /** One line for each service: people stuck there, or waiting for it, or no longer in it. */
    private static List<Excerpt.Count> felt(Screen s, Cut cut, Effect effect) {
        Model model = effect.shown().ready().model();
        Figures change = Optional.ofNullable(
                        effect.shown().answer().differences().get(Shift.SCENARIO))
                .orElseThrow();
        record Felt(Subject subject, Field field, double size) {}
        List<Felt> felt = new ArrayList<>();
        for (Service service : model.services()) {
            Subject subject = Subject.service(service.id());
            List<Field> fields = cut.reaches(service.id())
                    ? List.of(Field.WAITING)
                    : List.of(Field.BLOCKED, Field.WAITING, Field.IN_PLACE);
            fields.stream()
                    .map(field -> new Felt(
                            subject,
                            field,
                            Math.abs(change.find(subject, field)
                                    .map(Estimate::mean)
                                    .orElse(0.0))))
                    .filter(one -> one.size() >= TENTH_OF_A_PERSON)
                    .findFirst()
                    .ifPresent(felt::add);
        }
        return felt.stream()
                .sorted(Comparator.comparingDouble(Felt::size).reversed())
                .limit(MOST_FELT)
                .map(one -> named(
                        s, one.field(), effect.shown().excerpt().figure(one.subject(), one.field(), Shift.SCENARIO)))
                .toList();
    }

    private static Excerpt.Count named(Screen s, Field field, Excerpt.Count count) {
        return new Excerpt.Count(
                s.say("cut.felt." + field.word(), count.name()),
                count.now(),
                count.then(),
                count.change(),
                count.changeRange(),
                count.direction());
    }

    private static List<String> overfull(Answer answer, Words words) {
        Outcome outcome =
                Optional.ofNullable(answer.scenarios().get(Shift.SCENARIO)).orElseThrow();
        return outcome.notes().stream()
                .filter(note -> note.code().equals(Note.UNSTABLE))
                .map(note -> note.subject().replaceFirst("^services\\.", ""))
                .distinct()
                .map(id -> service(answer.model(), id, words))
                .toList();
    }

    private static List<String> priceless(Cut cut, Model model, Words words) {
        return Marginal.withoutPrice(model).stream()
                .filter(cut::reaches)
                .map(id -> service(model, id, words))
                .toList();
    }

    private static String service(Model model, String id, Words words) {
        return model.findService(id)
                .map(service -> service.name().in(words.code()))
                .orElse(id);
    }

    private static boolean eitherWay(Effect effect) {
        return effect.shown()
                .unsure()
                .flatMap(unsure -> Optional.ofNullable(unsure.differences().get(Shift.SCENARIO)))
                .flatMap(change -> effect.shown().excerpt().led().flatMap(led -> change.find(led, Field.MEAN)))
                .filter(change -> change.low() < 0 && change.high() > 0)
                .isPresent();
    }
}
