package org.whorl.files.report;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.whorl.draw.Words;
import org.whorl.engine.answer.Answer;
import org.whorl.engine.answer.Estimate;
import org.whorl.engine.answer.Field;
import org.whorl.engine.answer.Figures;
import org.whorl.engine.answer.Note;
import org.whorl.engine.answer.Outcome;
import org.whorl.engine.answer.Quantiles;
import org.whorl.engine.answer.Subject;
import org.whorl.engine.model.Agreements;
import org.whorl.engine.model.Contract;
import org.whorl.engine.model.Grant;
import org.whorl.engine.model.Measure;
import org.whorl.engine.model.Model;
import org.whorl.engine.model.Name;
import org.whorl.engine.model.Partner;
import org.whorl.engine.model.Pool;
import org.whorl.engine.model.Scenario;
import org.whorl.engine.model.Service;

/** The report in one language: the answer, and all names, numbers and sentences as that language has them. */
final class Edition {

    private final Report report;
    private final Say say;
    private final Amounts amounts;
    private final ParameterNames parameterNames;

    Edition(Report report, Words words) {
        this.report = report;
        say = new Say(words);
        amounts = new Amounts(say);
        parameterNames = new ParameterNames(this);
    }

    Report report() {
        return report;
    }

    Answer answer() {
        return report.exact();
    }

    Optional<Answer> instant() {
        return Optional.ofNullable(report.instant());
    }

    Model model() {
        return report.exact().model();
    }

    Words words() {
        return say.words();
    }

    Say say() {
        return say;
    }

    /** The sentence with this key; another where it speaks of intervals and numbers were drawn while people were played. */
    String say(String key, String... values) {
        String drawn = key + ".drawn";
        return say.say(!answer().sources().isEmpty() && say.has(drawn) ? drawn : key, values);
    }

    Amounts amounts() {
        return amounts;
    }

    /** A number of things, counted. */
    String whole(long number) {
        return words().number((double) number);
    }

    ParameterNames parameterNames() {
        return parameterNames;
    }

    // ---- what was asked ----

    List<String> scenarios() {
        return List.copyOf(answer().scenarios().keySet());
    }

    /** The scenarios but for the model as it stands. */
    List<String> changes() {
        return List.copyOf(answer().differences().keySet());
    }

    Outcome outcome(String scenario) {
        Outcome outcome = answer().scenarios().get(scenario);
        if (outcome == null) {
            throw new IllegalArgumentException("the answer has no scenario " + scenario);
        }
        return outcome;
    }

    /** The outcome whose counts through time are drawn: with the bands of the draws where only formulas answered. */
    Outcome drawn(String scenario) {
        Answer unsure = report.unsure();
        return answer().tier() == Answer.Tier.INSTANT && unsure != null
                ? unsure.scenarios().getOrDefault(scenario, outcome(scenario))
                : outcome(scenario);
    }

    Figures base() {
        return answer().base().figures();
    }

    Figures difference(String scenario) {
        Figures difference = answer().differences().get(scenario);
        if (difference == null) {
            throw new IllegalArgumentException("the answer has no difference for " + scenario);
        }
        return difference;
    }

    /** What the formulas say of the model as it stands, where they say anything. */
    Optional<Estimate> formula(Subject subject, Field field) {
        return instant().flatMap(answer -> answer.base().figures().find(subject, field));
    }

    /** What counts and waits can come to in a scenario: as played, or by the formulas where numbers were drawn. */
    List<Quantiles> quantiles(String scenario) {
        return drawn(scenario).quantiles();
    }

    /** How far not knowing the model's numbers could move a figure of a scenario; the interval is what matters. */
    Optional<Estimate> unsure(String scenario, Subject subject, Field field) {
        return Optional.ofNullable(report.unsure())
                .map(answer -> answer.scenarios().get(scenario))
                .flatMap(outcome -> outcome.figures().find(subject, field))
                .filter(e -> e.kind() == Estimate.Kind.PARAMETER);
    }

    /** The same of the difference a scenario makes. */
    Optional<Estimate> unsureChange(String scenario, Subject subject, Field field) {
        return Optional.ofNullable(report.unsure())
                .map(answer -> answer.differences().get(scenario))
                .flatMap(figures -> figures.find(subject, field))
                .filter(e -> e.kind() == Estimate.Kind.PARAMETER);
    }

    /** What the draws of the numbers came to in a scenario. */
    List<Quantiles> unsureQuantiles(String scenario) {
        return Optional.ofNullable(report.unsure())
                .map(answer -> answer.scenarios().get(scenario))
                .map(Outcome::quantiles)
                .orElse(List.of());
    }

    /** A share that only drawing the numbers can tell. */
    Optional<Estimate> unsureShare(String scenario, Subject subject, Field field) {
        return Optional.ofNullable(report.unsure())
                .map(answer -> answer.differences().get(scenario))
                .flatMap(figures -> figures.find(subject, field));
    }

    /** Whether anything is said of not knowing the numbers. */
    boolean tellsUnsure() {
        return report.unsure() != null;
    }

    /** Whether the formulas found that this service's queue grows and has no average. */
    boolean unstable(String service) {
        String path = "services." + service;
        return instant().stream()
                .flatMap(answer -> answer.base().notes().stream())
                .anyMatch(note ->
                        note.code().equals(Note.UNSTABLE) && note.subject().equals(path));
    }

    LocalDate firstDay() {
        return model().time().start();
    }

    LocalDate lastDay() {
        return firstDay().plusDays(Math.max(0, model().time().days() - 1));
    }

    // ---- names ----

    String name(Name name) {
        return name.in(words().code());
    }

    String title() {
        return name(model().name());
    }

    String scenario(String id) {
        return id.equals(Scenario.BASE)
                ? say("scenario.base")
                : model().findScenario(id).map(s -> name(s.name())).orElse(id);
    }

    String service(String id) {
        return model().findService(id).map(s -> name(s.name())).orElse(id);
    }

    String service(Service service) {
        return name(service.name());
    }

    String partner(String id) {
        return model().findPartner(id).map(p -> name(p.name())).orElse(id);
    }

    String partner(Partner partner) {
        return name(partner.name());
    }

    String measure(String id) {
        return model().measures().stream()
                .filter(m -> m.id().equals(id))
                .findFirst()
                .map(this::measure)
                .orElse(id);
    }

    String measure(Measure measure) {
        return name(measure.name());
    }

    String subject(Subject subject) {
        return switch (subject.group()) {
            case SERVICES -> service(subject.id());
            case MEASURES -> measure(subject.id());
            case PARTNERS -> partner(subject.id());
            case SYSTEM -> say("money.system");
            case BILLS -> service(subject.about()) + ": " + partner(subject.payer());
            case AGREEMENTS -> agreement(subject.about()) + ": " + partner(subject.payer());
        };
    }

    /** A contract, a pool or a grant. */
    String agreement(String id) {
        Agreements agreed = model().agreements();
        return Stream.of(
                        agreed.contracts().stream()
                                .filter(c -> c.id().equals(id))
                                .map(Contract::name),
                        agreed.pools().stream().filter(p -> p.id().equals(id)).map(Pool::name),
                        agreed.grants().stream().filter(g -> g.id().equals(id)).map(Grant::name))
                .flatMap(names -> names)
                .findFirst()
                .map(this::name)
                .orElse(id);
    }

    /** A service, or an exit; exits have only an id, and common ones have words of their own. */
    String destination(String id) {
        if (model().findService(id).isPresent()) {
            return service(id);
        }
        String key = "exit." + id;
        return say.has(key) ? say(key) : id.replace('-', ' ');
    }

    String field(Field field) {
        return say("field." + field.word());
    }

    /** Names one after another; neither language needs its word for "and" to bend to the next name. */
    static String list(List<String> names) {
        return String.join("; ", names);
    }

    /** The fields every scenario has for a subject, in the order they are defined. */
    static List<Field> fields(Figures figures, Subject subject) {
        return List.copyOf(figures.estimates().getOrDefault(subject, Map.of()).keySet());
    }
}
