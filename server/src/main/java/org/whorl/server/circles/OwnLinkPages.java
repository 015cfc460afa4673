package org.whorl.server.circles;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import org.whorl.server.design.Form;
import org.whorl.server.design.Screen;
import org.whorl.server.gatherings.Live;
import org.whorl.server.mail.CalendarFile;
import org.whorl.server.mail.Invited;
import org.whorl.server.people.PrivateCode;

/** Taking part without an account and without script: by one's own link, or on a phone by a meeting's code. */
@Controller
class OwnLinkPages {

    private static final int ROOM_CODE = 8;
    private static final Duration HALF_HOUR = Duration.ofMinutes(30);

    private final Links links;
    private final CircleRooms rooms;
    private final PhonePages phones;
    private final Live live;
    private final Clock clock;

    OwnLinkPages(Links links, CircleRooms rooms, PhonePages phones, Live live, Clock clock) {
        this.links = links;
        this.rooms = rooms;
        this.phones = phones;
        this.live = live;
        this.clock = clock;
    }

    @GetMapping("/d")
    ResponseEntity<String> ask(Screen s, Form form) {
        return s.show("circles/code", Map.of("form", form));
    }

    @PostMapping("/d")
    ResponseEntity<String> find(Screen s, Form form) {
        String code = PrivateCode.written(form.value("code")).replace("-", "");
        boolean leads =
                isOfRoom(code) ? rooms.find(code).isPresent() : links.find(code).isPresent();
        if (!leads) {
            form.refuse("code", "sdmi.code.wrong");
            return s.again("circles/code", Map.of("form", form));
        }
        return s.leaveFor("/d/" + code);
    }

    @GetMapping("/d/{code}")
    ResponseEntity<String> list(Screen s, Form form, @PathVariable String code, HttpServletRequest request) {
        if (isOfRoom(code)) {
            return phones.show(s, form, code, request);
        }
        return links.find(code).isEmpty()
                ? s.show(HttpStatus.NOT_FOUND, "circles/ended", Map.of())
                : s.show("circles/mine", mine(s, form, code));
    }

    private Map<String, Object> mine(Screen s, Form form, String code) {
        OwnLink link = links.find(code).orElseThrow();
        Seat seat = seat(link);
        List<Sight> all = link.guest().doing(() -> links.list(seat));
        int asked = link.guest().doing(() -> links.countAsked(seat));
        return Map.of(
                "form",
                form,
                "place",
                link.name(s.language()),
                "seat",
                seat,
                "code",
                code,
                "items",
                all,
                "asked",
                asked,
                "calendar",
                ServletUriComponentsBuilder.fromCurrentContextPath()
                                .scheme("webcal")
                                .build()
                                .toUriString()
                        + "/d/" + code + "/calendar.ics?lang=" + s.language().code());
    }

    /**
     * When their circle meets and until when they are asked for something, as a calendar to subscribe to: whoever gets no letters
     * is invited by it, hears of it when a meeting moves, and is reminded.
     */
    @GetMapping("/d/{code}/calendar.ics")
    ResponseEntity<String> calendar(Screen s, @PathVariable String code) {
        OwnLink link = links.find(code).orElseThrow();
        Seat seat = seat(link);
        Circle circle = link.guest().doing(() -> links.circle(seat));
        String page =
                ServletUriComponentsBuilder.fromCurrentContextPath().build().toUriString() + "/d/" + code;
        List<Invited> all = new ArrayList<>();
        link.guest().doing(() -> links.listMeetings(seat)).stream()
                .map(each -> MeetingLetters.invited(each, circle, s.language()).at(page))
                .forEach(all::add);
        for (Sight sight : link.guest().doing(() -> links.list(seat))) {
            sight.asksMe()
                    .filter(asks -> asks.mine().isEmpty() && asks.why().isEmpty())
                    .flatMap(Sight.Shown::until)
                    .ifPresent(until -> all.add(new Invited(
                            sight.asksMe().orElseThrow().id() + "@whorl",
                            0,
                            until.minus(HALF_HOUR),
                            until,
                            s.say("sdmi.calendar.until", sight.item().words().question()),
                            "",
                            page + "/" + sight.item().id(),
                            false)));
        }
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("text/calendar;charset=utf-8"))
                .body(CalendarFile.toSubscribe(circle.name(s.language()), all, clock.instant()));
    }

    /** Changes how many minutes a month somebody offers. */
    @PostMapping("/d/{code}/minutes")
    ResponseEntity<String> offer(Screen s, Form form, @PathVariable String code) {
        OwnLink link = links.find(code).orElseThrow();
        Seat seat = seat(link);
        String field = "offer-" + seat.id();
        Optional<Integer> minutes = Fields.minutes(form, field);
        if (minutes.isPresent()
                && !link.guest()
                        .doing(() -> links.offer(seat, form.number("seen").orElse(-1), minutes.get()))) {
            form.refuse(field, "sdmi.seat.minutes.moved");
        }
        return form.isRight() ? s.leaveFor("/d/" + code, "saved") : s.again("circles/mine", mine(s, form, code));
    }

    @PostMapping("/d/{code}")
    ResponseEntity<String> send(Screen s, Form form, @PathVariable String code, HttpServletRequest request) {
        return phones.send(s, form, code, request);
    }

    /** Says at once that it is time to look, and whenever something has changed. */
    @GetMapping("/d/{code}/live")
    SseEmitter live(@PathVariable String code, HttpServletRequest request) {
        return phones.live(code, request);
    }

    @GetMapping("/d/{code}/{item}")
    ResponseEntity<String> one(Screen s, Form form, @PathVariable String code, @PathVariable UUID item) {
        return page(s, form, code, item, false);
    }

    @PostMapping("/d/{code}/{item}")
    ResponseEntity<String> reply(Screen s, Form form, @PathVariable String code, @PathVariable UUID item) {
        OwnLink link = links.find(code).orElseThrow();
        Seat seat = seat(link);
        Sight sight = link.guest().doing(() -> links.look(seat, item)).orElseThrow();
        if (form.value("do").equals("touch")) {
            return touch(s, form, code, link, seat, item);
        }
        UUID round = Fields.uuid(form.value("round")).orElse(new UUID(0, 0));
        Optional<Sight.Shown> asked =
                sight.rounds().stream().filter(each -> each.id().equals(round)).findFirst();
        Optional<Reply> reply =
                Fields.reply(form, asked.orElseThrow().kind(), s.language().code());
        if (reply.isEmpty()) {
            return page(s, form, code, item, true);
        }
        Taken taken = link.guest().doing(() -> links.reply(seat, item, round, reply.get()));
        if (taken == Taken.OVER || taken == Taken.NOT_HEARD) {
            form.refuse("words", "sdmi.taken." + taken.key());
            return page(s, form, code, item, true);
        }
        sight.item().meeting().ifPresent(live::tell);
        return s.leaveFor("/d/" + code + "/" + item, "sdmi.taken." + taken.key());
    }

    private ResponseEntity<String> touch(Screen s, Form form, String code, OwnLink link, Seat seat, UUID item) {
        Item.Touches said = Fields.touches(form, "");
        if (said.isNothing()) {
            form.refuse("touch", "sdmi.touch.blank");
        } else if (!link.guest().doing(() -> links.touch(seat, item, said))) {
            form.refuse("touch", "sdmi.moved");
        }
        return form.isRight()
                ? s.leaveFor("/d/" + code + "/" + item, "sdmi.touch.done")
                : page(s, form, code, item, true);
    }

    private ResponseEntity<String> page(Screen s, Form form, String code, UUID item, boolean again) {
        OwnLink link = links.find(code).orElseThrow();
        Seat seat = seat(link);
        Sight sight = link.guest().doing(() -> links.look(seat, item)).orElseThrow();
        sight.asksMe().flatMap(Sight.Shown::mine).ifPresent(mine -> ItemPages.preset(form, mine));
        Map<String, Object> parts = new HashMap<>(ItemPages.replying(s, sight.rule()));
        parts.put("form", form);
        parts.put("sight", sight);
        parts.put("place", link.name(s.language()));
        parts.put("code", code);
        return again ? s.again("circles/mine-item", parts) : s.show("circles/mine-item", parts);
    }

    private Seat seat(OwnLink link) {
        return link.guest().doing(() -> links.findSeat(link.seat())).orElseThrow();
    }

    private static boolean isOfRoom(String code) {
        return code.length() == ROOM_CODE;
    }
}
