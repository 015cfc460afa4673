package org.whorl.server.stories;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.whorl.server.design.Form;
import org.whorl.server.design.Option;
import org.whorl.server.design.Screen;
import org.whorl.server.people.Community;
import org.whorl.server.spirals.Spiral;
import org.whorl.server.spirals.Spirals;
import org.whorl.server.trust.Action;
import org.whorl.server.trust.Saved;
import org.whorl.server.trust.Viewer;

/** Promises: made, moved, kept or broken, and judged by those who were promised something. */
@Controller
class PromisePages {

    /** So many stories can be ticked on a form; whoever begins at a story finds it ticked. */
    private static final int MOST = 20;

    private final Promises promises;
    private final Heard heard;
    private final OwnStories own;
    private final Spirals spirals;
    private final Community community;
    private final Clock clock;

    PromisePages(Promises promises, Heard heard, OwnStories own, Spirals spirals, Community community, Clock clock) {
        this.promises = promises;
        this.heard = heard;
        this.own = own;
        this.spirals = spirals;
        this.community = community;
        this.clock = clock;
    }

    @GetMapping("/p/{slug}/promises")
    ResponseEntity<String> list(Screen s) {
        List<Promise> all = promises.list();
        return s.show("stories/promises", Map.of("promises", all, "kept", Kept.of(all, today()), "today", today()));
    }

    @GetMapping("/p/{slug}/promises/new")
    ResponseEntity<String> begin(Screen s, Form form, @RequestParam Map<String, String> put) {
        s.refuseUnless(Action.PROMISE);
        form.presetAll(put);
        s.viewer().member().ifPresent(me -> form.preset("by", me.toString()));
        heard.list().stream()
                .filter(story -> story.id().toString().equals(form.value("story")))
                .findFirst()
                .ifPresent(story -> {
                    form.preset("to-" + story.id(), "yes");
                    story.spiral().ifPresent(spiral -> form.preset("spiral", spiral.toString()));
                });
        return s.show("stories/promise-new", parts(s, form));
    }

    @PostMapping("/p/{slug}/promises/new")
    ResponseEntity<String> make(Screen s, Form form) {
        s.refuseUnless(Action.PROMISE);
        Optional<UUID> member = form.chosen("by", community.listMembers(), each -> each.id());
        Optional<UUID> partner = form.chosen("by", community.listPartners(), each -> each.id());
        if (member.isEmpty() && partner.isEmpty()) {
            form.refuse("by", "promise.by.blank");
        }
        if (form.value("what").length() < Promise.SHORTEST || form.value("what").length() > Promise.LONGEST) {
            form.refuse("what", "promise.what.blank");
        }
        Optional<LocalDate> due = day(form, "due");
        if (!form.isRight()) {
            return s.again("stories/promise-new", parts(s, form));
        }
        UUID id = UUID.randomUUID();
        promises.make(new Promise(
                id,
                new Promise.By(member, "", partner, "", "", s.viewer().member()),
                form.value("what"),
                s.language().code(),
                form.chosen("spiral", spirals.listAll(), Spiral::id),
                heard.list().stream()
                        .map(Released::id)
                        .filter(story -> form.ticked("to-" + story))
                        .toList(),
                due.orElseThrow(),
                List.of(),
                Promise.State.OPEN,
                "",
                today(),
                new Promise.Said(0, 0),
                1));
        return s.leaveFor(s.to("/promises/" + id), "promise.made");
    }

    @GetMapping("/p/{slug}/promises/{id}")
    ResponseEntity<String> show(Screen s, Form form, @PathVariable UUID id) {
        return s.show("stories/promise", one(form, promises.find(id).orElseThrow()));
    }

    @PostMapping("/p/{slug}/promises/{id}/move")
    ResponseEntity<String> move(Screen s, Form form, @PathVariable UUID id) {
        Promise promise = promises.find(id).orElseThrow();
        Optional<LocalDate> to = day(form, "to");
        if (to.isPresent() && !to.get().isAfter(promise.dueOn())) {
            form.refuse("to", "promise.to.earlier");
        }
        form.require("why", "promise.why.blank");
        if (form.value("why").length() > Promise.LONGEST) {
            form.refuse("why", "tell.too-long");
        }
        if (!form.isRight()) {
            return s.again("stories/promise", one(form, promise));
        }
        return saved(s, id, promises.move(id, form.number("version").orElse(0), to.orElseThrow(), form.value("why")));
    }

    @PostMapping("/p/{slug}/promises/{id}/settle")
    ResponseEntity<String> settle(Screen s, Form form, @PathVariable UUID id) {
        Promise promise = promises.find(id).orElseThrow();
        boolean kept = form.value("state").equals("kept");
        if (!kept && !form.value("state").equals("broken")) {
            form.refuse("state", "promise.state.blank");
        }
        form.require("note", "promise.note.blank");
        if (form.value("note").length() > Promise.LONGEST) {
            form.refuse("note", "tell.too-long");
        }
        if (!form.isRight()) {
            return s.again("stories/promise", one(form, promise));
        }
        Promise.State state = kept ? Promise.State.KEPT : Promise.State.BROKEN;
        return saved(s, id, promises.settle(id, form.number("version").orElse(0), state, form.value("note")));
    }

    /** Whoever told something is nobody in particular here, also when they have signed in. */
    @PostMapping("/t/mine/{code}/promises/{id}")
    ResponseEntity<String> judge(Screen s, Form form, @PathVariable String code, @PathVariable UUID id) {
        Own mine = Viewer.stranger()
                .doing(() -> own.find(code))
                .orElseThrow(() -> new NoSuchElementException("nothing was told with that code"));
        String kept = form.value("kept");
        boolean done = (kept.equals("yes") || kept.equals("no"))
                && mine.where().teller().doing(() -> promises.judge(code, id, kept.equals("yes")));
        return s.leaveFor("/t/mine/" + code, done ? "promise.judged" : "mine.changed");
    }

    private ResponseEntity<String> saved(Screen s, UUID id, Saved saved) {
        return switch (saved) {
            case Saved.Yes yes ->
                s.leaveFor(s.to("/promises/" + id), "saved", Promise.VERSIONED.kind(), id, yes.version());
            case Saved.Conflict _ -> s.leaveFor(s.to("/promises/" + id), "promise.changed-first");
            case Saved.Gone _ -> s.leaveFor(s.to("/promises"), "promise.not-yours");
        };
    }

    /** The day in a field, which is not over. */
    private Optional<LocalDate> day(Form form, String field) {
        try {
            LocalDate day = LocalDate.parse(form.value(field));
            if (!day.isBefore(today()) && day.isBefore(today().plusYears(10))) {
                return Optional.of(day);
            }
        } catch (DateTimeParseException _) {
            // as if it were over
        }
        form.refuse(field, "promise.day.wrong");
        return Optional.empty();
    }

    private Map<String, Object> one(Form form, Promise promise) {
        form.preset("version", Integer.toString(promise.version()));
        return Map.of("form", form, "promise", promise, "today", today());
    }

    private Map<String, Object> parts(Screen s, Form form) {
        List<Option> who = Stream.concat(
                        community.listPartners().stream()
                                .filter(each -> each.endedOn().isEmpty())
                                .map(each -> new Option(each.id().toString(), s.pick(each.nameEn(), each.nameCy()))),
                        community.listMembers().stream()
                                .map(each -> new Option(each.id().toString(), each.name())))
                .toList();
        List<Option> questions = spirals.listAll().stream()
                .map(each -> new Option(
                        each.id().toString(),
                        each.isTranslatedFor(s.language().code()) ? each.translation() : each.question()))
                .toList();
        Map<String, Object> parts = new HashMap<>();
        parts.put("form", form);
        parts.put("who", who);
        parts.put("questions", questions);
        parts.put(
                "stories",
                heard.list().stream()
                        .filter(story -> story.kind() != Kind.THANKS)
                        .sorted(java.util.Comparator.comparing(story -> !form.ticked("to-" + story.id())))
                        .limit(MOST)
                        .toList());
        return parts;
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneId.of("Europe/London"));
    }
}
