package org.whorl.server.permissions;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.whorl.server.design.Form;
import org.whorl.server.design.Merge;
import org.whorl.server.design.Pause;
import org.whorl.server.measures.Measure;
import org.whorl.server.people.Member;
import org.whorl.server.people.Partner;
import org.whorl.server.trust.Saved;

/** A permission as it is put in. */
final class PermissionForm {

    /** How many things may stop it. */
    static final int STOPS = 3;

    private static final int LONGEST = 600;
    private static final String SUSPENDS = "suspends";
    private static final String SIGNERS = "signers";
    private static final int MOST = 1_000_000;

    /** What two people who changed one permission compare. */
    static final List<Merge.Field> FIELDS = List.of(
            new Merge.Field("tries", "tries", "permission.tries"),
            new Merge.Field("principles", "principles", "permission.principles"),
            new Merge.Field("place", "place", "permission.place"),
            new Merge.Field("whom", "whom", "permission.whom"),
            new Merge.Field("most", "most", "permission.most"),
            new Merge.Field("safety", "safety", "permission.safety"),
            new Merge.Field(SUSPENDS, "suspends", "permission.suspends"),
            new Merge.Field(SIGNERS, "signers", "permission.signers"),
            new Merge.Field("heard", "heard", "pause.heard"),
            new Merge.Field("alternatives", "alternatives", "pause.alternatives"),
            new Merge.Field("anyway", "anyway", "pause.anyway"),
            new Merge.Field("starts-on", "starts_on", "permission.starts-on"),
            new Merge.Field("ends-on", "ends_on", "permission.ends-on"),
            new Merge.Field("learnt", "learnt", "permission.learnt"),
            new Merge.Field("owner", "owner", "permission.owner"));

    private final Form form;

    PermissionForm(Form form) {
        this.form = form;
    }

    /** A permission in a form. */
    static Form of(Permission permission) {
        Form form = Form.empty();
        form.replace("version", Integer.toString(permission.version()))
                .replace("tries", permission.tries())
                .replace("principles", permission.principles())
                .replace("place", permission.place())
                .replace("whom", permission.whom())
                .replace("most", Integer.toString(permission.most()))
                .replace("safety", permission.safety())
                .replace("heard", permission.pause().heard())
                .replace("alternatives", permission.pause().alternatives())
                .replace("anyway", permission.pause().anyway())
                .replace("starts-on", permission.span().starts().toString())
                .replace("ends-on", permission.span().ends().toString())
                .replace("learnt", permission.learnt())
                .replace("owner", permission.owner().toString());
        permission.decision().ifPresent(each -> form.replace("decision", each.toString()));
        permission.renews().ifPresent(each -> form.replace("renews", each.toString()));
        permission.rules().forEach(rule -> form.replace("rule-" + rule.id(), "yes"));
        permission
                .signatures()
                .forEach(each -> form.replace(
                        "sign-" + each.authority().partner(), each.member().toString()));
        for (int i = 0; i < permission.stops().size(); i++) {
            Stop stop = permission.stops().get(i);
            String field = "stop-" + (i + 1);
            form.replace(field + "-what", stop.what())
                    .replace(field + "-way", stop.way().key())
                    .replace(field + "-figure", stop.written())
                    .replace(field + "-days", Integer.toString(stop.days()))
                    .replace(
                            field + "-measure",
                            stop.measure().map(UUID::toString).orElse(""));
        }
        return form;
    }

    /**
     * Lays two people's changes side by side. Rules, what stops it and who signs are compared as one line each; where only the
     * other one changed them, theirs stand in the form.
     */
    static Merge merge(Form form, Permission mine, Permission theirs, Saved.Conflict conflict) {
        form.replace(SUSPENDS, mine.suspends()).replace(SIGNERS, mine.signers());
        Merge merge = Merge.of(form, conflict, FIELDS, UnaryOperator.identity());
        Map<String, String> saved = of(theirs).values();
        takeTheirs(merge.form(), saved, mine.suspends(), "rule-", "stop-", SUSPENDS);
        takeTheirs(merge.form(), saved, mine.signers(), "sign-", "sign-", SIGNERS);
        return merge;
    }

    private static void takeTheirs(
            Form merged, Map<String, String> saved, String mine, String one, String other, String line) {
        if (merged.value(line).equals(mine)) {
            return;
        }
        merged.values().keySet().stream()
                .filter(field -> field.startsWith(one) || field.startsWith(other))
                .forEach(field -> merged.replace(field, ""));
        saved.forEach((field, value) -> {
            if (field.startsWith(one) || field.startsWith(other)) {
                merged.replace(field, value);
            }
        });
    }

    /**
     * What was put in, with what is missing or cannot be read refused.
     *
     * @param id which it is or will be
     * @param rules all that are listed
     * @param members who may sign and look after it
     * @param measures which may show that it stops
     * @param naming who signs for whom until now, and may the viewer say so?
     * @param renews which one it follows, if that is over or signed
     */
    Optional<Permission> permission(
            UUID id,
            List<Rule> rules,
            List<Member> members,
            Naming naming,
            List<Measure> measures,
            LocalDate today,
            Optional<UUID> renews,
            String language) {
        if (renews.isPresent()) {
            form.require("learnt", "permission.learnt.blank");
        }
        form.require("tries", "permission.tries.blank");
        List<Rule> suspended = suspended(rules, today);
        List<Signature> signatures = signatures(suspended, members, naming);
        form.require("principles", "permission.principles.blank");
        form.require("place", "permission.place.blank");
        form.require("whom", "permission.whom.blank");
        Optional<Integer> most = form.number("most").filter(each -> each >= 1 && each <= MOST);
        if (most.isEmpty()) {
            form.refuse("most", "permission.most.wrong");
        }
        form.require("safety", "permission.safety.blank");
        List<Stop> stops = stops(measures);
        Optional<Span> span = span(today);
        Optional<UUID> owner = form.chosen("owner", members, Member::id);
        if (owner.isEmpty()) {
            form.refuse("owner", "permission.owner.blank");
        }
        form.values().forEach((field, value) -> {
            if (value.length() > LONGEST) {
                form.refuse(field, "permission.too-long");
            }
        });
        Pause pause = Pause.of(form);
        // The pause comes last: nobody is asked to think again about a form that is not filled in.
        if (form.isRight()) {
            pause.ask(form);
        }
        return form.isRight()
                ? Optional.of(new Permission(
                        id,
                        form.value("tries"),
                        form.value("principles"),
                        form.value("place"),
                        form.value("whom"),
                        most.orElseThrow(),
                        form.value("safety"),
                        pause,
                        span.orElseThrow(),
                        suspended,
                        stops,
                        signatures,
                        uuid("decision"),
                        renews,
                        form.value("learnt"),
                        owner.orElseThrow(),
                        "",
                        Optional.empty(),
                        Optional.empty(),
                        language,
                        form.number("version").orElse(1)))
                : Optional.empty();
    }

    /** The id in a field, if there is one. */
    Optional<UUID> uuid(String field) {
        try {
            return form.value(field).isEmpty() ? Optional.empty() : Optional.of(UUID.fromString(form.value(field)));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private List<Rule> suspended(List<Rule> rules, LocalDate today) {
        List<Rule> chosen =
                rules.stream().filter(each -> form.ticked("rule-" + each.id())).toList();
        if (chosen.isEmpty()) {
            form.refuse("rules", "permission.rules.blank");
        }
        chosen.stream()
                .flatMap(each -> each.duty().stream())
                .findFirst()
                .ifPresent(duty -> form.refuse("rules", "duty.no." + duty.key()));
        if (chosen.stream().anyMatch(each -> each.state(today) != Rule.State.KEPT)) {
            form.refuse("rules", "permission.rules.gone");
        }
        return chosen;
    }

    /**
     * Who says who signs.
     *
     * @param by the viewer
     * @param may may they say so? If not, whoever signs until now still does, and of others nobody until somebody names them
     * @param now who signs until now
     */
    record Naming(Optional<UUID> by, boolean may, List<Signature> now) {

        /** Keeps a copy. */
        Naming {
            now = List.copyOf(now);
        }
    }

    private List<Signature> signatures(List<Rule> suspended, List<Member> members, Naming naming) {
        List<Signature> signatures = new ArrayList<>();
        for (Authority authority :
                suspended.stream().map(Rule::owner).distinct().toList()) {
            Optional<Signature> before = naming.now().stream()
                    .filter(each -> each.authority().partner().equals(authority.partner()))
                    .findFirst();
            if (!naming.may()) {
                before.ifPresent(signatures::add);
                continue;
            }
            String field = "sign-" + authority.partner();
            Optional<Member> signs = members.stream()
                    .filter(each -> each.id().toString().equals(form.value(field)))
                    .filter(each -> each.partner().map(Partner::id).equals(Optional.of(authority.partner())))
                    .findFirst();
            boolean fresh = before.filter(each -> signs.map(Member::id).equals(Optional.of(each.member())))
                    .isEmpty();
            if (signs.isEmpty()) {
                form.refuse(field, "permission.sign.blank");
            } else if (fresh && signs.map(Member::id).equals(naming.by())) {
                form.refuse(field, "permission.sign.self");
            }
            signs.ifPresent(
                    each -> signatures.add(new Signature(authority, each.id(), "", naming.by(), 0, Optional.empty())));
        }
        return signatures;
    }

    private List<Stop> stops(List<Measure> measures) {
        List<Stop> stops = new ArrayList<>();
        for (int i = 1; i <= STOPS; i++) {
            String field = "stop-" + i;
            String what = form.value(field + "-what");
            Optional<Double> figure = figure(field + "-figure");
            if (what.isEmpty() && form.value(field + "-figure").isEmpty()) {
                continue;
            }
            Optional<UUID> measure = form.chosen(field + "-measure", measures, Measure::id);
            if (measure.isEmpty() && !form.value(field + "-measure").isEmpty()) {
                form.refuse(field + "-measure", "permission.stop.measure.wrong");
            }
            int days = form.value(field + "-days").isEmpty()
                    ? 1
                    : form.number(field + "-days").orElse(0);
            form.require(field + "-what", "permission.stop.what.blank");
            if (figure.isEmpty()) {
                form.refuse(field + "-figure", "permission.stop.figure.wrong");
            }
            if (days < 1 || days > Span.MOST_DAYS) {
                form.refuse(field + "-days", "permission.stop.days.wrong");
            }
            Stop.Way way = form.value(field + "-way").equals(Stop.Way.BELOW.key()) ? Stop.Way.BELOW : Stop.Way.ABOVE;
            figure.ifPresent(each -> stops.add(new Stop(what, way, each, days, measure)));
        }
        if (stops.isEmpty()) {
            form.refuse("stop-1-what", "permission.stop.blank");
        }
        return stops;
    }

    /** A comma is read as people in other languages write one. */
    private Optional<Double> figure(String field) {
        try {
            double figure = Double.parseDouble(form.value(field).replace(',', '.'));
            return Double.isFinite(figure) ? Optional.of(figure) : Optional.empty();
        } catch (NumberFormatException _) {
            return Optional.empty();
        }
    }

    private Optional<Span> span(LocalDate today) {
        Optional<LocalDate> starts = day("starts-on");
        Optional<LocalDate> ends = day("ends-on");
        if (starts.filter(each -> each.isBefore(today)).isPresent()) {
            form.refuse("starts-on", "permission.starts-on.past");
        }
        if (starts.isPresent() && ends.isPresent()) {
            if (ends.get().isBefore(starts.get())) {
                form.refuse("ends-on", "permission.ends-on.before");
            } else if (ends.get().isAfter(starts.get().plusDays(Span.MOST_DAYS))) {
                form.refuse("ends-on", "permission.ends-on.long");
            }
        }
        return starts.flatMap(from -> ends.map(until -> new Span(from, until)));
    }

    private Optional<LocalDate> day(String field) {
        form.require(field, "permission." + field + ".blank");
        return form.day(field, "day.wrong");
    }
}
