package org.whorl.files.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.whorl.engine.answer.Answer;
import org.whorl.engine.answer.Estimate;
import org.whorl.engine.answer.Field;
import org.whorl.engine.answer.Subject;
import org.whorl.engine.model.Partner;
import org.whorl.engine.model.Scenario;
import org.whorl.engine.model.Service;

/** The answer in one paragraph, then what it rests on and where it comes from. */
final class AnswerInShort implements Section {

    private static final int QUEUES_NAMED = 3;

    private final Edition edition;
    private final Amounts amounts;

    AnswerInShort(Edition edition) {
        this.edition = edition;
        amounts = edition.amounts();
    }

    @Override
    public String id() {
        return "answer";
    }

    @Override
    public void write(Html out) {
        out.element("p", String.join(" ", mainCount()), "class", "lead");
        out.open("dl", "class", "answers");
        item(out, "answer.who-waits", queues());
        item(out, "answer.places", places());
        item(out, "answer.cost", cost());
        item(out, "answer.change", new Item(change(), List.of()));
        item(out, "answer.sure", new Item(sure(), List.of()));
        out.close("dl");
        facts(out);
    }

    /** Sentences, then what they are about. */
    private record Item(List<String> sentences, List<String> list) {
        Item(String sentence, List<String> list) {
            this(List.of(sentence), list);
        }
    }

    private void item(Html out, String key, Item item) {
        if (item.sentences().isEmpty()) {
            return;
        }
        out.element("dt", edition.say(key));
        out.open("dd").text(String.join(" ", item.sentences()));
        if (!item.list().isEmpty()) {
            out.open("ul");
            item.list().forEach(line -> out.element("li", line));
            out.close("ul");
        }
        out.close("dd");
    }

    private List<String> mainCount() {
        Optional<Headline> found = Headline.of(edition);
        Optional<Estimate> value = found.flatMap(h -> h.in(edition.base()));
        if (found.isEmpty() || value.isEmpty()) {
            return List.of(edition.say("answer.nobody-waits"));
        }
        Headline headline = found.get();
        List<String> sentences = new ArrayList<>();
        sentences.add(edition.say(
                "answer.main",
                headline.name(edition),
                amounts.middle(headline.field(), value.get()),
                range(headline.field(), value.get())));
        edition.base()
                .find(headline.subject(), Field.P_CRISIS)
                .ifPresent(p -> sentences.add(edition.say(
                        "answer.crisis." + headline.occasions(),
                        headline.crisis(edition).orElse(""),
                        amounts.middle(Field.P_CRISIS, p),
                        range(Field.P_CRISIS, p))));
        return sentences;
    }

    /** The interval in brackets with a space before it, or nothing. */
    private String range(Field field, Estimate estimate) {
        String interval = amounts.interval(field, estimate);
        return interval.isEmpty() ? "" : " (" + interval + ")";
    }

    private Item queues() {
        List<String> named = new ArrayList<>();
        for (Service service : Headline.queues(edition)) {
            Subject subject = Subject.service(service.id());
            Estimate waiting = edition.base().get(subject, Field.WAITING);
            Optional<Estimate> wait = edition.base().find(subject, Field.WAIT);
            if (named.size() < QUEUES_NAMED && waiting.mean() >= 0.05) {
                named.add(edition.say(
                        "answer.queue",
                        edition.service(service),
                        amounts.middle(Field.WAITING, waiting),
                        wait.map(w -> amounts.middle(Field.WAIT, w)).orElse(edition.say("value.not-known"))));
            }
        }
        return new Item(edition.say(named.isEmpty() ? "answer.no-queues" : "answer.queues"), named);
    }

    private Item places() {
        List<Load> loads = Load.of(edition);
        if (loads.isEmpty()) {
            return new Item(edition.say("capacity.unlimited"), List.of());
        }
        if (loads.stream().allMatch(load -> load.offered().isEmpty())) {
            return new Item(edition.say("answer.places-unknown"), List.of());
        }
        List<String> short_ = loads.stream()
                .filter(Load::overloaded)
                .map(load -> edition.say(
                        "answer.load",
                        edition.service(load.service()),
                        amounts.middle(Field.OFFERED_LOAD, load.offered().orElseThrow()),
                        load.places(edition)))
                .toList();
        return new Item(
                short_.isEmpty()
                        ? edition.say("answer.places-enough")
                        : edition.say().count("answer.places-short", short_.size()),
                short_);
    }

    private Item cost() {
        List<String> each = new ArrayList<>();
        boolean any = false;
        for (Partner partner : edition.model().partners()) {
            Optional<Estimate> cash = edition.base().find(Subject.partner(partner.id()), Field.CASH);
            any |= cash.isPresent() && cash.get().mean() != 0;
            cash.ifPresent(
                    e -> each.add(edition.say("answer.pays", edition.partner(partner), amounts.middle(Field.CASH, e))));
        }
        return any ? new Item(edition.say("answer.costs"), each) : new Item(edition.say("money.none"), List.of());
    }

    private List<String> change() {
        Optional<Headline> headline = Headline.of(edition);
        if (edition.changes().isEmpty() || headline.isEmpty()) {
            return List.of();
        }
        List<Difference> certain = edition.changes().stream()
                .flatMap(id -> headline.get().in(edition.difference(id)).map(e -> new Difference(id, e)).stream())
                .filter(d -> Amounts.certain(d.estimate()))
                .sorted(Comparator.comparingDouble(d -> d.estimate().mean()))
                .toList();
        if (certain.isEmpty()) {
            return List.of(edition.say("answer.no-change"));
        }
        List<String> sentences = new ArrayList<>();
        if (certain.getFirst().estimate().mean() < 0) {
            sentences.add(moved("answer.lowers", headline.get(), certain.getFirst()));
            sentences.addAll(crisis(headline.get(), certain.getFirst().scenario()));
        }
        if (certain.getLast().estimate().mean() > 0) {
            sentences.add(moved("answer.raises", headline.get(), certain.getLast()));
            sentences.addAll(crisis(headline.get(), certain.getLast().scenario()));
        }
        return sentences;
    }

    private record Difference(String scenario, Estimate estimate) {}

    private String moved(String key, Headline headline, Difference difference) {
        String range = amounts.sizeRange(headline.field(), difference.estimate());
        return edition.say(
                edition.changes().size() == 1 ? key + "-alone" : key,
                edition.scenario(difference.scenario()),
                amounts.size(headline.field(), difference.estimate()),
                range.isEmpty() ? "" : " (" + range + ")");
    }

    /** From how many bad days to how many: an average alone does not tell. */
    private List<String> crisis(Headline headline, String scenario) {
        Optional<Estimate> before = edition.base().find(headline.subject(), Field.P_CRISIS);
        Optional<Estimate> after = edition.outcome(scenario).figures().find(headline.subject(), Field.P_CRISIS);
        if (before.isEmpty() || after.isEmpty()) {
            return List.of();
        }
        return List.of(edition.say(
                "answer.crisis-moves." + headline.occasions(),
                headline.crisis(edition).orElse(""),
                amounts.middle(Field.P_CRISIS, before.get()),
                amounts.middle(Field.P_CRISIS, after.get())));
    }

    private List<String> sure() {
        Qualities qualities = new Qualities(edition.answer().quality());
        List<String> sentences = new ArrayList<>();
        sentences.add(edition.say("answer.sure-chance"));
        sentences.add(qualities.sentence(edition));
        Headline.of(edition)
                .flatMap(h ->
                        edition.unsure(Scenario.BASE, h.subject(), h.field()).map(e -> amounts.interval(h.field(), e)))
                .filter(interval -> !interval.isEmpty())
                .ifPresent(interval -> sentences.add(edition.say("answer.sure-numbers", interval)));
        return sentences;
    }

    private void facts(Html out) {
        Answer answer = edition.answer();
        out.open("dl", "class", "facts");
        fact(out, "facts.tier", edition.say("tier." + answer.tier().word()), "badge");
        fact(out, "facts.days", edition.words().number(edition.model().time().days()), "");
        fact(out, "facts.runs", edition.words().number(answer.replications()), "");
        fact(out, "facts.seed", Long.toString(answer.seed()), "");
        fact(out, "facts.scenarios", edition.words().number(edition.changes().size()), "");
        out.close("dl");
    }

    private void fact(Html out, String key, String value, String style) {
        out.open("div").element("dt", edition.say(key));
        out.open("dd");
        if (style.isEmpty()) {
            out.text(value);
        } else {
            out.element("span", value, "class", style);
        }
        out.close("dd").close("div");
    }
}
