package org.whorl.server.beliefs;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.whorl.draw.Figure;
import org.whorl.draw.Unit;
import org.whorl.engine.evidence.Belief;
import org.whorl.engine.model.Domain;
import org.whorl.engine.model.Parameter;
import org.whorl.engine.model.Provenance;
import org.whorl.engine.model.Quality;
import org.whorl.engine.model.Spread;
import org.whorl.files.NumberText;
import org.whorl.files.report.Excerpt;
import org.whorl.server.decisions.Decision;
import org.whorl.server.decisions.Decisions;
import org.whorl.server.decisions.Evidence;
import org.whorl.server.decisions.Field;
import org.whorl.server.design.Form;
import org.whorl.server.design.Merge;
import org.whorl.server.design.Option;
import org.whorl.server.design.Screen;
import org.whorl.server.experiments.Experiments;
import org.whorl.server.measures.Measures;
import org.whorl.server.models.Kept;
import org.whorl.server.models.Models;
import org.whorl.server.models.Ready;
import org.whorl.server.trust.Action;
import org.whorl.server.trust.Saved;

/** From what an experiment found to what is believed of a number, and by a decision into the model. */
@Controller
@RequestMapping("/p/{slug}/experiments/{experiment}/belief")
class BeliefPages {

    private static final ZoneId HERE = ZoneId.of("Europe/London");
    private static final int LONGEST = 500;
    private static final int HALF_CURVE = 40;
    private static final List<Merge.Field> FIELDS = List.of(
            new Merge.Field("weight", "weight", "belief.weight"),
            new Merge.Field("weight-why", "weight_why", "belief.weight.why"));

    private final Beliefs beliefs;
    private final Experiments experiments;
    private final Measures measures;
    private final Models models;
    private final Decisions decisions;
    private final Clock clock;

    BeliefPages(
            Beliefs beliefs,
            Experiments experiments,
            Measures measures,
            Models models,
            Decisions decisions,
            Clock clock) {
        this.beliefs = beliefs;
        this.experiments = experiments;
        this.measures = measures;
        this.models = models;
        this.decisions = decisions;
        this.clock = clock;
    }

    static String path(Learnt learnt) {
        return "/experiments/" + learnt.experiment() + "/belief/" + learnt.id();
    }

    /** A number of a model where it stands. */
    private record Where(Parameter parameter, Domain domain, String name, String said) {}

    @GetMapping
    ResponseEntity<String> start(
            Screen s, @PathVariable UUID experiment, Form form, @RequestParam Map<String, String> put) {
        s.refuseUnless(Action.KEEP_BELIEF);
        form.presetAll(put);
        return begin(s, experiment, form);
    }

    private ResponseEntity<String> begin(Screen s, UUID experiment, Form form) {
        Reading reading = newest(experiment);
        Optional<Kept> model = model(form);
        Map<String, Object> parts = new HashMap<>();
        parts.put("experiment", experiments.find(experiment).orElseThrow());
        parts.put("reading", reading);
        parts.put("measure", measures.find(reading.measure()).orElseThrow());
        parts.put("form", form.preset("about", "level").preset("factor", "1"));
        parts.put("model", model);
        parts.put(
                "models",
                models.listAll().stream()
                        .map(each -> new Option(each.id().toString(), s.pick(each.nameEn(), each.nameCy())))
                        .toList());
        parts.put("numbers", model.map(each -> numbers(s, ready(each))).orElse(List.of()));
        parts.put(
                "abouts",
                Arrays.stream(Learnt.About.values())
                        .map(each -> new Option(each.key(), s.say("belief.about." + each.key())))
                        .toList());
        return form.isRight() ? s.show("beliefs/new", parts) : s.again("beliefs/new", parts);
    }

    @PostMapping
    ResponseEntity<String> doStart(Screen s, @PathVariable UUID experiment, Form form) {
        s.refuseUnless(Action.KEEP_BELIEF);
        Reading reading = newest(experiment);
        Optional<Kept> model = model(form);
        String path = form.value("path");
        Optional<Where> number = model.flatMap(each -> number(s, ready(each), path));
        if (model.isEmpty()) {
            form.refuse("model", "belief.model.blank");
        } else if (number.isEmpty()) {
            form.refuse("path", "belief.path.blank");
        }
        Learnt.About about = form.value("about").equals("ratio") ? Learnt.About.RATIO : Learnt.About.LEVEL;
        double factor = positive(form, "factor", "belief.factor.wrong");
        Optional<Learnt> worked = number.filter(_ -> form.isRight())
                .map(where -> new Learnt(
                        UUID.randomUUID(),
                        experiment,
                        reading.spiral(),
                        reading.id(),
                        model.orElseThrow().id(),
                        model.get().latest(),
                        path,
                        about,
                        factor,
                        reading.tried().weight(),
                        "",
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        s.language().code(),
                        "",
                        clock.instant(),
                        1));
        worked.ifPresent(learnt -> {
            Where where = number.orElseThrow();
            boolean written = NumberText.with(
                            models.findFolder(learnt.model(), learnt.modelVersion())
                                    .orElseThrow()
                                    .model(),
                            path,
                            where.parameter())
                    .isPresent();
            if (!written) {
                form.refuse("path", "number.error.in-text");
            }
            if (beliefs.update(learnt, where.parameter(), where.domain())
                    instanceof Update.Outcome.None(Update.Why why)) {
                form.refuse(why == Update.Why.NO_SPREAD ? "path" : "about", "belief.none." + why.key());
            }
        });
        if (worked.isEmpty() || !form.isRight()) {
            return begin(s, experiment, form);
        }
        Learnt learnt = worked.get();
        beliefs.begin(learnt);
        return s.leaveFor(s.to(path(learnt)), "belief.kept");
    }

    @GetMapping("/{id}")
    ResponseEntity<String> show(Screen s, @PathVariable UUID id) {
        Learnt learnt = beliefs.find(id).orElseThrow();
        return show(
                s,
                learnt,
                new Form(Map.of(
                        "version",
                        Integer.toString(learnt.version()),
                        "weight",
                        Double.toString(learnt.weight()),
                        "weight-why",
                        learnt.weightWhy())),
                Optional.empty());
    }

    private ResponseEntity<String> show(Screen s, Learnt learnt, Form form, Optional<Merge> merge) {
        s.refuseUnless(Action.LOOK);
        Said reading = beliefs.said(learnt);
        Ready ready = models.ready(learnt.model(), learnt.modelVersion()).orElseThrow();
        Where number = number(s, ready, learnt.path()).orElseThrow();
        if (beliefs.update(learnt, number.parameter(), number.domain())
                instanceof Update.Outcome.None(Update.Why why)) {
            return s.refused("belief.none." + why.key(), s.to("/experiments/" + learnt.experiment()));
        }
        Update update = update(learnt, number);
        Map<String, Object> parts = new HashMap<>();
        parts.put("experiment", experiments.find(learnt.experiment()).orElseThrow());
        parts.put("learnt", learnt);
        parts.put("reading", reading);
        parts.put("model", models.find(learnt.model()).orElseThrow());
        parts.put("number", number.name());
        parts.put("update", update);
        parts.put("was", number.said());
        parts.put("picture", picture(s, update, number));
        parts.put("form", form);
        parts.put("merge", merge);
        Optional<Decision> decision = learnt.decision().flatMap(each -> decision(s, each));
        String said = Told.number(s, update.value());
        parts.put("decision", decision);
        parts.put(
                "otherwise",
                decision.filter(Decision::isMade)
                        .filter(each -> !beliefs.isAbout(learnt, each, said))
                        .isPresent());
        parts.put("decisions", s.may(Action.KEEP_BELIEF) ? decided(s, learnt, said) : List.of());
        boolean right = form.isRight() && merge.isEmpty() && s.refusal().isEmpty();
        return right ? s.show("beliefs/belief", parts) : s.again("beliefs/belief", parts);
    }

    @PostMapping("/{id}/weight")
    ResponseEntity<String> weigh(Screen s, @PathVariable UUID id, Form form) {
        s.refuseUnless(Action.KEEP_BELIEF);
        Learnt learnt = beliefs.find(id).orElseThrow();
        if (learnt.decision().isPresent()) {
            return refused(s, learnt, "belief.weight.stands");
        }
        double weight = positive(form, "weight", "belief.weight.wrong");
        if (weight > 1) {
            form.refuse("weight", "belief.weight.wrong");
        }
        boolean usual = weight == beliefs.said(learnt).tried().weight();
        if (!usual && form.value("weight-why").isBlank()) {
            form.refuse("weight-why", "belief.weight.why.blank");
        }
        if (form.value("weight-why").length() > LONGEST) {
            form.refuse("weight-why", "tell.too-long");
        }
        if (!form.isRight()) {
            return show(s, learnt, form, Optional.empty());
        }
        return switch (beliefs.weigh(id, version(form), weight, form.value("weight-why"))) {
            case Saved.Yes yes ->
                s.leaveFor(s.to(path(learnt)), "belief.weighed", Learnt.VERSIONED.kind(), id, yes.version());
            case Saved.Conflict conflict -> {
                Merge merge = Merge.of(form, conflict, FIELDS, UnaryOperator.identity());
                yield show(s, beliefs.find(id).orElseThrow(), merge.form(), Optional.of(merge));
            }
            case Saved.Gone _ -> refused(s, learnt, "belief.taught.overtaken");
        };
    }

    /** Names a decision it waits for, or begins one with this as its reason. */
    @PostMapping("/{id}/decision")
    ResponseEntity<String> decide(Screen s, @PathVariable UUID id, Form form) {
        s.refuseUnless(Action.KEEP_DECISION);
        Learnt learnt = beliefs.find(id).orElseThrow();
        if (learnt.version() != version(form)
                || learnt.learntVersion().isPresent()
                || learnt.decision().isPresent()) {
            return refused(s, learnt, "belief.taught.overtaken");
        }
        if (form.value("decision").isEmpty()) {
            return begun(s, learnt);
        }
        Optional<Decision> chosen = decisions(s).stream()
                .filter(each -> each.id().toString().equals(form.value("decision")))
                .findFirst();
        String number = said(s, learnt);
        if (chosen.filter(each -> beliefs.isAbout(learnt, each, number)).isEmpty()) {
            form.refuse("decision", chosen.isEmpty() ? "belief.decision.gone" : "belief.decision.unfit");
            return show(s, learnt, form, Optional.empty());
        }
        return beliefs.await(id, version(form), chosen.get().id(), number) instanceof Saved.Yes
                ? s.leaveFor(s.to(path(learnt)), "belief.waits")
                : refused(s, learnt, "belief.taught.overtaken");
    }

    /** Takes the name of the decision off again. */
    @PostMapping("/{id}/decision/off")
    ResponseEntity<String> letGo(Screen s, @PathVariable UUID id, Form form) {
        s.refuseUnless(Action.KEEP_BELIEF);
        Learnt learnt = beliefs.find(id).orElseThrow();
        return beliefs.letGo(id, version(form), said(s, learnt)) instanceof Saved.Yes
                ? s.leaveFor(s.to(path(learnt)), "belief.decision.off.done")
                : refused(s, learnt, "belief.decision.stays");
    }

    /** What the number becomes, as it stands in a decision. */
    private String said(Screen s, Learnt learnt) {
        Where number = number(
                        s, models.ready(learnt.model(), learnt.modelVersion()).orElseThrow(), learnt.path())
                .orElseThrow();
        return Told.number(s, update(learnt, number).value());
    }

    private ResponseEntity<String> begun(Screen s, Learnt learnt) {
        UUID id = UUID.randomUUID();
        Where number = number(
                        s, models.ready(learnt.model(), learnt.modelVersion()).orElseThrow(), learnt.path())
                .orElseThrow();
        Update update = update(learnt, number);
        String title = experiments.find(learnt.experiment()).orElseThrow().title();
        Map<Field, String> said = new EnumMap<>(Field.class);
        for (Field field : Field.values()) {
            said.put(field, "");
        }
        said.put(
                Field.QUESTION,
                s.say(
                        "belief.decision.question",
                        number.name(),
                        Told.number(s, number.parameter().value()),
                        Told.number(s, update.value())));
        said.put(Field.WANTED, s.say("belief.decision.wanted"));
        said.put(
                Field.DECIDED,
                s.say(
                                "belief.decision.decided",
                                number.name(),
                                Told.number(s, update.value()),
                                Told.number(s, update.low()),
                                Told.number(s, update.high()),
                                title)
                        + mind(s, beliefs.said(learnt)));
        Saved saved = beliefs.decide(
                learnt.id(),
                learnt.version(),
                new Decision(
                        id,
                        Decision.State.OPEN,
                        Optional.empty(),
                        said,
                        "",
                        s.language().code(),
                        Optional.empty(),
                        Instant.EPOCH,
                        1),
                new Evidence(UUID.randomUUID(), Evidence.Kind.MODEL, learnt.model(), learnt.modelVersion()));
        return saved instanceof Saved.Yes
                ? s.leaveFor(s.to("/decisions/" + id), "decision.begun")
                : refused(s, learnt, "belief.taught.overtaken");
    }

    /** What whoever decides must mind: the verdict, and each caution. */
    private static String mind(Screen s, Said reading) {
        StringBuilder said =
                new StringBuilder("\n").append(s.say("belief.decision.verdict", s.say(reading.sentence())));
        Told.cautions(s, reading).forEach(each -> said.append('\n').append(each));
        return said.toString();
    }

    @PostMapping("/{id}/learn")
    ResponseEntity<String> learn(Screen s, @PathVariable UUID id, Form form) {
        s.refuseUnless(Action.TEACH_MODEL);
        Learnt learnt = beliefs.find(id).orElseThrow();
        Where number = number(
                        s, models.ready(learnt.model(), learnt.modelVersion()).orElseThrow(), learnt.path())
                .orElseThrow();
        Update update = update(learnt, number);
        String title = experiments.find(learnt.experiment()).orElseThrow().title();
        Parameter wanted = new Parameter(
                update.value(),
                new Spread.Range(update.low(), update.high()),
                new Provenance(
                        s.say("belief.source", title),
                        today().toString(),
                        number.parameter().provenance().owner(),
                        quality(learnt, number)),
                number.parameter().priceYear());
        String note = s.say(
                "belief.note",
                number.name(),
                Told.number(s, number.parameter().value()),
                Told.number(s, update.value()),
                title);
        return taught(
                s,
                learnt,
                beliefs.learn(id, version(form), wanted, Told.number(s, update.value()), note),
                "belief.taught.yes");
    }

    /**
     * A level that was counted here was measured here, unless the figures could not tell anything. Of how many times as much it
     * becomes only a verdict that decides can say so: else the number stays as well known as it was.
     */
    private Quality quality(Learnt learnt, Where number) {
        Said said = beliefs.said(learnt);
        return said.decides()
                        || (learnt.about() == Learnt.About.LEVEL && said.found().isPresent())
                ? Quality.MEASURED
                : number.parameter().provenance().quality();
    }

    @PostMapping("/{id}/back")
    ResponseEntity<String> back(Screen s, @PathVariable UUID id) {
        s.refuseUnless(Action.TEACH_MODEL);
        Learnt learnt = beliefs.find(id).orElseThrow();
        Where number = number(
                        s, models.ready(learnt.model(), learnt.modelVersion()).orElseThrow(), learnt.path())
                .orElseThrow();
        String title = experiments.find(learnt.experiment()).orElseThrow().title();
        String note = s.say(
                "belief.note.back",
                number.name(),
                Told.number(s, number.parameter().value()),
                title);
        return taught(s, learnt, beliefs.takeBack(id, number.parameter(), note), "belief.taught.back");
    }

    private ResponseEntity<String> taught(Screen s, Learnt learnt, Beliefs.Taught taught, String done) {
        return taught == Beliefs.Taught.YES
                ? s.leaveFor(s.to(path(learnt)), done)
                : refused(s, learnt, taught.sentence());
    }

    private ResponseEntity<String> refused(Screen s, Learnt learnt, String why) {
        return show(s.refuse(why, s.to(path(learnt))), learnt.id());
    }

    private List<Decision> decisions(Screen s) {
        List<Decision> all = new ArrayList<>(decisions.listMade());
        if (s.may(Action.SEE_DRAFTS)) {
            all.addAll(decisions.listOpen());
        }
        return all;
    }

    /** Those that are about this number. */
    private List<Option> decided(Screen s, Learnt learnt, String number) {
        return decisions(s).stream()
                .filter(each -> beliefs.isAbout(learnt, each, number))
                .map(each -> new Option(each.id().toString(), each.value(Field.QUESTION)))
                .toList();
    }

    private Optional<Decision> decision(Screen s, UUID id) {
        return s.may(Action.SEE_DRAFTS) ? decisions.find(id) : decisions.findMade(id);
    }

    private Reading newest(UUID experiment) {
        return beliefs.listReadings(experiment).stream().findFirst().orElseThrow();
    }

    private Update update(Learnt learnt, Where number) {
        return switch (beliefs.update(learnt, number.parameter(), number.domain())) {
            case Update.Outcome.Good(Update update) -> update;
            case Update.Outcome.None(Update.Why why) -> throw new IllegalStateException("no belief follows: " + why);
        };
    }

    private Optional<Kept> model(Form form) {
        List<Kept> all = models.listAll();
        return form.value("model").isEmpty() && all.size() == 1
                ? Optional.of(all.getFirst())
                : form.chosen("model", all, Kept::id).flatMap(models::find);
    }

    private Ready ready(Kept kept) {
        return models.ready(kept.id(), kept.latest()).orElseThrow();
    }

    private static List<Option> numbers(Screen s, Ready ready) {
        Map<String, Parameter> all = ready.model().parameters();
        return known(s, ready).stream()
                .filter(each ->
                        all.containsKey(each.path()) && !(all.get(each.path()).spread() instanceof Spread.Unsaid))
                .map(each -> new Option(each.path(), "%s: %s (%s)".formatted(each.whose(), each.which(), each.value())))
                .toList();
    }

    private static List<Excerpt.Known> known(Screen s, Ready ready) {
        return new Excerpt(
                        ready.prepared().answer(List.of()), null, s.language().words())
                .numbers();
    }

    private static Optional<Where> number(Screen s, Ready ready, String path) {
        List<Where> found = new ArrayList<>();
        ready.model().map((at, domain, parameter) -> {
            if (at.equals(path)) {
                known(s, ready).stream()
                        .filter(each -> each.path().equals(path))
                        .findFirst()
                        .ifPresent(each -> found.add(new Where(
                                parameter,
                                domain,
                                each.whose() + ", " + each.which(),
                                each.value() + " (" + each.interval() + ")")));
            }
            return parameter;
        });
        return found.stream().findFirst();
    }

    private static String picture(Screen s, Update update, Where number) {
        boolean ratio = update.about() == Learnt.About.RATIO;
        List<org.whorl.draw.Beliefs.Curve> curves = new ArrayList<>(List.of(
                curve(s.say("belief.after"), update.after(), update),
                curve(s.say("belief.before"), update.before(), update)));
        // What was counted by itself is for whoever may see what is measured.
        if (s.may(Action.SEE_MEASURES)) {
            curves.add(curve(s.say("belief.found"), new Belief.Bell(update.found(), update.error()), update));
        }
        return new Figure(
                        "belief",
                        new org.whorl.draw.Beliefs(
                                s.language().words(),
                                s.say("belief.picture"),
                                s.say(update.conflict() ? "belief.picture.conflict" : "belief.picture.what"),
                                ratio ? s.say("belief.picture.ratio") : number.name(),
                                !ratio && number.domain() == Domain.SHARE ? Unit.SHARE : Unit.NUMBER,
                                curves))
                .html();
    }

    private static org.whorl.draw.Beliefs.Curve curve(String name, Belief belief, Update update) {
        boolean ratio = update.about() == Learnt.About.RATIO;
        boolean positive = update.before() instanceof Belief.Rate || update.before() instanceof Belief.Share;
        List<org.whorl.draw.Beliefs.Point> points = new ArrayList<>();
        for (int i = -HALF_CURVE; i <= HALF_CURVE; i++) {
            double x = belief.mean() + i * 3.2 * belief.sd() / HALF_CURVE;
            if (!positive || x > 0) {
                double at = update.shown(x);
                // On a scale of ratios a curve is stretched, and so is lower where a step is longer.
                points.add(new org.whorl.draw.Beliefs.Point(at, ratio ? belief.density(x) / at : belief.density(x)));
            }
        }
        return new org.whorl.draw.Beliefs.Curve(
                name,
                org.whorl.draw.Reading.of(
                        update.shown(belief.mean()), update.shown(belief.low()), update.shown(belief.high())),
                points);
    }

    /** A number above 0; a comma is read as people in other languages write one. */
    private static double positive(Form form, String field, String sentence) {
        try {
            double number = Double.parseDouble(form.value(field).replace(',', '.'));
            if (number > 0 && Double.isFinite(number)) {
                return number;
            }
        } catch (NumberFormatException _) {
            // said below
        }
        form.refuse(field, sentence);
        return 1;
    }

    private static int version(Form form) {
        return form.number("version").orElse(0);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), HERE);
    }
}
