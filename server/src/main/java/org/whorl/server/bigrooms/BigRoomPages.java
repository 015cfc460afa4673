package org.whorl.server.bigrooms;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
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
import org.whorl.server.design.Form;
import org.whorl.server.design.Merge;
import org.whorl.server.design.Option;
import org.whorl.server.design.Screen;
import org.whorl.server.models.Kept;
import org.whorl.server.models.Models;
import org.whorl.server.people.Community;
import org.whorl.server.people.Member;
import org.whorl.server.spirals.Spiral;
import org.whorl.server.spirals.Spirals;
import org.whorl.server.trust.Action;
import org.whorl.server.trust.Saved;

/** Big Rooms: the list, opening and changing one, and one with its weeks and what is still to do. */
@Controller
@RequestMapping("/p/{slug}/big-rooms")
class BigRoomPages {

    static final ZoneId HERE = ZoneId.of("Europe/London");
    static final int LONGEST = 300;

    private static final List<Merge.Field> FIELDS = List.of(
            new Merge.Field("pathway", "pathway", "bigroom.pathway"),
            new Merge.Field("model", "model", "bigroom.model"),
            new Merge.Field("inside", "inside", "bigroom.inside"),
            new Merge.Field("outside", "outside", "bigroom.outside"));

    private final BigRooms rooms;
    private final Models models;
    private final Spirals spirals;
    private final Community community;
    private final Clock clock;

    BigRoomPages(BigRooms rooms, Models models, Spirals spirals, Community community, Clock clock) {
        this.rooms = rooms;
        this.models = models;
        this.spirals = spirals;
        this.community = community;
        this.clock = clock;
    }

    @GetMapping
    ResponseEntity<String> list(Screen s) {
        s.refuseUnless(Action.SEE_GATHERINGS);
        return s.show(
                "bigrooms/list",
                Map.of("rooms", rooms.list(), "spirals", !spirals.listAll().isEmpty()));
    }

    @GetMapping("/new")
    ResponseEntity<String> start(Screen s, Form form) {
        s.refuseUnless(Action.GATHER);
        return s.show("bigrooms/write", writing(s, form, Optional.empty(), Optional.empty()));
    }

    @PostMapping("/new")
    ResponseEntity<String> open(Screen s, Form form) {
        s.refuseUnless(Action.GATHER);
        Optional<BigRoom> room = read(s, form, Optional.empty());
        if (room.isEmpty()) {
            return s.again("bigrooms/write", writing(s, form, Optional.empty(), Optional.empty()));
        }
        rooms.open(room.get());
        return s.leaveFor(s.to("/big-rooms/" + room.get().id()), "bigroom.is-opened");
    }

    @GetMapping("/{id}")
    ResponseEntity<String> show(Screen s, Form form, @PathVariable UUID id) {
        s.refuseUnless(Action.SEE_GATHERINGS);
        form.preset("held-on", today().toString());
        return s.show("bigrooms/room", shown(form, id));
    }

    @PostMapping("/{id}")
    ResponseEntity<String> openWeek(Screen s, Form form, @PathVariable UUID id) {
        s.refuseUnless(Action.GATHER);
        BigRoom room = rooms.find(id).orElseThrow();
        Optional<LocalDate> day = form.day("held-on", "day.wrong");
        if (day.isEmpty()) {
            form.refuse("held-on", "bigroom.held-on.blank");
        }
        day.filter(each -> each.isBefore(today()) || each.isAfter(today().plusWeeks(8)))
                .ifPresent(_ -> form.refuse("held-on", "bigroom.held-on.wrong"));
        if (!form.isRight()) {
            return s.again("bigrooms/room", shown(form, id));
        }
        return switch (rooms.openWeek(
                id,
                day.orElseThrow(),
                uuid(form, "story"),
                s.in(
                                org.whorl.server.design.Language.EN.code().equals(room.language())
                                        ? org.whorl.server.design.Language.EN
                                        : org.whorl.server.design.Language.CY)
                        .say("bigroom.one"))) {
            case Opened.Yes yes -> s.leaveFor(s.to("/big-rooms/weeks/" + yes.week()));
            case Opened.Before before -> s.leaveFor(s.to("/big-rooms/weeks/" + before.week()));
            case Opened.NoStory _ -> refused(s, form, id, "bigroom.story.blank");
            case Opened.NotHeard _ -> refused(s, form, id, "bigroom.story.not-heard");
        };
    }

    @GetMapping("/{id}/edit")
    ResponseEntity<String> change(Screen s, @PathVariable UUID id) {
        s.refuseUnless(Action.GATHER);
        BigRoom room = rooms.find(id).orElseThrow();
        Form form = new Form(Map.of(
                "version", Integer.toString(room.version()),
                "pathway", room.pathway(),
                "model", room.model().map(UUID::toString).orElse(""),
                "spiral", room.spiral().toString(),
                "inside", room.inside().toString(),
                "outside", room.outside().toString()));
        return s.show("bigrooms/write", writing(s, form, Optional.of(room), Optional.empty()));
    }

    @PostMapping("/{id}/edit")
    ResponseEntity<String> doChange(Screen s, Form form, @PathVariable UUID id) {
        s.refuseUnless(Action.GATHER);
        Optional<BigRoom> before = rooms.find(id);
        Optional<BigRoom> wanted = read(s, form, Optional.of(before.orElseThrow()));
        if (wanted.isEmpty()) {
            return s.again("bigrooms/write", writing(s, form, before, Optional.empty()));
        }
        return switch (rooms.change(wanted.get())) {
            case Saved.Yes yes ->
                s.leaveFor(s.to("/big-rooms/" + id), "saved", BigRoom.VERSIONED.kind(), id, yes.version());
            case Saved.Conflict conflict -> {
                Merge merge = Merge.of(form, conflict, FIELDS, UnaryOperator.identity());
                yield s.again("bigrooms/write", writing(s, merge.form(), before, Optional.of(merge)));
            }
            case Saved.Gone _ -> throw new java.util.NoSuchElementException("no such room");
        };
    }

    /** Says what came of something that was to be done. */
    @PostMapping("/{id}/done")
    ResponseEntity<String> done(Screen s, Form form, @PathVariable UUID id) {
        s.refuseUnless(Action.KEEP_BIG_ROOM);
        Optional<UUID> outcome = uuid(form, "outcome");
        String field = "came-" + form.value("outcome");
        form.require(field, "bigroom.came.blank");
        if (form.value(field).length() > LONGEST) {
            form.refuse(field, "bigroom.too-long");
        }
        if (form.isRight()
                && rooms.finish(outcome.orElseThrow(), form.number("version").orElse(0), form.value(field))
                        instanceof Saved.Yes yes) {
            return s.leaveFor(
                    s.to("/big-rooms/" + id),
                    "bigroom.is-done",
                    Outcome.VERSIONED.kind(),
                    outcome.orElseThrow(),
                    yes.version());
        }
        if (form.isRight()) {
            form.refuse(field, "bigroom.done-first");
        }
        return s.at(s.to("/big-rooms/" + id)).again("bigrooms/room", shown(form, id));
    }

    private ResponseEntity<String> refused(Screen s, Form form, UUID id, String sentence) {
        form.refuse("story", sentence);
        return s.again("bigrooms/room", shown(form, id));
    }

    private Map<String, Object> shown(Form form, UUID id) {
        BigRoom room = rooms.find(id).orElseThrow();
        List<Outcome> outcomes = rooms.listOutcomes(id);
        Map<String, Object> parts = new HashMap<>();
        parts.put("form", form);
        parts.put("room", room);
        parts.put("weeks", rooms.listWeeks(id));
        parts.put("open", outcomes.stream().filter(Outcome::isOpen).toList());
        parts.put("outcomes", outcomes);
        parts.put(
                "learnt",
                outcomes.stream()
                        .filter(each -> each.kind() == Outcome.Kind.LEARNT)
                        .toList());
        parts.put("experiments", rooms.listTried(outcomes));
        parts.put(
                "stories",
                rooms.listStories().stream()
                        .map(each -> new Option(each.id().toString(), beginning(each.words())))
                        .toList());
        parts.put("today", today());
        return parts;
    }

    private Map<String, Object> writing(Screen s, Form form, Optional<BigRoom> room, Optional<Merge> merge) {
        List<Option> members = community.listMembers().stream()
                .map(each -> new Option(each.id().toString(), each.name()))
                .toList();
        List<Option> kept = models.listAll().stream()
                .map(each -> new Option(each.id().toString(), s.pick(each.nameEn(), each.nameCy())))
                .toList();
        Map<String, String> names = new HashMap<>(Option.names(members));
        names.putAll(Option.names(kept));
        return Map.of(
                "form",
                form,
                "room",
                room,
                "merge",
                merge,
                "members",
                members,
                "models",
                kept,
                "spirals",
                spirals.listAll().stream()
                        .map(each -> new Option(each.id().toString(), each.question()))
                        .toList(),
                "names",
                names);
    }

    private Optional<BigRoom> read(Screen s, Form form, Optional<BigRoom> before) {
        form.require("pathway", "bigroom.pathway.blank");
        if (form.value("pathway").length() > LONGEST) {
            form.refuse("pathway", "bigroom.too-long");
        }
        List<Member> members = community.listMembers();
        Optional<UUID> inside = form.chosen("inside", members, Member::id);
        Optional<UUID> outside = form.chosen("outside", members, Member::id);
        if (inside.isEmpty()) {
            form.refuse("inside", "bigroom.inside.blank");
        }
        if (outside.isEmpty()) {
            form.refuse("outside", "bigroom.outside.blank");
        }
        if (inside.isPresent() && inside.equals(outside)) {
            form.refuse("outside", "bigroom.outside.same");
        }
        Optional<UUID> spiral =
                before.map(BigRoom::spiral).or(() -> form.chosen("spiral", spirals.listAll(), Spiral::id));
        if (spiral.isEmpty()) {
            form.refuse("spiral", "bigroom.spiral.blank");
        }
        return form.isRight()
                ? Optional.of(new BigRoom(
                        before.map(BigRoom::id).orElseGet(UUID::randomUUID),
                        form.value("pathway"),
                        before.map(BigRoom::language).orElse(s.language().code()),
                        spiral.orElseThrow(),
                        form.chosen("model", models.listAll(), Kept::id),
                        inside.orElseThrow(),
                        "",
                        outside.orElseThrow(),
                        "",
                        before.map(BigRoom::openedOn).orElse(today()),
                        form.number("version").orElse(1)))
                : Optional.empty();
    }

    private static String beginning(String words) {
        return words.length() <= 100 ? words : words.substring(0, 100) + "…";
    }

    static Optional<UUID> uuid(Form form, String field) {
        try {
            return form.value(field).isEmpty() ? Optional.empty() : Optional.of(UUID.fromString(form.value(field)));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), HERE);
    }
}
