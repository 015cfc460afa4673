package org.whorl.server.bigrooms;

import com.google.zxing.WriterException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
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
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import org.whorl.draw.Unit;
import org.whorl.engine.model.Scenario;
import org.whorl.engine.spc.ChartKind;
import org.whorl.files.report.Excerpt;
import org.whorl.server.design.Form;
import org.whorl.server.design.Option;
import org.whorl.server.design.Screen;
import org.whorl.server.experiments.Experiment;
import org.whorl.server.experiments.Field;
import org.whorl.server.findings.Findings;
import org.whorl.server.gatherings.Gathering;
import org.whorl.server.gatherings.Gatherings;
import org.whorl.server.gatherings.Live;
import org.whorl.server.gatherings.Sight;
import org.whorl.server.measures.ChartPiece;
import org.whorl.server.measures.Charted;
import org.whorl.server.models.Kept;
import org.whorl.server.models.Models;
import org.whorl.server.models.Pictures;
import org.whorl.server.people.Community;
import org.whorl.server.people.Member;
import org.whorl.server.people.QrPicture;
import org.whorl.server.permissions.Permission;
import org.whorl.server.permissions.Permitting;
import org.whorl.server.spirals.Ask;
import org.whorl.server.trust.Action;

/** One week's hour of a Big Room: led step by step, shown on a wall, and kept as its record. */
@Controller
@RequestMapping("/p/{slug}/big-rooms/weeks/{week}")
class WeekPages {

    /** More charts than these nobody takes in on one wall; of others the newest figure is told. */
    private static final int MOST_CHARTS = 4;

    private final BigRooms rooms;
    private final Gatherings gatherings;
    private final Live live;
    private final Models models;
    private final Pictures pictures;
    private final Findings findings;
    private final Permitting permitting;
    private final Community community;
    private final Clock clock;

    WeekPages(
            BigRooms rooms,
            Gatherings gatherings,
            Live live,
            Models models,
            Pictures pictures,
            Findings findings,
            Permitting permitting,
            Community community,
            Clock clock) {
        this.rooms = rooms;
        this.gatherings = gatherings;
        this.live = live;
        this.models = models;
        this.pictures = pictures;
        this.findings = findings;
        this.permitting = permitting;
        this.community = community;
        this.clock = clock;
    }

    @GetMapping
    ResponseEntity<String> week(Screen s, Form form, @PathVariable UUID week) {
        s.refuseUnless(Action.SEE_GATHERINGS);
        return s.show("bigrooms/week", parts(s, form, week));
    }

    /** For everybody in the room to see. */
    @GetMapping("/wall")
    ResponseEntity<String> wall(Screen s, Form form, @PathVariable UUID week) throws WriterException {
        s.refuseUnless(Action.SEE_GATHERINGS);
        Map<String, Object> parts = parts(s, form, week);
        String base =
                ServletUriComponentsBuilder.fromCurrentContextPath().build().toUriString();
        Week which = rooms.findWeek(week).orElseThrow();
        String address =
                base + "/j/" + gatherings.find(which.gathering()).orElseThrow().code();
        parts.put("here", base.replaceFirst("^https?://", "") + "/j");
        parts.put("qr", QrPicture.of(address, s.say("gather.qr", address)));
        return s.show("bigrooms/wall", parts);
    }

    @PostMapping("/move")
    ResponseEntity<String> move(Screen s, Form form, @PathVariable UUID week) {
        UUID gathering = rooms.findWeek(week).orElseThrow().gathering();
        Gathering.Move move = Arrays.stream(Gathering.Move.values())
                .filter(each -> each.key().equals(form.value("move")))
                .findFirst()
                .orElseThrow();
        gatherings.move(gathering, form.number("at").orElse(-2), move);
        live.tell(gathering);
        return s.leaveFor(s.to("/big-rooms/weeks/" + week));
    }

    /** Notes what came of it. */
    @PostMapping
    ResponseEntity<String> note(Screen s, Form form, @PathVariable UUID week) {
        s.refuseUnless(Action.KEEP_BIG_ROOM);
        Optional<Outcome.Kind> kind = Outcome.Kind.of(form.value("kind"));
        if (kind.isEmpty()) {
            form.refuse("kind", "bigroom.kind.blank");
        }
        form.require("words", "bigroom.words.blank");
        if (form.value("words").length() > BigRoomPages.LONGEST) {
            form.refuse("words", "bigroom.too-long");
        }
        Optional<UUID> owner = form.chosen("owner", community.listMembers(), Member::id);
        Optional<LocalDate> due = form.day("due-on", "day.wrong");
        int minutes = form.number("minutes").orElse(0);
        Optional<Ask.Kind> asked = Arrays.stream(Ask.Kind.values())
                .filter(each -> each.key().equals(form.value("ask-kind")))
                .findFirst();
        if (kind.filter(Outcome.Kind::isOwned).isPresent()) {
            if (owner.isEmpty()) {
                form.refuse("owner", "bigroom.owner.blank");
            }
            if (due.filter(each -> !each.isBefore(today())).isEmpty()) {
                form.refuse("due-on", "bigroom.due-on.blank");
            }
        }
        if (kind.equals(Optional.of(Outcome.Kind.ASK))) {
            if (form.value("words").length() < Ask.SHORTEST) {
                form.refuse("words", "ask.what.blank");
            }
            if (minutes < 1 || minutes > Ask.LONGEST_MINUTES) {
                form.refuse("minutes", "ask.minutes.wrong");
            }
            if (asked.isEmpty()) {
                form.refuse("ask-kind", "bigroom.ask-kind.blank");
            }
        }
        Optional<Experiment> learntFrom =
                kind.equals(Optional.of(Outcome.Kind.LEARNT)) ? named(form, week) : Optional.empty();
        if (form.isRight()) {
            Outcome outcome = new Outcome(
                    BigRoomPages.uuid(form, "key").orElseGet(UUID::randomUUID),
                    week,
                    today(),
                    kind.orElseThrow(),
                    form.value("words"),
                    s.language().code(),
                    Optional.empty(),
                    learntFrom.map(Experiment::id),
                    // Whoever sees to the experiment answers for what was learnt from it, unless somebody else is
                    // named.
                    owner.or(() -> learntFrom.flatMap(each -> each.id(Field.OWNER))),
                    "",
                    due,
                    "",
                    Optional.empty(),
                    1);
            switch (rooms.note(outcome, asked.orElse(Ask.Kind.TIME), minutes)) {
                case YES -> {
                    live.tell(rooms.findWeek(week).orElseThrow().gathering());
                    return s.leaveFor(s.to("/big-rooms/weeks/" + week + "#came"), "bigroom.is-noted");
                }
                case TOO_MUCH -> form.refuse("owner", "bigroom.ask.too-much");
                case TWICE -> form.refuse("words", "bigroom.ask.twice");
            }
        }
        return s.again("bigrooms/week", parts(s, form, week));
    }

    /** The experiment that the form names, of those for the room's question. */
    private Optional<Experiment> named(Form form, UUID week) {
        return rooms.listExperiments(rooms.findWeek(week).orElseThrow().room()).stream()
                .filter(each -> each.id().toString().equals(form.value("experiment")))
                .findFirst();
    }

    private Map<String, Object> parts(Screen s, Form form, UUID id) {
        Week week = rooms.findWeek(id).orElseThrow();
        BigRoom room = rooms.find(week.room()).orElseThrow();
        Sight sight = gatherings.look(week.gathering());
        List<Outcome> all = rooms.listOutcomes(room.id());
        Instant now = clock.instant();
        Map<String, Object> parts = new HashMap<>();
        parts.put("form", form);
        parts.put("room", room);
        parts.put("week", week);
        parts.put("sight", sight);
        parts.put("story", week.story().flatMap(rooms::findStory));
        parts.put("wall", wall(s, room, sight));
        parts.put(
                "permissions",
                permitting.list().stream()
                        .filter(each -> each.state(now) == Permission.State.IN_FORCE)
                        .toList());
        parts.put("now", now);
        parts.put("came", all.stream().filter(each -> each.week().equals(id)).toList());
        parts.put(
                "before",
                all.stream()
                        .filter(each -> each.kind().isOwned() && each.heldOn().isBefore(week.heldOn()))
                        .filter(each -> each.isOpen()
                                || !each.doneOn()
                                        .orElseThrow()
                                        .isBefore(week.heldOn().minusWeeks(1)))
                        .toList());
        parts.put("running", running(room));
        parts.put("tried", rooms.listTried(all));
        parts.put(
                "experiments",
                rooms.listExperiments(room.id()).stream()
                        .map(each -> new Option(each.id().toString(), each.title()))
                        .toList());
        parts.put("today", today());
        parts.put("key", UUID.randomUUID());
        parts.put(
                "kinds",
                Arrays.stream(Outcome.Kind.values())
                        .map(each -> new Option(each.key(), s.say("bigroom.kind." + each.key())))
                        .toList());
        parts.put(
                "askKinds",
                Arrays.stream(Ask.Kind.values())
                        .map(each -> new Option(each.key(), s.say("ask.kind." + each.key())))
                        .toList());
        parts.put(
                "members",
                community.listMembers().stream()
                        .map(each -> new Option(each.id().toString(), each.name()))
                        .toList());
        return parts;
    }

    /**
     * What stands on the wall: the model's measures, each with its interval, and how findings will be known to have worked. How
     * sure the model is takes a second to work out, once a version, so it is asked for only when people look at it.
     */
    private Wall wall(Screen s, BigRoom room, Sight sight) {
        if (sight.step().filter(each -> each.key().equals("board")).isEmpty()) {
            return new Wall(Optional.empty(), List.of(), "", List.of(), List.of(), List.of());
        }
        Optional<Kept> kept = room.model().flatMap(models::find);
        Optional<Excerpt> excerpt = kept.flatMap(each -> models.ready(each.id(), each.latest()))
                .map(ready -> pictures.show(
                                ready, Optional.empty(), true, s.language().words())
                        .excerpt());
        List<Excerpt.Count> measures =
                excerpt.map(each -> each.measures(Scenario.BASE)).orElse(List.of());
        return new Wall(
                kept,
                measures.isEmpty()
                        ? excerpt.flatMap(each -> each.lead(Scenario.BASE)).stream()
                                .toList()
                        : measures,
                excerpt.map(Excerpt::throughTime).orElse(""),
                measured(s, rooms.listCharts(room.id())),
                running(room),
                findings.listPublished());
    }

    private List<Experiment> running(BigRoom room) {
        return rooms.listExperiments(room.id()).stream()
                .filter(each -> each.state() == Experiment.State.RUNNING)
                .toList();
    }

    private static List<Wall.Measured> measured(Screen s, List<Charted> charts) {
        Map<UUID, List<Charted>> byMeasure = new LinkedHashMap<>();
        charts.forEach(each -> byMeasure
                .computeIfAbsent(each.measure().id(), _ -> new ArrayList<>())
                .add(each));
        List<Wall.Measured> measured = new ArrayList<>();
        for (List<Charted> each : byMeasure.values()) {
            measured.add(new Wall.Measured(
                    each.getFirst().measure(),
                    each.stream().map(chart -> place(s, chart)).toList(),
                    measured.size() < MOST_CHARTS
                            ? ChartPiece.html(s, each.getFirst(), "measured-" + measured.size())
                            : ""));
        }
        return measured;
    }

    private static Wall.Place place(Screen s, Charted charted) {
        Unit unit = charted.measure().kind() == ChartKind.P ? Unit.SHARE : Unit.NUMBER;
        String newest = charted.chart()
                .last()
                .map(each ->
                        s.say("bigroom.newest", s.language().words().value(unit, each.value()), s.date(each.date())))
                .orElse("");
        return new Wall.Place(charted.site(), newest, ChartPiece.sentence(s, charted));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), BigRoomPages.HERE);
    }
}
