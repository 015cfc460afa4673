package org.whorl.server.patterns;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.whorl.server.design.Form;
import org.whorl.server.design.Option;
import org.whorl.server.design.Screen;
import org.whorl.server.spirals.Ask;
import org.whorl.server.spirals.Asks;
import org.whorl.server.spirals.PlanStep;
import org.whorl.server.spirals.Plans;
import org.whorl.server.spirals.Spiral;
import org.whorl.server.spirals.Spirals;
import org.whorl.server.stories.Heard;
import org.whorl.server.stories.Released;
import org.whorl.server.trust.Action;
import org.whorl.server.trust.Saved;

/** Habits: ten minutes that come again, with a clock beside them, and what came of each time. */
@Controller
@RequestMapping("/p/{slug}/patterns/habits")
class HabitPages {

    private static final ZoneId HERE = ZoneId.of("Europe/London");
    private static final int LONGEST = 1_000;
    private static final int LONGEST_LINE = 200;
    private static final int ASK_MINUTES = 30;
    private static final Duration LONGEST_TIME = Duration.ofHours(2);

    private final Habits habits;
    private final Heard heard;
    private final Spirals spirals;
    private final Asks asks;
    private final Plans plans;
    private final Clock clock;

    HabitPages(Habits habits, Heard heard, Spirals spirals, Asks asks, Plans plans, Clock clock) {
        this.habits = habits;
        this.heard = heard;
        this.spirals = spirals;
        this.asks = asks;
        this.plans = plans;
        this.clock = clock;
    }

    @GetMapping
    ResponseEntity<String> all(Screen s, Form form) {
        return s.show("patterns/habits", listed(s, form));
    }

    @PostMapping
    ResponseEntity<String> begin(Screen s, Form form) {
        s.refuseUnless(Action.MAKE_SENSE);
        checkWords(form, "name", "habit.name.blank", LONGEST_LINE);
        checkWords(form, "prompt", "habit.prompt.blank", LONGEST_LINE);
        Optional<Integer> every = form.number("every").filter(Habit.EVERY::contains);
        Optional<Integer> minutes = form.number("minutes").filter(Habit.MINUTES::contains);
        if (every.isEmpty()) {
            form.refuse("every", "habit.every.blank");
        }
        if (minutes.isEmpty()) {
            form.refuse("minutes", "habit.minutes.blank");
        }
        if (!form.isRight()) {
            return s.again("patterns/habits", listed(s, form));
        }
        Habit habit = new Habit(
                UUID.randomUUID(),
                form.value("name"),
                form.value("prompt"),
                s.language().code(),
                every.orElseThrow(),
                minutes.orElseThrow(),
                today(),
                1);
        habits.begin(habit);
        return s.leaveFor(s.to("/patterns/habits/" + habit.id()), "habit.begun");
    }

    @GetMapping("/{id}")
    ResponseEntity<String> habit(Screen s, @PathVariable UUID id) {
        Habit habit = habits.find(id).orElseThrow();
        Optional<LocalDate> last = habits.findLast(id);
        return s.show(
                "patterns/habit",
                Map.of(
                        "habit",
                        habit,
                        "times",
                        habits.listTimes(id),
                        "due",
                        habit.due(last),
                        "missed",
                        habit.isOftenMissed(last, today()),
                        "mine",
                        heard.list().stream().map(Released::id).toList()));
    }

    @GetMapping("/{id}/name")
    ResponseEntity<String> name(Screen s, Form form, @PathVariable UUID id) {
        s.refuseUnless(Action.MAKE_SENSE);
        Habit habit = habits.find(id).orElseThrow();
        form.preset("name", habit.name())
                .preset("prompt", habit.prompt())
                .preset("version", Integer.toString(habit.version()));
        return s.show("patterns/habit-name", Map.of("form", form, "habit", habit));
    }

    @PostMapping("/{id}/name")
    ResponseEntity<String> rename(Screen s, Form form, @PathVariable UUID id) {
        s.refuseUnless(Action.MAKE_SENSE);
        checkWords(form, "name", "habit.name.blank", LONGEST_LINE);
        checkWords(form, "prompt", "habit.prompt.blank", LONGEST_LINE);
        if (form.isRight()) {
            Saved saved = habits.rename(
                    id,
                    form.number("version").orElse(0),
                    form.value("name"),
                    form.value("prompt"),
                    s.language().code());
            if (saved instanceof Saved.Yes yes) {
                return s.leaveFor(s.to("/patterns/habits/" + id), "saved", Habit.VERSIONED.kind(), id, yes.version());
            }
            form.refuse("name", "code.changed-first");
            form.replace(
                    "version", Integer.toString(habits.find(id).orElseThrow().version()));
        }
        return s.again(
                "patterns/habit-name",
                Map.of("form", form, "habit", habits.find(id).orElseThrow()));
    }

    @GetMapping("/{id}/now")
    ResponseEntity<String> now(Screen s, Form form, @PathVariable UUID id, @RequestParam Map<String, String> put) {
        s.refuseUnless(Action.MAKE_SENSE);
        boolean isShort = new Form(put).ticked("short");
        return s.show("patterns/habit-now", parts(s, form, habits.find(id).orElseThrow(), isShort));
    }

    @PostMapping("/{id}/now")
    ResponseEntity<String> keep(Screen s, Form form, @PathVariable UUID id) {
        s.refuseUnless(Action.MAKE_SENSE);
        Habit habit = habits.find(id).orElseThrow();
        boolean isShort = form.ticked("short");
        if (!isShort) {
            checkWords(form, "what", "habit.what.blank", LONGEST);
            checkWords(form, "so-what", "habit.so-what.blank", LONGEST);
        }
        checkWords(form, "now-what", "habit.now-what.blank", LONGEST);
        checkWords(form, "action", "habit.action.blank", LONGEST_LINE);
        if (form.value("become").equals("ask") && form.value("action").length() < Ask.SHORTEST) {
            form.refuse("action", "habit.action.short");
        }
        Optional<UUID> spiral = form.chosen("spiral", spirals.listAll(), Spiral::id);
        boolean goesOn = !form.value("become").equals("note");
        if (form.value("become").isEmpty()) {
            form.refuse("become", "habit.become.blank");
        } else if (goesOn && spiral.isEmpty()) {
            form.refuse("spiral", "habit.spiral.blank");
        }
        if (!form.isRight()) {
            return s.again("patterns/habit-now", parts(s, form, habit, isShort));
        }
        // Which were read: those whose ids the page carried, as far as they may still be heard.
        List<UUID> read = heard.list().stream()
                .map(Released::id)
                .filter(each -> form.ticked("read-" + each))
                .toList();
        String became = goesOn ? goOn(form.value("become"), spiral.orElseThrow(), form.value("action")) : "";
        habits.keep(
                id,
                new Habit.Time(
                        today(),
                        isShort,
                        read,
                        form.value("what"),
                        form.value("so-what"),
                        form.value("now-what"),
                        form.value("action"),
                        became,
                        s.language().code()));
        return s.leaveFor(s.to("/patterns/habits/" + id), "habit.held");
    }

    /** Hands the one thing to do over, as an ask or a step of the plan; where it went. */
    private String goOn(String become, UUID spiral, String action) {
        if (become.equals("step")) {
            YearMonth month = YearMonth.now(clock);
            plans.add(spiral, new PlanStep(UUID.randomUUID(), action, month, month, false, 1));
            return "/plan?spiral=" + spiral;
        }
        asks.ask(UUID.randomUUID(), spiral, Ask.Kind.TIME, action, ASK_MINUTES, Optional.empty(), Optional.empty());
        return "/asks?spiral=" + spiral;
    }

    private Map<String, Object> listed(Screen s, Form form) {
        Map<UUID, LocalDate> due = new HashMap<>();
        List<Habit> all = habits.list();
        all.forEach(habit -> due.put(habit.id(), habit.due(habits.findLast(habit.id()))));
        return Map.of(
                "form",
                form,
                "habits",
                all,
                "due",
                due,
                "every",
                options(s, "habit.every.", Habit.EVERY),
                "minutes",
                options(s, "habit.minutes.", Habit.MINUTES));
    }

    private static List<Option> options(Screen s, String key, List<Integer> values) {
        return values.stream()
                .map(value -> new Option(Integer.toString(value), s.say(key + value)))
                .toList();
    }

    private Map<String, Object> parts(Screen s, Form form, Habit habit, boolean isShort) {
        List<Option> become = new ArrayList<>(List.of(new Option("note", s.say("habit.become.note"))));
        List<Spiral> open = spirals.listAll();
        if (!open.isEmpty()) {
            become.add(new Option("ask", s.say("habit.become.ask")));
        }
        if (!open.isEmpty() && s.may(Action.PLAN)) {
            become.add(new Option("step", s.say("habit.become.step")));
        }
        form.preset("become", "note");
        Map<String, Object> parts = new HashMap<>();
        parts.put("form", form);
        parts.put("habit", habit);
        parts.put("isShort", isShort);
        parts.put("stories", habits.listNext(habit.id(), isShort));
        Instant begun = begun(form);
        parts.put("clock", clock(habit, isShort, begun));
        parts.put("begun", begun.toEpochMilli());
        parts.put("now", clock.instant().toEpochMilli());
        parts.put("become", become);
        parts.put(
                "spirals",
                open.stream()
                        .map(each -> new Option(each.id().toString(), each.question()))
                        .toList());
        return parts;
    }

    /** When they began, so that the clock does not begin again where something was left out; now, where that is not so. */
    private Instant begun(Form form) {
        Instant now = clock.instant();
        try {
            Instant begun = Instant.ofEpochMilli(Long.parseLong(form.value("begun")));
            return begun.isAfter(now) || begun.isBefore(now.minus(LONGEST_TIME)) ? now : begun;
        } catch (NumberFormatException _) {
            return now;
        }
    }

    /** The parts with the clock times at which they end. */
    private static List<Habit.Part> clock(Habit habit, boolean isShort, Instant begun) {
        int all = isShort ? Habit.SHORT_MINUTES : habit.minutes();
        int reading = all / 3 + (isShort ? 1 : 0);
        int what = isShort ? 0 : all / 5;
        int soWhat = isShort ? 0 : all / 4;
        LocalTime at = LocalTime.ofInstant(begun, HERE);
        List<Habit.Part> parts = new ArrayList<>();
        int gone = 0;
        for (Map.Entry<String, Integer> part : List.of(
                Map.entry("read", reading),
                Map.entry("what", what),
                Map.entry("so-what", soWhat),
                Map.entry("now-what", all - reading - what - soWhat))) {
            gone += part.getValue();
            LocalTime until = at.plusMinutes(gone);
            if (part.getValue() > 0) {
                parts.add(new Habit.Part(
                        part.getKey(),
                        part.getValue(),
                        "%02d:%02d".formatted(until.getHour(), until.getMinute()),
                        begun.plus(Duration.ofMinutes(gone)).toEpochMilli()));
            }
        }
        return parts;
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), HERE);
    }

    private static void checkWords(Form form, String field, String blank, int longest) {
        form.require(field, blank);
        if (form.value(field).length() > longest) {
            form.refuse(field, "tell.too-long");
        }
    }
}
