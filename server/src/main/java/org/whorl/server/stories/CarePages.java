package org.whorl.server.stories;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.whorl.server.design.Form;
import org.whorl.server.design.Option;
import org.whorl.server.design.Screen;
import org.whorl.server.people.Community;
import org.whorl.server.people.Member;

/** Story care: what waits, who reads it today, and what is decided. */
@Controller
@RequestMapping("/p/{slug}/care")
class CarePages {

    private static final ZoneId HERE = ZoneId.of("Europe/London");

    private final Care care;
    private final Answering answering;
    private final Community community;
    private final Attachments attachments;
    private final Clock clock;

    CarePages(Care care, Answering answering, Community community, Attachments attachments, Clock clock) {
        this.care = care;
        this.answering = answering;
        this.community = community;
        this.attachments = attachments;
        this.clock = clock;
    }

    @GetMapping
    ResponseEntity<String> queue(Screen s, Form form) {
        return s.show("stories/care", queueParts(form));
    }

    @PostMapping("/there")
    ResponseEntity<String> beThere(Screen s, Form form) {
        Optional<LocalDate> trained = form.day("trained");
        LocalDate today = LocalDate.ofInstant(clock.instant(), HERE);
        if (trained.isEmpty() || trained.get().isAfter(today)) {
            form.refuse("trained", "care.trained.wrong");
        } else if (form.ticked("today")
                && !trained.get().plusYears(Carer.TRAINED_YEARS).isAfter(today)) {
            form.refuse("trained", "care.trained.old");
        }
        if (!form.isRight()) {
            return s.again("stories/care", queueParts(form));
        }
        care.beThere(trained.orElseThrow(), form.ticked("avoids"), form.ticked("today"));
        return s.leaveFor(s.to("/care"), "saved");
    }

    private Map<String, Object> queueParts(Form form) {
        Optional<Carer> me = care.findMe();
        form.preset(
                "trained", me.flatMap(Carer::trainedOn).map(LocalDate::toString).orElse(""));
        if (form.wrong().isEmpty()) {
            me.filter(Carer::avoids).ifPresent(_ -> form.preset("avoids", "yes"));
            me.filter(Carer::today).ifPresent(_ -> form.preset("today", "yes"));
        }
        return Map.of(
                "form", form,
                "me", me,
                "waiting", care.listWaiting(),
                "elsewhere", care.listElsewhere(),
                "carers", care.listCarers(),
                "clocks", care.listTurnarounds(),
                "withdrawn", care.countWithdrawn(),
                "unanswered", answering.listUnanswered(),
                "today", LocalDate.ofInstant(clock.instant(), HERE));
    }

    @PostMapping("/{id}/read")
    ResponseEntity<String> read(Screen s, @PathVariable UUID id) {
        return care.read(id) ? s.leaveFor(s.to("/care/" + id)) : s.leaveFor(s.to("/care"), "care.not-there");
    }

    @GetMapping("/{id}")
    ResponseEntity<String> show(Screen s, Form form, @PathVariable UUID id) {
        return s.show("stories/care-one", parts(s, form, id));
    }

    @PostMapping("/{id}")
    ResponseEntity<String> decide(Screen s, Form form, @PathVariable UUID id) {
        Optional<Outcome.Kind> kind = Outcome.Kind.find(form.value("outcome"));
        Optional<Instant> when = moment(form.value("when"));
        if (kind.isEmpty()) {
            form.refuse("outcome", "care.outcome.blank");
        } else {
            switch (kind.get()) {
                case NO_CONCERN -> {}
                case SIGNPOST, CONTACT, QUARANTINE -> form.require("note", "care.note.blank");
                case REPORT -> {
                    form.require("to", "care.report.to.blank");
                    form.require("reference", "care.report.reference.blank");
                    if (when.isEmpty() || when.get().isAfter(clock.instant())) {
                        form.refuse("when", "care.report.when.wrong");
                    }
                }
            }
        }
        for (String field : List.of("note", "to", "reference")) {
            if (form.value(field).length() > TellForm.LONGEST_LINE * 5) {
                form.refuse(field, "tell.too-long");
            }
        }
        if (!form.isRight()) {
            return s.again("stories/care-one", parts(s, form, id));
        }
        Optional<Outcome.Report> report = kind.filter(chosen -> chosen == Outcome.Kind.REPORT)
                .map(_ -> new Outcome.Report(form.value("to"), form.value("reference"), when.orElseThrow()));
        boolean done = care.decide(
                id, form.number("version").orElse(0), new Outcome(kind.orElseThrow(), form.value("note"), report));
        boolean stays = done && kind.get().then() == State.LOOKED_AT;
        return s.leaveFor(s.to(stays ? "/care/" + id : "/care"), done ? "saved" : "care.changed");
    }

    @PostMapping("/{id}/give")
    ResponseEntity<String> give(Screen s, Form form, @PathVariable UUID id) {
        Optional<UUID> member = form.chosen("member", community.listMembers(), Member::id);
        if (member.isEmpty() && !form.value("member").equals("by-hand")) {
            form.refuse("member", "care.give.blank");
        }
        if (care.find(id)
                .filter(told -> told.isOnlySpoken() && !told.isEdited())
                .isPresent()) {
            form.require("heard", "care.listen.blank");
        }
        if (!form.isRight()) {
            return s.again("stories/care-one", parts(s, form, id));
        }
        boolean done = care.give(id, form.number("version").orElse(0), member, form.value("heard"));
        return s.leaveFor(s.to("/care/" + id), done ? "care.given" : "care.changed");
    }

    private Map<String, Object> parts(Screen s, Form form, UUID id) {
        Contribution told = care.find(id).orElseThrow();
        form.preset(
                "when",
                LocalDateTime.ofInstant(clock.instant(), HERE)
                        .withSecond(0)
                        .withNano(0)
                        .toString());
        Map<String, Object> parts = new HashMap<>();
        parts.put("form", form);
        parts.put("told", told);
        parts.put(
                "where",
                told.place()
                        .flatMap(place -> community.listPlaces().stream()
                                .filter(each -> each.id().equals(place))
                                .findFirst())
                        .map(place -> s.pick(place.nameEn(), place.nameCy()))
                        .orElse(s.say("care.country." + told.country())));
        parts.put("contact", care.findContact(id).orElse(""));
        parts.put("came", attachments.list(id));
        parts.put("outcomes", care.listOutcomes(id));
        parts.put(
                "kinds",
                Arrays.stream(Outcome.Kind.values())
                        .map(kind -> new Option(kind.key(), s.say("care.outcome." + kind.key())))
                        .toList());
        parts.put(
                "members",
                told.kind() == Kind.THANKS
                        ? community.listMembers().stream()
                                .map(member -> new Option(member.id().toString(), member.name()))
                                .toList()
                        : List.of());
        return parts;
    }

    private static Optional<Instant> moment(String written) {
        try {
            return Optional.of(LocalDateTime.parse(written).atZone(HERE).toInstant());
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }
}
