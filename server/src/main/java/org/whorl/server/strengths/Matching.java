package org.whorl.server.strengths;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.whorl.server.design.Language;
import org.whorl.server.design.Screen;
import org.whorl.server.people.Community;
import org.whorl.server.people.Place;
import org.whorl.server.search.Search;
import org.whorl.server.spirals.Ask;
import org.whorl.server.stories.Heard;
import org.whorl.server.stories.Kind;
import org.whorl.server.trust.Action;

/**
 * Who or what could help with an ask. It may, if it says the same words, or gives what is asked for and is not somewhere
 * else. Each says why; those with more reasons come first. There is no score beside the reasons.
 */
@Component
class Matching {

    private static final Map<Ask.Kind, Set<Give>> GIVES = Map.of(
            Ask.Kind.TIME, Set.of(Give.TIME),
            Ask.Kind.SKILL, Set.of(Give.SKILL),
            Ask.Kind.PLACE, Set.of(Give.ROOM),
            Ask.Kind.QUESTION, Set.of(Give.DATA, Give.SKILL),
            Ask.Kind.CONNECTION, Set.of());

    private static final Map<String, List<String>> DAYS = Map.of(
            "MO", List.of("monday", "dydd llun"),
            "TU", List.of("tuesday", "dydd mawrth"),
            "WE", List.of("wednesday", "dydd mercher"),
            "TH", List.of("thursday", "dydd iau"),
            "FR", List.of("friday", "dydd gwener"),
            "SA", List.of("saturday", "dydd sadwrn", "fore sadwrn"),
            "SU", List.of("sunday", "dydd sul"));

    private final AssetMap assets;
    private final Offers offers;
    private final OwnStrengths strengths;
    private final Heard heard;
    private final Search search;
    private final Community community;

    Matching(AssetMap assets, Offers offers, OwnStrengths strengths, Heard heard, Search search, Community community) {
        this.assets = assets;
        this.offers = offers;
        this.strengths = strengths;
        this.heard = heard;
        this.search = search;
        this.community = community;
    }

    /**
     * Something that might do.
     *
     * @param match without its reasons
     * @param text all that it says
     * @param gives what it gives
     * @param where where it is; anywhere when empty
     * @param days on which days of a week
     * @param minutes for how long, where that is said
     * @param until its last day, if it has one
     */
    private record Candidate(
            Match match,
            String text,
            List<Give> gives,
            Optional<UUID> where,
            List<String> days,
            Optional<Integer> minutes,
            Optional<LocalDate> until) {

        static Candidate said(Match match, String text) {
            return new Candidate(
                    match, text, List.of(), Optional.empty(), List.of(), Optional.empty(), Optional.empty());
        }
    }

    /**
     * What could help, most reasons first.
     *
     * @param where where it is wanted: the place of its spiral
     */
    List<Match> find(Screen s, Ask ask, UUID where) {
        List<Candidate> all = candidates(s, ask);
        Map<Integer, List<String>> shared =
                search.findShared(ask.what(), all.stream().map(Candidate::text).toList());
        List<Place> places = community.listPlaces();
        List<Match> found = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            Candidate each = all.get(i);
            List<String> words = shared.getOrDefault(i, List.of());
            Optional<Give> fits = each.gives().stream()
                    .filter(GIVES.getOrDefault(ask.kind(), Set.of())::contains)
                    .findFirst();
            boolean near = each.where()
                    .map(place -> Places.within(places, place, where.toString())
                            || Places.within(places, where, place.toString()))
                    .orElse(true);
            if (!words.isEmpty() || (fits.isPresent() && near)) {
                found.add(with(each.match(), why(s, ask, each, words, fits, near, places)));
            }
        }
        return found.stream()
                .sorted(Comparator.comparingInt((Match match) -> match.why().size())
                        .reversed()
                        .thenComparing(Match::title))
                .toList();
    }

    private static List<String> why(
            Screen s,
            Ask ask,
            Candidate each,
            List<String> words,
            Optional<Give> fits,
            boolean near,
            List<Place> places) {
        List<String> why = new ArrayList<>();
        fits.ifPresent(give -> why.add(s.say("match.gives", s.say("give." + give.key()))));
        if (!words.isEmpty()) {
            why.add(s.say("match.words", String.join(", ", words)));
        }
        Places.find(places, each.where())
                .filter(_ -> near)
                .ifPresent(place -> why.add(s.say("match.place", s.pick(place.nameEn(), place.nameCy()))));
        String said = ask.what().toLowerCase(Locale.ROOT);
        each.days().stream()
                .filter(day -> DAYS.getOrDefault(day, List.of()).stream().anyMatch(said::contains))
                .forEach(day -> why.add(s.say("match.day", s.say("day." + day))));
        each.minutes()
                .filter(minutes -> minutes >= ask.minutes())
                .ifPresent(minutes -> why.add(s.say("match.minutes", s.count("minutes", minutes))));
        if (ask.wantedBy().isPresent()) {
            each.until()
                    .filter(until -> !until.isBefore(ask.wantedBy().get()))
                    .ifPresent(until -> why.add(s.say("match.until", s.date(until))));
        }
        return why;
    }

    private List<Candidate> candidates(Screen s, Ask ask) {
        Stream<Candidate> offered = offers.list().stream()
                // What begins only after an answer would help, does not.
                .filter(offer -> offer.when().from().isEmpty()
                        || ask.wantedBy().isEmpty()
                        || !offer.when().from().get().isAfter(ask.wantedBy().get()))
                .filter(offer -> !Optional.of(offer.member()).equals(ask.askedBy()))
                .map(offer -> candidate(s, offer));
        Stream<Candidate> told = heard.list().stream()
                .filter(each -> each.kind() == Kind.OFFER || each.kind() == Kind.STRENGTH)
                .map(each -> Candidate.said(
                        match("told", each.words(), each.language(), "/stories/" + each.id()),
                        each.words() + " " + each.strength()));
        Stream<Candidate> mapped = assets.list().stream().map(asset -> candidate(s, asset));
        Stream<Candidate> people = s.may(Action.SEE_PEOPLE)
                ? strengths.list().stream()
                        .filter(own -> !Optional.of(own.member()).equals(ask.askedBy()))
                        .map(own -> Candidate.said(
                                new Match(
                                        "strength",
                                        own.words(),
                                        own.language(),
                                        "",
                                        Optional.of(own.member()),
                                        own.name(),
                                        List.of()),
                                own.words()))
                : Stream.empty();
        return Stream.of(offered, told, mapped, people).flatMap(each -> each).toList();
    }

    private static Candidate candidate(Screen s, Offer offer) {
        boolean inside = s.may(Action.SEE_PEOPLE);
        return new Candidate(
                new Match(
                        "offer",
                        offer.what(),
                        offer.language(),
                        "/offers#offer-" + offer.id(),
                        Optional.of(offer.member()).filter(_ -> inside),
                        inside ? offer.name() : "",
                        List.of()),
                "%s %s %s".formatted(offer.what(), offer.amount(), offer.when().times()),
                List.of(offer.give()),
                offer.place(),
                List.of(),
                offer.minutes(),
                offer.when().until());
    }

    private static Candidate candidate(Screen s, Asset asset) {
        Language language = asset.name().language(s.language());
        return new Candidate(
                match("asset", asset.name().in(s.language()), language.code(), "/assets/" + asset.id()),
                String.join(
                        " ",
                        asset.name().en(),
                        asset.name().cy(),
                        asset.what().en(),
                        asset.what().cy(),
                        asset.open().words()),
                asset.gives(),
                asset.where().place(),
                asset.open().days(),
                Optional.empty(),
                Optional.empty());
    }

    private static Match match(String kind, String title, String language, String path) {
        return new Match(kind, title, language, path, Optional.empty(), "", List.of());
    }

    private static Match with(Match match, List<String> why) {
        return new Match(
                match.kind(), match.title(), match.language(), match.path(), match.member(), match.name(), why);
    }
}
