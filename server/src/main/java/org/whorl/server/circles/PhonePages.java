package org.whorl.server.circles;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import org.whorl.server.design.Form;
import org.whorl.server.design.Screen;
import org.whorl.server.gatherings.Live;

/** A meeting on a phone. Who holds it stands in its session, so that it is still theirs after the server was away. */
@Component
class PhonePages {

    private static final String SEAT = "whorl.circle.";

    private final CircleRooms rooms;
    private final Live live;
    private final Clock clock;

    PhonePages(CircleRooms rooms, Live live, Clock clock) {
        this.rooms = rooms;
        this.live = live;
        this.clock = clock;
    }

    ResponseEntity<String> show(Screen s, Form form, String code, HttpServletRequest request) {
        return page(s, form, rooms.find(code).orElseThrow(), request, false);
    }

    SseEmitter live(String code, HttpServletRequest request) {
        Room room = rooms.find(code).orElseThrow();
        if (sight(room, request).isEmpty()) {
            throw new NoSuchElementException("not in the room");
        }
        return live.listen(room.meeting().id());
    }

    ResponseEntity<String> send(Screen s, Form form, String code, HttpServletRequest request) {
        Room room = rooms.find(code).orElseThrow();
        Optional<MeetingSight> sight = sight(room, request);
        if (sight.isEmpty()) {
            join(form, room, request);
        } else {
            UUID seat = sight.get().me().orElseThrow().id();
            room.guest().doing(() -> {
                take(s, form, sight.get(), seat);
                return true;
            });
        }
        live.tell(room.meeting().id());
        return form.isRight() ? s.leaveFor("/d/" + code) : page(s, form, room, request, true);
    }

    private void join(Form form, Room room, HttpServletRequest request) {
        form.require("name", "sdmi.room.name.blank");
        Fields.tooLong(form, Fields.LONGEST_NAME, "name");
        if (!form.isRight()) {
            return;
        }
        UUID id = room.meeting().id();
        switch (room.guest().doing(() -> rooms.join(id, form.value("name"), form.ticked("lived")))) {
            case CircleRooms.Joined.In in ->
                request.getSession().setAttribute(SEAT + id, in.seat().toString());
            case CircleRooms.Joined.Taken _ -> form.refuse("name", "sdmi.room.name.taken");
            case CircleRooms.Joined.SignsIn _ -> form.refuse("name", "sdmi.room.name.signs-in");
        }
    }

    private void take(Screen s, Form form, MeetingSight sight, UUID seat) {
        UUID id = sight.meeting().id();
        switch (form.value("do")) {
            case "feel" -> {
                if (!MeetingPages.isOneWord(form.value("word"))) {
                    form.refuse("word", "sdmi.feel.wrong");
                } else if (!rooms.feel(id, seat, form.value("word"))) {
                    form.refuse("word", "sdmi.moved");
                }
            }
            case "rest" -> rooms.rest(id, seat);
            case "item" ->
                Fields.onTheSpot(form, s, sight.meeting(), Optional.of(seat), LocalDate.now(clock))
                        .filter(each -> !rooms.raise(id, seat, each))
                        .ifPresent(_ -> form.refuse("question", "sdmi.moved"));
            case "reply" -> {
                UUID round = Fields.uuid(form.value("round")).orElse(new UUID(0, 0));
                Optional<Sight.Shown> asked = sight.item().stream()
                        .flatMap(each -> each.rounds().stream())
                        .filter(each -> each.id().equals(round))
                        .findFirst();
                if (asked.isEmpty()) {
                    form.refuse("words", "sdmi.taken.over");
                    return;
                }
                Optional<Reply> reply =
                        Fields.reply(form, asked.get().kind(), s.language().code());
                Taken taken =
                        reply.map(each -> rooms.reply(id, seat, round, each)).orElse(Taken.YES);
                if (taken == Taken.OVER || taken == Taken.NOT_HEARD) {
                    form.refuse("words", "sdmi.taken." + taken.key());
                }
            }
            default -> throw new NoSuchElementException("nothing of that name is done here");
        }
    }

    private ResponseEntity<String> page(Screen s, Form form, Room room, HttpServletRequest request, boolean again) {
        Optional<MeetingSight> sight = sight(room, request);
        Map<String, Object> parts = new HashMap<>();
        parts.put("form", form);
        parts.put("room", room.name(s.language()));
        parts.put("meeting", room.meeting());
        parts.put(
                "signedIn",
                "/p/" + room.slug() + "/circles/meetings/" + room.meeting().id());
        String template = "circles/room";
        if (sight.isPresent()) {
            template = "circles/phone";
            sight.get()
                    .item()
                    .flatMap(Sight::asksMe)
                    .flatMap(Sight.Shown::mine)
                    .ifPresent(mine -> ItemPages.preset(form, mine));
            parts.put("sight", sight.get());
            parts.put("purposes", Fields.purposes(s));
            parts.putAll(ItemPages.replying(
                    s,
                    sight.get()
                            .item()
                            .map(Sight::rule)
                            .orElse(sight.get().circle().rule())));
        }
        return again ? s.again(template, parts) : s.show(template, parts);
    }

    private Optional<MeetingSight> sight(Room room, HttpServletRequest request) {
        @Nullable HttpSession session = request.getSession(false);
        UUID id = room.meeting().id();
        return session != null && session.getAttribute(SEAT + id) instanceof String seat
                ? room.guest().doing(() -> rooms.look(id, UUID.fromString(seat)))
                : Optional.empty();
    }
}
