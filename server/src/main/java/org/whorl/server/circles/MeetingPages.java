package org.whorl.server.circles;

import com.google.zxing.WriterException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import org.whorl.server.design.Form;
import org.whorl.server.design.Merge;
import org.whorl.server.design.Option;
import org.whorl.server.design.Screen;
import org.whorl.server.gatherings.Live;
import org.whorl.server.mail.CalendarFile;
import org.whorl.server.people.QrPicture;
import org.whorl.server.trust.Action;
import org.whorl.server.trust.Saved;

/** Meetings of circles: planning one, leading it, the wall, and its report. */
@Controller
@RequestMapping("/p/{slug}/circles")
class MeetingPages {

    private static final ZoneId WALES = ZoneId.of("Europe/London");
    private static final DateTimeFormatter FORM = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm");

    private static final List<Merge.Field> FIELDS = List.of(
            new Merge.Field("starts", "starts_at", "sdmi.meeting.starts"),
            new Merge.Field("minutes", "minutes", "sdmi.meeting.minutes"),
            new Merge.Field("place", "place", "sdmi.meeting.place"),
            new Merge.Field("facilitator", "facilitator", "sdmi.meeting.facilitator"));

    private final Circles circles;
    private final Items items;
    private final Meetings meetings;
    private final Live live;
    private final Clock clock;

    MeetingPages(Circles circles, Items items, Meetings meetings, Live live, Clock clock) {
        this.circles = circles;
        this.items = items;
        this.meetings = meetings;
        this.live = live;
        this.clock = clock;
    }

    @GetMapping("/{circle}/meetings/new")
    ResponseEntity<String> plan(Screen s, Form form, @PathVariable UUID circle) {
        s.refuseUnless(Action.DECIDE);
        if (!meetings.mayPlan(circle)) {
            return s.refused("sdmi.meeting.not-yours", s.to("/circles/" + circle));
        }
        form.preset("minutes", "60");
        return s.show("circles/meeting-edit", editing(form, circle, Optional.empty(), Optional.empty()));
    }

    @PostMapping("/{circle}/meetings/new")
    ResponseEntity<String> doPlan(Screen s, Form form, @PathVariable UUID circle) {
        s.refuseUnless(Action.DECIDE);
        if (!meetings.mayPlan(circle)) {
            return s.refused("sdmi.meeting.not-yours", s.to("/circles/" + circle));
        }
        Optional<Instant> starts = check(form, clock.instant());
        Optional<UUID> facilitator = leader(form, circle);
        if (!form.isRight()) {
            return s.again("circles/meeting-edit", editing(form, circle, Optional.empty(), Optional.empty()));
        }
        UUID id = meetings.plan(
                circle, starts.orElseThrow(), form.number("minutes").orElseThrow(), form.value("place"), facilitator);
        return s.leaveFor(s.to("/circles/meetings/" + id), "saved");
    }

    @GetMapping("/meetings/{id}/change")
    ResponseEntity<String> change(Screen s, Form form, @PathVariable UUID id) {
        s.refuseUnless(Action.DECIDE);
        Meeting meeting = meetings.find(id).orElseThrow();
        if (!meetings.mayPlan(meeting.circle())) {
            return s.refused("sdmi.meeting.not-yours", s.to("/circles/meetings/" + id));
        }
        form.preset("version", Integer.toString(meeting.version()))
                .preset("starts", FORM.format(meeting.startsAt().atZone(WALES)))
                .preset("minutes", Integer.toString(meeting.minutes()))
                .preset("place", meeting.place())
                .preset("facilitator", meeting.facilitator().map(UUID::toString).orElse(""));
        return s.show("circles/meeting-edit", editing(form, meeting.circle(), Optional.of(meeting), Optional.empty()));
    }

    @PostMapping("/meetings/{id}/change")
    ResponseEntity<String> doChange(Screen s, Form form, @PathVariable UUID id) {
        s.refuseUnless(Action.DECIDE);
        Meeting meeting = meetings.find(id).orElseThrow();
        String there = s.to("/circles/meetings/" + id);
        if (!meetings.mayPlan(meeting.circle())) {
            return s.refused("sdmi.meeting.not-yours", there);
        }
        Optional<Instant> starts = check(form, clock.instant());
        Optional<UUID> facilitator = leader(form, meeting.circle());
        if (form.isRight()) {
            switch (meetings.mayLead(id, facilitator)) {
                case YES -> {}
                case OWNS -> form.refuse("facilitator", "sdmi.lead.owns");
                case MOVED -> form.refuse("facilitator", "sdmi.lead.not-yours");
            }
        }
        if (!form.isRight()) {
            return s.again(
                    "circles/meeting-edit", editing(form, meeting.circle(), Optional.of(meeting), Optional.empty()));
        }
        return switch (meetings.change(
                id,
                form.number("version").orElse(0),
                starts.orElseThrow(),
                form.number("minutes").orElseThrow(),
                form.value("place"),
                facilitator)) {
            case Saved.Yes saved -> s.leaveFor(there, "saved", Meeting.VERSIONED.kind(), id, saved.version());
            case Saved.Conflict conflict -> {
                Merge merge = Merge.of(form, conflict, FIELDS, MeetingPages::inForm);
                yield s.again(
                        "circles/meeting-edit",
                        editing(merge.form(), meeting.circle(), Optional.of(meeting), Optional.of(merge)));
            }
            case Saved.Gone _ -> s.refused("sdmi.moved", there);
        };
    }

    @PostMapping("/meetings/{id}/cancel")
    ResponseEntity<String> cancel(Screen s, Form form, @PathVariable UUID id) {
        String there = s.to("/circles/meetings/" + id);
        return switch (meetings.cancel(id, form.number("version").orElse(0))) {
            case Saved.Yes saved ->
                s.leaveFor(there, "sdmi.meeting.cancelled", Meeting.VERSIONED.kind(), id, saved.version());
            case Saved.Conflict _, Saved.Gone _ -> s.refused("sdmi.moved", there);
        };
    }

    @GetMapping("/meetings/{id}")
    ResponseEntity<String> one(Screen s, Form form, @PathVariable UUID id) throws WriterException {
        return page(s, form, id, false);
    }

    @PostMapping("/meetings/{id}")
    ResponseEntity<String> act(Screen s, Form form, @PathVariable UUID id) throws WriterException {
        s.refuseUnless(Action.DECIDE);
        String notice = done(s, form, id);
        live.tell(id);
        String there = s.to("/circles/meetings/" + id);
        if (notice.equals("sdmi.moved") || !form.isRight()) {
            return page(notice.equals("sdmi.moved") ? s.refuse(notice, there) : s, form, id, true);
        }
        return notice.isEmpty() ? s.leaveFor(there) : s.leaveFor(there, notice);
    }

    private String done(Screen s, Form form, UUID id) {
        // Whatever button is pressed: what was typed meanwhile is kept first.
        boolean kept = !form.values().containsKey("notices") || notes(form, id);
        if (!form.isRight()) {
            return "";
        }
        return switch (form.value("do")) {
            case "next" -> {
                Meeting meeting = meetings.find(id).orElseThrow();
                if (meeting.step() == Meeting.Step.AGENDA
                        && meeting.facilitator().isEmpty()) {
                    form.refuse("lead", "sdmi.lead.first");
                    yield "";
                }
                yield meetings.move(id, form.value("at"), false) ? "" : "sdmi.moved";
            }
            case "lead" -> lead(form, id);
            case "ask" -> meetings.ask(id) ? "sdmi.meeting.asked" : "sdmi.moved";
            case "back" -> meetings.move(id, form.value("at"), true) ? "" : "sdmi.moved";
            case "come" -> meetings.come(id) ? "sdmi.meeting.came" : "sdmi.moved";
            case "away" ->
                Fields.uuid(form.value("seat"))
                                .filter(each -> meetings.away(id, each))
                                .isPresent()
                        ? ""
                        : "sdmi.moved";
            case "speak" ->
                Fields.uuid(form.value("item"))
                                .filter(each -> meetings.speakOf(id, each))
                                .isPresent()
                        ? ""
                        : "sdmi.moved";
            case "rest" -> meetings.rest(id) ? "" : "sdmi.moved";
            case "go-on" -> meetings.goOn(id) ? "" : "sdmi.moved";
            case "notices" -> kept ? "saved" : "sdmi.moved";
            case "accept" -> {
                Fields.tooLong(form, Fields.LONGEST, "correction");
                yield !form.isRight()
                                || Fields.uuid(form.value("before"))
                                        .filter(each -> meetings.accept(id, each, form.value("correction")))
                                        .isPresent()
                        ? "sdmi.before.accepted"
                        : "sdmi.moved";
            }
            case "feel" -> {
                if (!isOneWord(form.value("word"))) {
                    form.refuse("word", "sdmi.feel.wrong");
                }
                yield !form.isRight() || meetings.feel(id, form.value("word")) ? "" : "sdmi.moved";
            }
            case "item" -> agenda(s, form, id);
            default -> throw new NoSuchElementException("nothing of that name is done here");
        };
    }

    /** Keeps the notices that were sent; false if it is not the viewer's to do. */
    private boolean notes(Form form, UUID id) {
        Fields.tooLong(form, 4 * Fields.LONGEST, "notices");
        if (!form.isRight()) {
            return false;
        }
        return switch (meetings.note(id, form.value("seen-notices"), form.value("notices"))) {
            case YES -> true;
            case CHANGED -> {
                form.refuse("notices", "sdmi.notices.moved");
                yield false;
            }
            case MOVED -> false;
        };
    }

    private String lead(Form form, UUID id) {
        Optional<UUID> seat = Fields.uuid(form.value("lead"));
        if (seat.isEmpty()) {
            form.refuse("lead", "sdmi.lead.blank");
            return "";
        }
        return switch (meetings.lead(id, Fields.uuid(form.value("seen")), seat.get())) {
            case YES -> "saved";
            case OWNS -> {
                form.refuse("lead", "sdmi.lead.owns");
                yield "";
            }
            case MOVED -> "sdmi.moved";
        };
    }

    static boolean isOneWord(String word) {
        return !word.isEmpty() && word.length() <= 40 && !word.contains(" ");
    }

    private String agenda(Screen s, Form form, UUID id) {
        Meeting meeting = meetings.find(id).orElseThrow();
        Optional<Seat> owner = items.listOwners(meeting.circle(), Optional.of(id)).stream()
                .filter(each -> each.id().toString().equals(form.value("owner")))
                .findFirst();
        if (owner.isEmpty()) {
            form.refuse("owner", "sdmi.owner.blank");
        } else if (meeting.facilitator().equals(owner.map(Seat::id))) {
            form.refuse("owner", "sdmi.owner.leads");
        }
        Optional<Item> item = Fields.onTheSpot(form, s, meeting, owner.map(Seat::id), LocalDate.now(clock));
        return item.isEmpty() || items.raise(item.get()) ? "sdmi.agenda.added" : "sdmi.moved";
    }

    /** For everybody in the room to see. */
    @GetMapping("/meetings/{id}/wall")
    ResponseEntity<String> wall(Screen s, @PathVariable UUID id) throws WriterException {
        return s.show("circles/wall", onWall(s, meetings.look(id)));
    }

    @GetMapping("/meetings/{id}/live")
    SseEmitter live(@PathVariable UUID id) {
        return live.listen(meetings.look(id).meeting().id());
    }

    /** The meeting as a file for a calendar. */
    @GetMapping("/meetings/{id}/calendar.ics")
    ResponseEntity<String> calendar(Screen s, @PathVariable UUID id) {
        Meeting meeting = meetings.find(id).orElseThrow();
        Circle circle = circles.find(meeting.circle()).orElseThrow();
        String link =
                ServletUriComponentsBuilder.fromCurrentContextPath().build().toUriString()
                        + s.to("/circles/meetings/" + id);
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("text/calendar;charset=utf-8"))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=meeting.ics")
                .body(CalendarFile.toFetch(
                        MeetingLetters.invited(meeting, circle, s.language()), link, clock.instant()));
    }

    /** One page, with both languages around what people wrote. */
    @GetMapping("/meetings/{id}/report")
    ResponseEntity<String> report(Screen s, @PathVariable UUID id) {
        return s.show("circles/report", Map.of("report", meetings.report(id)));
    }

    private ResponseEntity<String> page(Screen s, Form form, UUID id, boolean again) throws WriterException {
        MeetingSight sight = meetings.look(id);
        if (form.value("do").isEmpty()) {
            form.preset("notices", sight.meeting().notices());
        }
        Map<String, Object> parts = new HashMap<>(onWall(s, sight));
        parts.put("form", form);
        List<Seat> seats = circles.listSeats(sight.meeting().circle());
        parts.put("owners", Fields.seats(items.listOwners(sight.meeting().circle(), Optional.of(id))));
        parts.put("leaders", leaders(seats));
        parts.put("purposes", Fields.purposes(s));
        parts.putAll(ItemPages.replying(
                s, sight.item().map(Sight::rule).orElse(sight.circle().rule())));
        return again ? s.again("circles/meeting", parts) : s.show("circles/meeting", parts);
    }

    private static Map<String, Object> onWall(Screen s, MeetingSight sight) throws WriterException {
        String base =
                ServletUriComponentsBuilder.fromCurrentContextPath().build().toUriString();
        String address = base + "/d/" + sight.meeting().code();
        return Map.of(
                "sight",
                sight,
                "here",
                base.replaceFirst("^https?://", "") + "/d",
                "qr",
                QrPicture.of(address, s.say("sdmi.meeting.qr", address)));
    }

    private Map<String, Object> editing(Form form, UUID circle, Optional<Meeting> meeting, Optional<Merge> merge) {
        return Map.of(
                "form",
                form,
                "circle",
                circles.find(circle).orElseThrow(),
                "meeting",
                meeting,
                "merge",
                merge,
                "seats",
                leaders(circles.listSeats(circle)));
    }

    /** Who could lead: whoever is heard in the circle. */
    private static List<Option> leaders(List<Seat> seats) {
        return Fields.seats(seats.stream().filter(Seat::counts).toList());
    }

    /** Who is to lead; nobody, and that it is wrong is noted, if they are not of the circle. */
    private Optional<UUID> leader(Form form, UUID circle) {
        Optional<UUID> seat = Fields.uuid(form.value("facilitator"))
                .filter(each -> circles.listSeats(circle).stream()
                        .anyMatch(one -> one.counts() && one.id().equals(each)));
        if (seat.isEmpty() && !form.value("facilitator").isEmpty()) {
            form.refuse("facilitator", "sdmi.lead.blank");
        }
        return seat;
    }

    private static Optional<Instant> check(Form form, Instant now) {
        Optional<Instant> starts = Optional.empty();
        try {
            starts = Optional.of(
                    LocalDateTime.parse(form.value("starts")).atZone(WALES).toInstant());
            // Today is early enough: people meet at once, and write it down then.
            if (LocalDate.ofInstant(starts.get(), WALES).isBefore(LocalDate.ofInstant(now, WALES))) {
                form.refuse("starts", "sdmi.meeting.starts.past");
            }
        } catch (DateTimeParseException _) {
            form.refuse("starts", "sdmi.meeting.starts.wrong");
        }
        if (form.number("minutes").filter(each -> each >= 5 && each <= 480).isEmpty()) {
            form.refuse("minutes", "sdmi.meeting.minutes.wrong");
        }
        Fields.tooLong(form, Fields.LONGEST_QUESTION, "place");
        return starts;
    }

    /** A moment as it stands in a form, by the clocks of Wales. */
    private static String inForm(String kept) {
        try {
            return FORM.format(OffsetDateTime.parse(kept).atZoneSameInstant(WALES));
        } catch (DateTimeParseException _) {
            return kept;
        }
    }
}
