package org.whorl.server.strengths;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.whorl.draw.Figure;
import org.whorl.draw.Funnel;
import org.whorl.engine.answer.Estimate;
import org.whorl.files.Fault;
import org.whorl.files.FunnelFile;
import org.whorl.server.design.Form;
import org.whorl.server.design.Option;
import org.whorl.server.design.Screen;
import org.whorl.server.people.Community;
import org.whorl.server.trust.Action;
import org.whorl.server.trust.Disclosure;

/** Where it goes well: figures brought in, teams worth asking, who is in a team. */
@Controller
@RequestMapping("/p/{slug}/patterns/bright-spots")
class BrightPages {

    private static final int LONGEST = 500;

    private final BrightSpots spots;
    private final Community community;
    private final Clock clock;

    BrightPages(BrightSpots spots, Community community, Clock clock) {
        this.clock = clock;
        this.spots = spots;
        this.community = community;
    }

    @GetMapping
    ResponseEntity<String> all(Screen s) {
        s.refuseUnless(Action.SEE_PEOPLE);
        return s.show("strengths/bright-all", Map.of("measures", spots.list(), "inquiries", spots.listInquiries()));
    }

    @GetMapping("/new")
    ResponseEntity<String> start(Screen s, Form form) {
        s.refuseUnless(Action.KEEP_FIGURES);
        return s.show(
                "strengths/bright-new",
                bringing(
                        s,
                        form.preset("better", "more")
                                .preset("on", LocalDate.now(clock).toString()),
                        List.of()));
    }

    @PostMapping("/new")
    ResponseEntity<String> bring(
            Screen s, Form form, @RequestParam(name = "files", required = false) Optional<MultipartFile> sent)
            throws IOException {
        s.refuseUnless(Action.KEEP_FIGURES);
        form.require("name", "bright.name.blank");
        form.require("source", "mix.source.blank");
        if (form.value("name").length() > LONGEST || form.value("source").length() > LONGEST) {
            form.refuse("name", "offer.what.long");
        }
        Optional<LocalDate> on = form.pastDay("on", "mix.on.blank", LocalDate.now(clock));
        byte[] bytes = sent.isPresent() ? sent.get().getBytes() : new byte[0];
        if (bytes.length == 0) {
            bytes = form.value("figures").getBytes(StandardCharsets.UTF_8);
        }
        if (bytes.length == 0) {
            form.refuse("figures", "bright.figures.blank");
        }
        if (spots.list().stream().anyMatch(each -> each.name().equalsIgnoreCase(form.value("name")))) {
            form.refuse("name", "bright.name.there");
        }
        if (!form.isRight()) {
            return s.again("strengths/bright-new", bringing(s, form, List.of()));
        }
        return switch (read(bytes)) {
            case FunnelFile.Bad bad -> s.again("strengths/bright-new", bringing(s, form, bad.faults()));
            case FunnelFile.Good good -> {
                Measure measure = new Measure(
                        UUID.randomUUID(),
                        form.value("name"),
                        s.language().code(),
                        !form.value("better").equals("fewer"),
                        form.value("source"),
                        on.orElseThrow());
                spots.keep(measure, good.rows());
                yield s.leaveFor(s.to("/patterns/bright-spots/" + measure.id()), "bright.kept");
            }
        };
    }

    @GetMapping("/{id}")
    ResponseEntity<String> show(Screen s, @PathVariable UUID id) {
        s.refuseUnless(Action.SEE_PEOPLE);
        Measure measure = spots.find(id).orElseThrow();
        BrightPicture picture = spots.look(measure);
        Comparator<String> order = s.texts().order();
        List<BrightPicture.Spot> bright = picture.spots().stream()
                .sorted(Comparator.comparing(BrightPicture.Spot::team, order))
                .toList();
        Map<String, Object> parts = new HashMap<>();
        parts.put("measure", measure);
        parts.put("picture", picture);
        parts.put("spots", bright);
        parts.put("others", picture.others().stream().sorted(order).toList());
        parts.put("chart", chart(s, measure, picture, bright));
        parts.put(
                "inquiries",
                spots.listInquiries().stream()
                        .filter(each -> each.measure().equals(id))
                        .toList());
        return s.show("strengths/bright", parts);
    }

    @GetMapping("/{id}/team")
    ResponseEntity<String> team(Screen s, @PathVariable UUID id, @RequestParam Map<String, String> put) {
        s.refuseUnless(Action.KEEP_FIGURES);
        return s.show(
                "strengths/bright-team", inTeam(s, new Form(put), spots.find(id).orElseThrow()));
    }

    @PostMapping("/{id}/team")
    ResponseEntity<String> put(Screen s, Form form, @PathVariable UUID id) {
        s.refuseUnless(Action.KEEP_FIGURES);
        Measure measure = spots.find(id).orElseThrow();
        Optional<UUID> member = form.chosen("member", community.listMembers(), each -> each.id());
        form.require("team", "bright.team.blank");
        if (member.isEmpty()) {
            form.refuse("member", "bright.member.blank");
        }
        if (form.isRight()
                && !spots.put(
                        id,
                        form.value("team"),
                        member.orElseThrow(),
                        !form.value("what").equals("out"))) {
            form.refuse("team", "bright.team.blank");
        }
        return form.isRight()
                ? s.leaveFor(s.to("/patterns/bright-spots/" + id), "saved")
                : s.again("strengths/bright-team", inTeam(s, form, measure));
    }

    @PostMapping("/{id}/remove")
    ResponseEntity<String> remove(Screen s, @PathVariable UUID id) {
        spots.remove(id);
        return s.leaveFor(s.to("/patterns/bright-spots"), "bright.removed");
    }

    @PostMapping("/{id}/ask")
    ResponseEntity<String> ask(Screen s, Form form, @PathVariable UUID id) {
        return spots.begin(id, form.value("team"), s.language().code())
                .map(begun -> s.leaveFor(s.to("/patterns/inquiries/" + begun.id())))
                .orElseGet(() -> show(s.refuse("bright.not-now", s.to("/patterns/bright-spots/" + id)), id));
    }

    /**
     * Those well beyond the others, and the viewer's own, beside the limits. Nobody else has a dot, not even without a name: from
     * how many people stand behind it one could tell whose it is.
     */
    private static String chart(Screen s, Measure measure, BrightPicture picture, List<BrightPicture.Spot> bright) {
        List<Funnel.Dot> dots = new ArrayList<>();
        bright.forEach(spot -> dot(spot.team(), spot.share(), spot.people()).ifPresent(dots::add));
        picture.own().stream()
                .filter(own -> own.side() != BrightPicture.Where.GOOD)
                .forEach(own -> dot(own.team(), own.share(), own.people()).ifPresent(dots::add));
        return dots.isEmpty()
                ? ""
                : new Figure(
                                "spots",
                                new Funnel(
                                        s.language().words(),
                                        measure.name(),
                                        s.say("bright.chart"),
                                        s.say("bright.chart.people"),
                                        s.say("bright.share.of"),
                                        s.say("bright.chart.limits"),
                                        picture.target(),
                                        picture.limits().stream()
                                                .map(limit -> new Funnel.Limit(
                                                        limit.size(),
                                                        limit.share().low(),
                                                        limit.share().high()))
                                                .toList(),
                                        dots))
                        .html();
    }

    private static Optional<Funnel.Dot> dot(String team, Optional<Estimate> share, Disclosure.Shown people) {
        OptionalInt size = BrightPicture.size(people);
        return size.isPresent()
                ? share.map(known -> new Funnel.Dot(team, size.getAsInt(), known.mean()))
                : Optional.empty();
    }

    private static FunnelFile.Outcome read(byte[] bytes) throws IOException {
        Path folder = Files.createTempDirectory("figures");
        Path file = folder.resolve("figures.csv");
        try {
            Files.write(file, bytes);
            return FunnelFile.read(file);
        } finally {
            Files.deleteIfExists(file);
            Files.delete(folder);
        }
    }

    private static Map<String, Object> bringing(Screen s, Form form, List<Fault> faults) {
        List<Option> better = List.of(
                new Option("more", s.say("bright.better.more")), new Option("fewer", s.say("bright.better.fewer")));
        return Map.of("form", form, "better", better, "faults", faults);
    }

    private Map<String, Object> inTeam(Screen s, Form form, Measure measure) {
        List<String> teams =
                spots.look(measure).teams().stream().sorted(s.texts().order()).toList();
        Function<String, Option> same = team -> new Option(team, team);
        return Map.of(
                "form",
                form.preset("what", "in"),
                "measure",
                measure,
                "teams",
                teams.stream().map(same).toList(),
                "members",
                community.listMembers().stream()
                        .map(member -> new Option(member.id().toString(), member.name()))
                        .toList(),
                "whats",
                List.of(new Option("in", s.say("bright.team.in")), new Option("out", s.say("bright.team.out"))));
    }
}
