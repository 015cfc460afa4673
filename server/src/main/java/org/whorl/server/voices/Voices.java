package org.whorl.server.voices;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SequencedMap;
import java.util.Set;
import java.util.UUID;
import org.whorl.engine.voices.Mix;
import org.whorl.server.people.Community;
import org.whorl.server.people.Member;
import org.whorl.server.people.Perspective;
import org.whorl.server.people.Place;
import org.whorl.server.spirals.Phase;
import org.whorl.server.spirals.TakenPart;
import org.whorl.server.spirals.TakingPart;
import org.whorl.server.stories.Collecting;
import org.whorl.server.stories.RouteMix;
import org.whorl.server.trust.Action;
import org.whorl.server.trust.Disclosure.Shown;
import org.whorl.server.trust.Door;
import org.whorl.server.trust.Needs;
import org.whorl.server.trust.Note;
import org.whorl.server.trust.Viewer;

/** The door to who has taken part and who is missing. Nothing of fewer than ten people leaves it. */
@Door
public class Voices {

    private final ReferenceStore store;
    private final Community community;
    private final TakingPart takingPart;
    private final Collecting collecting;
    private final Clock clock;

    Voices(ReferenceStore store, Community community, TakingPart takingPart, Collecting collecting, Clock clock) {
        this.store = store;
        this.community = community;
        this.takingPart = takingPart;
        this.collecting = collecting;
        this.clock = clock;
    }

    /** Who lives, works and pays here, if somebody has said so. */
    @Needs(Action.SEE_PEOPLE)
    public Optional<Reference> findReference(Axis axis) {
        return store.find(axis);
    }

    /** Says who lives, works and pays here; without any group it is said no more. */
    @Needs(Action.KEEP_MIX)
    public void keep(Reference reference) {
        Note.about("mix", reference.axis().key(), reference.sizes().isEmpty() ? "taken away" : "");
        if (reference.sizes().isEmpty()) {
            store.remove(reference.axis());
        } else {
            store.put(Viewer.current().partnership().orElseThrow(), reference);
        }
    }

    /** The groups that can be set beside those who came. */
    @Needs(Action.SEE_PEOPLE)
    public List<String> listGroups(Axis axis) {
        return groups(axis);
    }

    /**
     * Who took part, or what was told, group by group.
     *
     * @param counted who came
     * @param reference who lives, works and pays here, if somebody has said so
     * @param balance one beside the other; empty where that is not said, or where too few came
     */
    record Weighed(Counted counted, Optional<Reference> reference, Optional<Balance> balance) {}

    /** Weighs who came, worked out once. */
    @Needs(Action.SEE_PEOPLE)
    Weighed weigh(Axis axis) {
        Counted counted = counted(axis);
        Optional<Reference> known = store.find(axis);
        return new Weighed(
                counted,
                known,
                known.map(reference -> new Reference(
                                axis,
                                Reference.ordered(reference.sizes(), groups(axis)),
                                reference.source(),
                                reference.on(),
                                reference.language()))
                        .flatMap(reference -> Balance.of(counted, reference)));
    }

    /** By which ways people told something. */
    @Needs(Action.SEE_PEOPLE)
    public Counted countRoutes() {
        RouteMix mix = collecting.mix();
        return Counted.of(parts(mix.routes()), mix.total());
    }

    /** Who took part, by whose voice they bring and by what the turn was about. */
    @Needs(Action.SEE_PEOPLE)
    public List<List<Shown>> countByPhase() {
        Map<UUID, String> voices = voices();
        List<TakenPart> turns = takingPart.list();
        return Counted.table(groups(Axis.PERSPECTIVE).stream()
                .map(group -> Arrays.stream(Phase.values())
                        .map(phase -> (int) turns.stream()
                                .filter(turn -> turn.phase() == phase)
                                .flatMap(turn -> turn.members().stream())
                                .distinct()
                                .filter(member -> group.equals(voices.get(member)))
                                .count())
                        .toList())
                .toList());
    }

    /** The share of all contributions that came from the tenth who contributed most; empty where too few took part. */
    @Needs(Action.SEE_PEOPLE)
    public OptionalDouble findUsualSuspects() {
        Map<UUID, Integer> contributions = new HashMap<>();
        takingPart.list().forEach(turn -> turn.members().forEach(one -> contributions.merge(one, 1, Integer::sum)));
        takingPart.listExchanges().forEach(each -> {
            contributions.merge(each.asker(), 1, Integer::sum);
            contributions.merge(each.answerer(), 1, Integer::sum);
        });
        return contributions.size() < Bridges.ENOUGH
                ? OptionalDouble.empty()
                : OptionalDouble.of(Mix.usualSuspects(contributions.values().stream()
                        .mapToInt(Integer::intValue)
                        .toArray()));
    }

    /** On how few the bridges rest, and where the viewer stands. */
    @Needs(Action.SEE_PEOPLE)
    public Bridges findBridges() {
        return Bridges.of(
                community.listMembers(),
                takingPart.list(),
                takingPart.listExchanges(),
                Viewer.current().member());
    }

    /** How a spiral grew, turn by turn. */
    @Needs(Action.SEE_PEOPLE)
    public List<Grown> listGrown(UUID spiral) {
        return Grown.of(
                takingPart.list().stream()
                        .filter(turn -> turn.spiral().equals(spiral))
                        .toList(),
                LocalDate.now(clock));
    }

    private List<String> groups(Axis axis) {
        return switch (axis) {
            case PERSPECTIVE ->
                community.listPerspectives().stream()
                        .map(Perspective::id)
                        .map(UUID::toString)
                        .toList();
            case PLACE ->
                community.listPlaces().stream()
                        .map(Place::id)
                        .map(UUID::toString)
                        .toList();
            case LANGUAGE -> List.of("en", "cy");
        };
    }

    private Counted counted(Axis axis) {
        RouteMix mix = collecting.mix();
        return switch (axis) {
            case PERSPECTIVE -> takenPart();
            case PLACE -> within(Counted.of(parts(mix.places()), mix.total()));
            case LANGUAGE -> Counted.of(parts(mix.languages()), mix.total());
        };
    }

    /** Members by whose voice they bring; whoever has not said is not counted, and so cannot be worked out. */
    private Counted takenPart() {
        Map<UUID, String> voices = voices();
        Set<UUID> came = new HashSet<>();
        takingPart.list().forEach(turn -> came.addAll(turn.members()));
        takingPart.listExchanges().forEach(each -> came.addAll(List.of(each.asker(), each.answerer())));
        SequencedMap<String, Integer> counts = new LinkedHashMap<>();
        for (String group : groups(Axis.PERSPECTIVE)) {
            counts.put(group, (int)
                    came.stream().filter(one -> group.equals(voices.get(one))).count());
        }
        return Counted.of(counts);
    }

    private Map<UUID, String> voices() {
        Map<UUID, String> voices = new HashMap<>();
        for (Member member : community.listMembers()) {
            member.perspective()
                    .ifPresent(voice -> voices.put(member.id(), voice.id().toString()));
        }
        return voices;
    }

    /** What was told about a neighbourhood counts for the place around it where that is what is set beside it. */
    private Counted within(Counted counted) {
        Set<String> wanted = store.find(Axis.PLACE)
                .map(each -> Set.copyOf(each.sizes().keySet()))
                .orElse(Set.of());
        Map<String, Place> places = new HashMap<>();
        community.listPlaces().forEach(place -> places.put(place.id().toString(), place));
        SequencedMap<String, List<Shown>> joined = new LinkedHashMap<>();
        counted.groups().forEach((key, shown) -> {
            String at = key;
            Optional<UUID> parent = parent(places, at);
            while (!wanted.contains(at) && parent.isPresent()) {
                at = parent.get().toString();
                parent = parent(places, at);
            }
            joined.computeIfAbsent(wanted.contains(at) ? at : key, _ -> new ArrayList<>())
                    .add(shown);
        });
        SequencedMap<String, Shown> groups = new LinkedHashMap<>();
        joined.forEach((key, parts) -> groups.put(
                key,
                parts.stream().anyMatch(Shown.Hidden.class::isInstance)
                        ? new Shown.Hidden()
                        : new Shown.Count(parts.stream()
                                .mapToInt(part -> Counted.number(part).orElse(0))
                                .sum())));
        return new Counted(groups, counted.total());
    }

    private static Optional<UUID> parent(Map<String, Place> places, String key) {
        return Optional.ofNullable(places.get(key)).flatMap(Place::parent);
    }

    private static SequencedMap<String, Shown> parts(List<RouteMix.Part> parts) {
        SequencedMap<String, Shown> shown = new LinkedHashMap<>();
        parts.forEach(part -> shown.put(part.key(), part.told()));
        return shown;
    }
}
