package org.whorl.server.permissions;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.whorl.server.design.Form;
import org.whorl.server.design.Merge;
import org.whorl.server.people.Partner;

/** A rule as it is put in. */
final class RuleForm {

    static final int LONGEST = 300;

    private static final int MOST_MINUTES = 2_400;
    private static final int MOST_STAFF = 1_000_000;
    private static final int MOST_YEARS = 3;

    /** What two people who changed one rule compare. */
    static final List<Merge.Field> FIELDS = List.of(
            new Merge.Field("name", "name", "rule.name"),
            new Merge.Field("source", "source", "rule.source"),
            new Merge.Field("minutes", "minutes_low", "rule.minutes"),
            new Merge.Field("minutes-most", "minutes_high", "rule.minutes-most"),
            new Merge.Field("staff", "staff", "rule.staff"),
            new Merge.Field("review-on", "review_on", "rule.review-on"));

    private final Form form;

    RuleForm(Form form) {
        this.form = form;
    }

    /** A rule in a form. */
    static Form of(Rule rule) {
        return new Form(Map.of(
                "version", Integer.toString(rule.version()),
                "name", rule.name(),
                "source", rule.source(),
                "minutes", Integer.toString(rule.minutesLow()),
                "minutes-most", Integer.toString(rule.minutesHigh()),
                "staff", Integer.toString(rule.staff()),
                "review-on", rule.reviewOn().map(LocalDate::toString).orElse("")));
    }

    /** A new one, with what is missing or cannot be read refused. */
    Optional<Rule> fresh(List<Partner> partners, LocalDate today, String language) {
        Optional<Authority> owner = partners.stream()
                .filter(each -> each.id().toString().equals(form.value("partner")))
                .map(each -> new Authority(each.id(), each.nameEn(), each.nameCy()))
                .findFirst();
        Optional<Duty> duty = Duty.of(form.value("duty"));
        Optional<Rule.Kind> kind = Arrays.stream(Rule.Kind.values())
                .filter(each -> each.key().equals(form.value("kind")))
                .findFirst();
        boolean added = form.value("since").equals("new") && duty.isEmpty();
        if (owner.isEmpty()) {
            form.refuse("partner", "rule.partner.blank");
        }
        if (kind.isEmpty()) {
            form.refuse("kind", "rule.kind.blank");
        }
        if (duty.isEmpty() && !form.value("duty").equals("no")) {
            form.refuse("duty", "rule.duty.blank");
        }
        if (duty.isEmpty() && !List.of("new", "old").contains(form.value("since"))) {
            form.refuse("since", "rule.since.blank");
        }
        return owner.isEmpty() || kind.isEmpty()
                ? whole(Optional.empty())
                : whole(rule(
                        new Rule(
                                UUID.randomUUID(),
                                form.value("name"),
                                owner.get(),
                                "",
                                duty,
                                kind.get(),
                                added,
                                0,
                                0,
                                0,
                                today,
                                Optional.empty(),
                                "",
                                Optional.empty(),
                                "",
                                language,
                                1),
                        today));
    }

    /** The rule as it was, with what is written of it now; what is missing or cannot be read is refused. */
    Optional<Rule> changed(Rule before, LocalDate today) {
        return whole(rule(before, today));
    }

    private Optional<Rule> whole(Optional<Rule> rule) {
        text("name", "rule.name.blank");
        text("source", "rule.source.blank");
        return form.isRight() ? rule : Optional.empty();
    }

    private Optional<Rule> rule(Rule before, LocalDate today) {
        if (before.duty().isEmpty()) {
            Duty.namedIn(form.value("name")).ifPresent(duty -> form.refuse("name", "duty.no." + duty.key()));
        }
        int low = number("minutes", before.isDuty(), 0, MOST_MINUTES, "rule.minutes.wrong");
        int high = form.value("minutes-most").isEmpty()
                ? low
                : number("minutes-most", before.isDuty(), low, MOST_MINUTES, "rule.minutes-most.wrong");
        int staff = number("staff", before.isDuty(), 1, MOST_STAFF, "rule.staff.wrong");
        Optional<LocalDate> review = form.day("review-on", "day.wrong");
        if (before.added() && review.isEmpty()) {
            form.refuse("review-on", "rule.review-on.blank");
        }
        if (review.filter(day -> !day.isAfter(today) || day.isAfter(today.plusYears(MOST_YEARS)))
                        .isPresent()
                && !review.equals(before.reviewOn())) {
            form.refuse("review-on", "rule.review-on.wrong");
        }
        return form.isRight()
                ? Optional.of(new Rule(
                        before.id(),
                        form.value("name"),
                        before.owner(),
                        form.value("source"),
                        before.duty(),
                        before.kind(),
                        before.added(),
                        low,
                        high,
                        staff,
                        before.since(),
                        review,
                        before.renewedWhy(),
                        before.retiredOn(),
                        before.retiredWhy(),
                        before.language(),
                        form.number("version").orElse(before.version())))
                : Optional.empty();
    }

    private void text(String field, String blank) {
        form.require(field, blank);
        if (form.value(field).length() > LONGEST) {
            form.refuse(field, "rule.too-long");
        }
    }

    private int number(String field, boolean mayBeBlank, int least, int most, String wrong) {
        if (mayBeBlank && form.value(field).isEmpty()) {
            return 0;
        }
        Optional<Integer> number = form.number(field).filter(each -> each >= least && each <= most);
        if (number.isEmpty()) {
            form.refuse(field, wrong);
        }
        return number.orElse(0);
    }
}
