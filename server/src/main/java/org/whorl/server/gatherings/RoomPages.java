package org.whorl.server.gatherings;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import org.whorl.server.design.Form;
import org.whorl.server.design.Option;
import org.whorl.server.design.Screen;
import org.whorl.server.people.Community;

/**
 * A gathering on a phone: without a login, and without script. Which phone it is stands in its session, so that it is still
 * the same one after the server was away.
 */
@Controller
class RoomPages {

    private static final String SEAT = "whorl.seat.";
    private static final int LONGEST = 500;
    private static final int LONGEST_NAME = 40;

    private final Rooms rooms;
    private final Community community;
    private final Live live;

    RoomPages(Rooms rooms, Community community, Live live) {
        this.rooms = rooms;
        this.community = community;
        this.live = live;
    }

    @GetMapping("/j")
    ResponseEntity<String> ask(Screen s, Form form) {
        return s.show("gatherings/code", Map.of("form", form));
    }

    @PostMapping("/j")
    ResponseEntity<String> find(Screen s, Form form) {
        String code = Rooms.plain(form.value("code"));
        if (code.isEmpty() || rooms.find(code).isEmpty()) {
            form.refuse("code", code.isEmpty() ? "room.code.blank" : "room.code.wrong");
            return s.again("gatherings/code", Map.of("form", form));
        }
        return s.leaveFor("/j/" + code);
    }

    @GetMapping("/j/{code}")
    ResponseEntity<String> show(Screen s, Form form, @PathVariable String code, HttpServletRequest request) {
        Room room = rooms.find(code).orElseThrow();
        return page(s, form, room, seat(request, room), false);
    }

    /** Says at once that it is time to look, and whenever something has changed. */
    @GetMapping("/j/{code}/live")
    SseEmitter live(@PathVariable String code, HttpServletRequest request) {
        Room room = rooms.find(code).orElseThrow();
        if (seat(request, room).isEmpty()) {
            throw new NoSuchElementException("not in the room");
        }
        return live.listen(room.gathering().id());
    }

    @PostMapping("/j/{code}")
    ResponseEntity<String> send(Screen s, Form form, @PathVariable String code, HttpServletRequest request) {
        Room room = rooms.find(code).orElseThrow();
        Optional<Integer> seat = seat(request, room);
        if (form.value("do").equals("join") || seat.isEmpty()) {
            return join(s, form, room, seat, request.getSession());
        }
        room.guest().doing(() -> {
            take(s, form, room.gathering().id(), seat.get());
            return true;
        });
        live.tell(room.gathering().id());
        return form.isRight() ? s.leaveFor(address(room)) : page(s, form, room, seat, true);
    }

    private ResponseEntity<String> join(Screen s, Form form, Room room, Optional<Integer> before, HttpSession session) {
        if (form.value("name").length() > LONGEST_NAME) {
            form.refuse("name", "room.name.long");
        }
        if (!form.value("do").equals("join") || !form.isRight()) {
            return page(s, form, room, before, true);
        }
        if (before.isEmpty()) {
            Optional<UUID> perspective = options(s, room).stream()
                    .map(Option::value)
                    .filter(each -> each.equals(form.value("perspective")))
                    .map(UUID::fromString)
                    .findFirst();
            UUID id = room.gathering().id();
            Optional<Integer> number = room.guest()
                    .doing(() -> rooms.join(
                            id, form.value("name"), perspective, s.language().code()));
            number.ifPresent(each -> session.setAttribute(SEAT + id, each));
            live.tell(id);
        }
        return s.leaveFor(address(room));
    }

    private void take(Screen s, Form form, UUID id, int seat) {
        int step = form.number("step").orElse(-1);
        switch (form.value("do")) {
            case "write" -> write(s, form, id, seat, step);
            case "finish" -> {
                // What stands in the box is not lost by saying that that is all.
                if (!form.value("words").isEmpty()) {
                    write(s, form, id, seat, step);
                }
                if (form.isRight()) {
                    rooms.finish(id, step, seat);
                }
            }
            case "mark" -> {
                boolean given = uuid(form.value("idea"))
                        .filter(idea ->
                                rooms.mark(id, idea, seat, form.number("dots").orElse(-1)))
                        .isPresent();
                if (!given) {
                    form.refuse("cards", "room.mark.wrong");
                }
            }
            case "feel" -> {
                String word = form.value("word");
                if (word.isEmpty() || word.length() > LONGEST_NAME || word.contains(" ")) {
                    form.refuse("word", "room.feel.wrong");
                } else if (!rooms.feel(id, step, seat, word)) {
                    form.refuse("word", "room.feel.late");
                }
            }
            case "rest" -> rooms.rest(id);
            default -> throw new NoSuchElementException("nothing of that name is done here");
        }
    }

    private void write(Screen s, Form form, UUID id, int seat, int step) {
        String words = form.value("words");
        if (words.isEmpty() || words.length() > LONGEST) {
            form.refuse("words", words.isEmpty() ? "room.words.blank" : "room.words.long");
            return;
        }
        Set<UUID> sources = form.values().keySet().stream()
                .filter(key -> key.startsWith("from-"))
                .flatMap(key -> uuid(key.substring("from-".length())).stream())
                .collect(Collectors.toSet());
        String season = Recipe.SEASONS.contains(form.value("season")) ? form.value("season") : "";
        Idea idea = new Idea(
                uuid(form.value("key")).orElseGet(UUID::randomUUID),
                step,
                seat,
                words,
                s.language().code(),
                season,
                sources,
                false);
        if (!rooms.write(id, idea)) {
            form.refuse("words", "room.words.late");
        }
    }

    private ResponseEntity<String> page(Screen s, Form form, Room room, Optional<Integer> seat, boolean again) {
        Map<String, Object> parts = new HashMap<>();
        parts.put("form", form);
        parts.put("room", room.name(s.language()));
        parts.put("gathering", room.gathering());
        String template = "gatherings/phone";
        if (seat.isEmpty()) {
            template = "gatherings/join";
            parts.put("perspectives", options(s, room));
        } else {
            UUID id = room.gathering().id();
            parts.put("sight", room.guest().doing(() -> rooms.look(id, seat.get())));
            // Sent twice it is one idea.
            parts.put("key", form.isRight() ? UUID.randomUUID().toString() : form.value("key"));
            parts.put(
                    "seasons",
                    Stream.of("sown", "grown", "stuck", "starved")
                            .map(each -> new Option(each, s.say("season." + each)))
                            .toList());
        }
        return again ? s.again(template, parts) : s.show(template, parts);
    }

    private List<Option> options(Screen s, Room room) {
        return room.guest().doing(community::listPerspectives).stream()
                .map(each -> new Option(each.id().toString(), s.pick(each.nameEn(), each.nameCy())))
                .toList();
    }

    private static String address(Room room) {
        return "/j/" + room.gathering().code();
    }

    private static Optional<Integer> seat(HttpServletRequest request, Room room) {
        @Nullable HttpSession session = request.getSession(false);
        return session != null && session.getAttribute(SEAT + room.gathering().id()) instanceof Integer number
                ? Optional.of(number)
                : Optional.empty();
    }

    private static Optional<UUID> uuid(String text) {
        return Arrays.stream(new String[] {text})
                .filter(each -> each.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"))
                .map(UUID::fromString)
                .findFirst();
    }
}
