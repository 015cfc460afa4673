package org.whorl.server.stories;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Notices when words read as if somebody were blamed, in English and Welsh. It never stops anybody: anger may be said. It
 * only lets the form offer another way to say it once.
 */
final class Blame {

    private static final Pattern ENGLISH = Pattern.compile(
            "\\b(council|hospital|surgery|gps?|doctors?|nurses?|ward|social workers?|carers?|health board|staff|managers?"
                    + "|team|they|he|she) (just |simply )?(never|always|don'?t care|doesn'?t care|couldn'?t care|refused?s?"
                    + "|can'?t be bothered|couldn'?t be bothered)\\b"
                    + "|\\b(useless|incompetent|lazy|stupid|hopeless|to blame|their fault|his fault|her fault)\\b");

    private static final Pattern WELSH = Pattern.compile(
            "\\b(y cyngor|yr ysbyty|y feddygfa|meddyg(on)?|nyrs(ys)?|y ward|y bwrdd iechyd|staff|y tîm|nhw|nhwythau|fe|hi)"
                    + " (byth|wastad|bob tro|ddim yn poeni|ddim yn malio)\\b"
                    + "|\\b(di-glem|diog|twp|anobeithiol|da i ddim|ar fai|eu bai nhw|ei fai e|ei bai hi)\\b",
            Pattern.UNICODE_CHARACTER_CLASS);

    private static final Pattern PERSON = Pattern.compile(
            "\\b(Dr|Doctor|Doctor|Mr|Mrs|Ms|Miss|Nurse|Sister|Nyrs|Meddyg|Mrs?\\.|Dr\\.) ?\\p{Lu}\\p{Ll}+");

    private Blame() {}

    /** Do these words read as if somebody were blamed? */
    static boolean isIn(String words) {
        String plain = words.toLowerCase(Locale.ROOT).replace('’', '\'');
        return ENGLISH.matcher(plain).find() || WELSH.matcher(plain).find();
    }

    /** Do they name a person by title and name? */
    static boolean namesSomebody(String words) {
        return PERSON.matcher(words).find();
    }
}
