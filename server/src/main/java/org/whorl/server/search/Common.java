package org.whorl.server.search;

import java.util.List;
import java.util.Set;

/**
 * Words that asks and offers are full of, and that say nothing about what is wanted. PostgreSQL knows the commonest of
 * English and none of Welsh.
 */
final class Common {

    private static final int SHORTEST = 3;

    private static final Set<String> WORDS = Set.of(
            // English
            "could",
            "would",
            "should",
            "might",
            "please",
            "somebody",
            "someone",
            "anybody",
            "anyone",
            "something",
            "anything",
            "know",
            "need",
            "want",
            "like",
            "help",
            "hour",
            "hours",
            "half",
            "minute",
            "minutes",
            "time",
            "day",
            "days",
            "week",
            "weeks",
            "month",
            "one",
            "two",
            "three",
            "four",
            "six",
            "ten",
            "also",
            "much",
            "many",
            "offer",
            "give",
            "use",
            "may",
            "people",
            // Welsh, with its letters as they change
            "oes",
            "gennych",
            "gennym",
            "gen",
            "chi",
            "chwi",
            "ein",
            "eich",
            "eu",
            "allwch",
            "allech",
            "gallwch",
            "gallech",
            "hoffech",
            "rhywun",
            "unrhyw",
            "rhywbeth",
            "mae",
            "ydy",
            "ydych",
            "yw",
            "bod",
            "fod",
            "bydd",
            "fydd",
            "yma",
            "hwn",
            "hon",
            "hynny",
            "hyn",
            "neu",
            "ond",
            "gan",
            "gyda",
            "wrth",
            "dros",
            "drwy",
            "heb",
            "hyd",
            "rhwng",
            "ar",
            "awr",
            "oriau",
            "hanner",
            "munud",
            "funud",
            "dydd",
            "ddydd",
            "dyddiau",
            "wythnos",
            "mis",
            "fis",
            "bore",
            "fore",
            "un",
            "dau",
            "dwy",
            "tri",
            "tair",
            "pedwar",
            "chwech",
            "deg",
            "pobl",
            "bobl",
            "amser",
            "cael",
            "gael",
            "er",
            "mwyn",
            "yn",
            "i",
            "o",
            "a",
            "y",
            "yr",
            "am");

    private Common() {}

    /** Those that say something, each once. */
    static List<String> without(List<String> words) {
        return words.stream()
                .filter(word -> word.length() >= SHORTEST && !WORDS.contains(word))
                .distinct()
                .toList();
    }
}
