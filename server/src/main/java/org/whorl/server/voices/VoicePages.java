package org.whorl.server.voices;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.whorl.server.design.Form;
import org.whorl.server.design.Screen;
import org.whorl.server.design.Written;
import org.whorl.server.people.Community;
import org.whorl.server.spirals.Spiral;
import org.whorl.server.spirals.Spirals;
import org.whorl.server.stories.Collecting;
import org.whorl.server.trust.Action;

/** Who has taken part, who is missing, and what could be done about it. */
@Controller
@RequestMapping("/p/{slug}/patterns/voices")
class VoicePages {

    private static final int LONGEST = 500;
    private static final double MOST = 1e9;

    private final Voices voices;
    private final Community community;
    private final Spirals spirals;
    private final Collecting collecting;
    private final Clock clock;

    VoicePages(Voices voices, Community community, Spirals spirals, Collecting collecting, Clock clock) {
        this.clock = clock;
        this.voices = voices;
        this.community = community;
        this.spirals = spirals;
        this.collecting = collecting;
    }

    @GetMapping
    ResponseEntity<String> show(Screen s) {
        s.refuseUnless(Action.SEE_PEOPLE);
        List<Aspect> sides = new ArrayList<>();
        for (Axis axis : Axis.values()) {
            Voices.Weighed weighed = voices.weigh(axis);
            Map<String, String> names = names(s, axis);
            sides.add(new Aspect(
                    axis,
                    weighed.counted(),
                    weighed.balance(),
                    weighed.reference(),
                    names,
                    axis == Axis.PERSPECTIVE && s.may(Action.ASK)
                            ? weighed.balance()
                                    .map(each -> invitations(s, names, each))
                                    .orElse(Map.of())
                            : Map.of()));
        }
        SequencedMap<Spiral, List<Grown>> growths = new LinkedHashMap<>();
        spirals.listAll().forEach(spiral -> growths.put(spiral, voices.listGrown(spiral.id())));
        Map<String, Object> parts = new HashMap<>();
        parts.put("sides", sides);
        parts.put("routes", voices.countRoutes());
        parts.put("groups", voices.listGroups(Axis.PERSPECTIVE));
        parts.put("names", names(s, Axis.PERSPECTIVE));
        parts.put("phases", voices.countByPhase());
        parts.put("suspects", voices.findUsualSuspects());
        parts.put("bridges", voices.findBridges());
        parts.put("growths", growths);
        parts.put("collectors", collecting.list());
        return s.show("voices/voices", parts);
    }

    @GetMapping("/who-lives-here/{axis}")
    ResponseEntity<String> who(Screen s, Form form, @PathVariable String axis) {
        s.refuseUnless(Action.KEEP_MIX);
        Axis by = Axis.find(axis).orElseThrow();
        voices.findReference(by).ifPresent(known -> {
            form.preset("source", known.source()).preset("on", known.on().toString());
            known.sizes().forEach((part, size) -> form.preset("size-" + part, Written.plain(size)));
        });
        form.preset("on", LocalDate.now(clock).toString());
        return s.show("voices/who", parts(s, form, by));
    }

    @PostMapping("/who-lives-here/{axis}")
    ResponseEntity<String> keep(Screen s, Form form, @PathVariable String axis) {
        s.refuseUnless(Action.KEEP_MIX);
        Axis by = Axis.find(axis).orElseThrow();
        SequencedMap<String, Double> sizes = new LinkedHashMap<>();
        for (String group : names(s, by).sequencedKeySet()) {
            size(form, "size-" + group).ifPresent(size -> sizes.put(group, size));
        }
        boolean nobody = !sizes.isEmpty() && sizes.values().stream().allMatch(size -> size == 0);
        if (sizes.size() == 1 || nobody) {
            form.refuse("size-" + sizes.firstEntry().getKey(), "mix.two");
        }
        LocalDate on = LocalDate.MIN;
        if (!sizes.isEmpty()) {
            form.require("source", "mix.source.blank");
            if (form.value("source").length() > LONGEST) {
                form.refuse("source", "offer.what.long");
            }
            on = form.pastDay("on", "mix.on.blank", LocalDate.now(clock)).orElse(on);
        }
        if (!form.isRight()) {
            return s.again("voices/who", parts(s, form, by));
        }
        voices.keep(
                new Reference(by, sizes, form.value("source"), on, s.language().code()));
        return s.leaveFor(s.to("/patterns/voices") + "#" + by.key(), "saved");
    }

    private static Optional<Double> size(Form form, String field) {
        String written = form.value(field).replace(",", "").replace("%", "").strip();
        if (written.isEmpty()) {
            return Optional.empty();
        }
        try {
            double size = Double.parseDouble(written);
            if (size >= 0 && size <= MOST) {
                return Optional.of(size);
            }
        } catch (NumberFormatException _) {
            // said below
        }
        form.refuse(field, "mix.size.wrong");
        return Optional.empty();
    }

    private Map<String, Object> parts(Screen s, Form form, Axis axis) {
        return Map.of("form", form, "axis", axis, "names", names(s, axis));
    }

    /** What each group is called, in their own order. */
    private SequencedMap<String, String> names(Screen s, Axis axis) {
        SequencedMap<String, String> names = new LinkedHashMap<>();
        switch (axis) {
            case PERSPECTIVE ->
                community
                        .listPerspectives()
                        .forEach(each -> names.put(each.id().toString(), s.pick(each.nameEn(), each.nameCy())));
            case PLACE -> {
                community
                        .listPlaces()
                        .forEach(each -> names.put(each.id().toString(), s.pick(each.nameEn(), each.nameCy())));
            }
            case LANGUAGE -> List.of("en", "cy").forEach(each -> names.put(each, s.say("tell.answer." + each)));
        }
        return names;
    }

    /** An ask for each group that is missing, prepared for whoever wants to send it to somebody they trust. */
    private static Map<String, String> invitations(Screen s, Map<String, String> names, Balance balance) {
        Map<String, String> asks = new LinkedHashMap<>();
        for (String group : balance.missing()) {
            if (names.containsKey(group)) {
                asks.put(
                        names.get(group),
                        s.to("/asks/new") + "?kind=connection&minutes=15&what="
                                + URLEncoder.encode(s.say("voices.ask", names.get(group)), StandardCharsets.UTF_8));
            }
        }
        return asks;
    }
}
