package org.whorl.server.strengths;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.whorl.server.design.Form;
import org.whorl.server.design.Merge;
import org.whorl.server.design.Option;
import org.whorl.server.design.Screen;
import org.whorl.server.people.Community;
import org.whorl.server.people.Partner;
import org.whorl.server.people.Place;
import org.whorl.server.trust.Action;
import org.whorl.server.trust.Saved;

/** The asset map: a list to read and to filter, one page for each, and keeping it right. */
@Controller
@RequestMapping("/p/{slug}/assets")
class AssetPages {

    private final AssetMap assets;
    private final Community community;
    private final Clock clock;

    AssetPages(AssetMap assets, Community community, Clock clock) {
        this.assets = assets;
        this.community = community;
        this.clock = clock;
    }

    @GetMapping
    ResponseEntity<String> all(Screen s, @RequestParam Map<String, String> put) {
        Form form = new Form(put);
        boolean toCheck = s.may(Action.KEEP_ASSET) && form.ticked("check");
        List<Asset> all = assets.list();
        List<Asset> shown = (toCheck ? assets.listToCheck() : all)
                .stream().filter(asset -> isWanted(form, asset)).toList();
        Map<String, Object> parts = new HashMap<>();
        parts.put("form", form);
        parts.put("all", all);
        parts.put("shown", shown);
        parts.put("toCheck", s.may(Action.KEEP_ASSET) ? assets.listToCheck().size() : 0);
        parts.put("takenBack", s.may(Action.KEEP_ASSET) ? assets.countTakenBack() : 0);
        parts.put("kinds", kinds(s));
        parts.put("gives", gives(s));
        parts.put("places", Places.options(s, community));
        parts.put("counts", counts(s, all));
        parts.put("today", LocalDate.now(clock));
        return s.show("strengths/assets", parts);
    }

    private boolean isWanted(Form form, Asset asset) {
        Optional<Give> give = Give.find(form.value("give"));
        return (form.value("kind").isEmpty()
                        || form.value("kind").equals(asset.kind().key()))
                && (give.isEmpty() || asset.gives().contains(give.get()))
                && (form.value("place").isEmpty()
                        || asset.where()
                                .place()
                                .filter(place -> Places.within(community.listPlaces(), place, form.value("place")))
                                .isPresent());
    }

    /** How many there are in each place, most first. */
    private List<PlaceCount> counts(Screen s, List<Asset> all) {
        Map<String, String> names = Option.names(Places.options(s, community));
        return all.stream()
                .collect(Collectors.groupingBy(
                        asset -> asset.where().place().map(UUID::toString).orElse(""), Collectors.counting()))
                .entrySet()
                .stream()
                .map(entry -> new PlaceCount(
                        entry.getKey(), names.getOrDefault(entry.getKey(), s.say("asset.nowhere")), entry.getValue()))
                .sorted(Comparator.comparingLong(PlaceCount::assets).reversed().thenComparing(PlaceCount::name))
                .toList();
    }

    @GetMapping("/new")
    ResponseEntity<String> start(Screen s, Form form) {
        s.refuseUnless(Action.KEEP_ASSET);
        form.preset("kind", Asset.Kind.ASSOCIATION.key())
                .preset("consent-on", LocalDate.now(clock).toString())
                .preset("open-to", "partnership");
        return s.show("strengths/asset-edit", editing(s, form, Optional.empty(), Optional.empty()));
    }

    @PostMapping("/new")
    ResponseEntity<String> doStart(Screen s, Form form) {
        s.refuseUnless(Action.KEEP_ASSET);
        UUID id = UUID.randomUUID();
        LocalDate today = LocalDate.now(clock);
        Asset.Check check = form.ticked("checked")
                ? new Asset.Check(Optional.of(today), s.viewer().member(), "")
                : Asset.Check.NEVER;
        Optional<Asset> asset = new AssetForm(form).asset(id, places(), partners(), check, today);
        if (asset.isEmpty()) {
            return s.again("strengths/asset-edit", editing(s, form, Optional.empty(), Optional.empty()));
        }
        assets.add(asset.get());
        return s.leaveFor(s.to("/assets/" + id), "asset.added");
    }

    @GetMapping("/{id}")
    ResponseEntity<String> show(Screen s, @PathVariable UUID id) {
        Asset asset = assets.find(id).orElseThrow();
        return s.show(
                "strengths/asset",
                Map.of(
                        "asset",
                        asset,
                        "place",
                        Places.name(s, community, asset.where().place()),
                        "partner",
                        asset.partner()
                                .flatMap(partner -> community.listPartners().stream()
                                        .filter(each -> each.id().equals(partner))
                                        .findFirst())
                                .map(partner -> s.pick(partner.nameEn(), partner.nameCy()))
                                .orElse(""),
                        "today",
                        LocalDate.now(clock)));
    }

    @GetMapping("/{id}/edit")
    ResponseEntity<String> change(Screen s, @PathVariable UUID id) {
        s.refuseUnless(Action.KEEP_ASSET);
        Asset asset = assets.find(id).orElseThrow();
        return s.show("strengths/asset-edit", editing(s, AssetForm.of(asset), Optional.of(asset), Optional.empty()));
    }

    @PostMapping("/{id}/edit")
    ResponseEntity<String> doChange(Screen s, Form form, @PathVariable UUID id) {
        s.refuseUnless(Action.KEEP_ASSET);
        Optional<Asset> before = assets.find(id);
        if (before.isEmpty()) {
            return s.refused("asset.gone", s.to("/assets"));
        }
        Optional<Asset> asset =
                new AssetForm(form).asset(id, places(), partners(), before.get().check(), LocalDate.now(clock));
        if (asset.isEmpty()) {
            return s.again("strengths/asset-edit", editing(s, form, before, Optional.empty()));
        }
        return switch (assets.change(asset.get())) {
            case Saved.Yes yes -> leaveFor(s, id, "saved", yes);
            case Saved.Conflict conflict -> {
                Merge merge = Merge.of(form, conflict, AssetForm.FIELDS, UnaryOperator.identity());
                AssetForm.ticked(merge.form());
                yield s.again("strengths/asset-edit", editing(s, merge.form(), before, Optional.of(merge)));
            }
            case Saved.Gone _ -> s.refused("asset.gone", s.to("/assets"));
        };
    }

    @PostMapping("/{id}/checked")
    ResponseEntity<String> check(Screen s, Form form, @PathVariable UUID id) {
        return switch (assets.check(id, form.number("version").orElse(0))) {
            case Saved.Yes yes -> leaveFor(s, id, "asset.checked", yes);
            case Saved.Conflict _ -> s.refused("asset.changed-first", s.to("/assets/" + id));
            case Saved.Gone _ -> s.refused("asset.gone", s.to("/assets"));
        };
    }

    @GetMapping("/{id}/take-back")
    ResponseEntity<String> sure(Screen s, @PathVariable UUID id) {
        s.refuseUnless(Action.KEEP_ASSET);
        return s.show(
                "strengths/asset-take-back", Map.of("asset", assets.find(id).orElseThrow()));
    }

    @PostMapping("/{id}/take-back")
    ResponseEntity<String> takeBack(Screen s, @PathVariable UUID id) {
        return assets.takeBack(id)
                ? s.leaveFor(s.to("/assets"), "asset.taken-back")
                : s.refused("asset.gone", s.to("/assets"));
    }

    private static ResponseEntity<String> leaveFor(Screen s, UUID id, String notice, Saved.Yes yes) {
        return s.leaveFor(s.to("/assets/" + id), notice, Asset.VERSIONED.kind(), id, yes.version());
    }

    private Map<String, Object> editing(Screen s, Form form, Optional<Asset> before, Optional<Merge> merge) {
        List<Option> places = Places.options(s, community);
        List<Option> partners = community.listPartners().stream()
                .map(partner -> new Option(partner.id().toString(), s.pick(partner.nameEn(), partner.nameCy())))
                .toList();
        List<Option> how = Asset.Consent.HOW.stream()
                .map(each -> new Option(each, s.say("asset.how." + each)))
                .toList();
        List<Option> openTo = List.of(
                new Option("partnership", s.say("asset.open-to.partnership")),
                new Option("public", s.say("asset.open-to.public")));
        Map<String, String> names = new HashMap<>();
        List.of(kinds(s), places, partners, how, openTo).forEach(options -> names.putAll(Option.names(options)));
        return Map.of(
                "form",
                form,
                "before",
                before,
                "merge",
                merge,
                "kinds",
                kinds(s),
                "places",
                places,
                "partners",
                partners,
                "how",
                how,
                "openTo",
                openTo,
                "names",
                names);
    }

    private static List<Option> kinds(Screen s) {
        return Arrays.stream(Asset.Kind.values())
                .map(kind -> new Option(kind.key(), s.say("asset.kind." + kind.key())))
                .toList();
    }

    private static List<Option> gives(Screen s) {
        return Arrays.stream(Give.values())
                .map(give -> new Option(give.key(), s.say("give." + give.key())))
                .toList();
    }

    private Set<UUID> places() {
        return community.listPlaces().stream().map(Place::id).collect(Collectors.toSet());
    }

    private Set<UUID> partners() {
        return new HashSet<>(community.listPartners().stream().map(Partner::id).toList());
    }
}
