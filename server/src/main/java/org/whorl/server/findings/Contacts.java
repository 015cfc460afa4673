package org.whorl.server.findings;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Tells whether an expected effect counts contacts and nothing else: that is work done, not what changes for people. It
 * leads to a question, never to a refusal, because a list of words cannot understand a sentence.
 */
final class Contacts {

    private static final Set<String> COUNTED = Set.of(
            // English
            "contact",
            "contacts",
            "visit",
            "visits",
            "appointment",
            "appointments",
            "referral",
            "referrals",
            "call",
            "calls",
            "session",
            "sessions",
            "meeting",
            "meetings",
            "assessment",
            "assessments",
            "review",
            "reviews",
            "leaflet",
            "leaflets",
            // Welsh
            "cyswllt",
            "cysylltiad",
            "cysylltiadau",
            "gysylltiadau",
            "ymweliad",
            "ymweliadau",
            "apwyntiad",
            "apwyntiadau",
            "atgyfeiriad",
            "atgyfeiriadau",
            "galwad",
            "galwadau",
            "alwadau",
            "sesiwn",
            "sesiynau",
            "cyfarfod",
            "cyfarfodydd",
            "gyfarfodydd",
            "asesiad",
            "asesiadau",
            "adolygiad",
            "adolygiadau",
            "taflen",
            "taflenni",
            "daflenni");

    /** Words that say how many contacts, which ones or how often, and nothing of what came of them. */
    private static final Set<String> BESIDE = Set.of(
            "more",
            "extra",
            "additional",
            "new",
            "further",
            "the",
            "and",
            "of",
            "in",
            "at",
            "by",
            "for",
            "with",
            "per",
            "each",
            "every",
            "day",
            "days",
            "week",
            "weeks",
            "weekly",
            "month",
            "months",
            "monthly",
            "year",
            "years",
            "yearly",
            "number",
            "total",
            "home",
            "phone",
            "telephone",
            "face",
            "gp",
            "nurse",
            "clinic",
            "community",
            "offered",
            "made",
            "given",
            "held",
            "completed",
            "mwy",
            "ychwanegol",
            "newydd",
            "y",
            "yr",
            "a",
            "ac",
            "o",
            "yn",
            "bob",
            "pob",
            "dydd",
            "diwrnod",
            "wythnos",
            "mis",
            "blwyddyn",
            "flwyddyn",
            "nifer",
            "cartref",
            "ffôn",
            "nyrs",
            "clinig",
            "cymunedol");

    private Contacts() {}

    /** Does it count contacts, and say nothing else? */
    static boolean alone(String effect) {
        List<String> words = Arrays.stream(effect.toLowerCase(Locale.ROOT).split("[^\\p{L}]+"))
                .filter(word -> !word.isEmpty())
                .toList();
        return words.stream().anyMatch(COUNTED::contains)
                && words.stream().allMatch(word -> COUNTED.contains(word) || BESIDE.contains(word));
    }
}
