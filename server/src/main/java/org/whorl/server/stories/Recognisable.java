package org.whorl.server.stories;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds in a text what could give somebody away: numbers, names, places, days, ages, rare events, in English and Welsh. It
 * suggests and a person decides, because it finds too much and never everything.
 */
final class Recognisable {

    /** What could give somebody away. */
    public enum What {
        NHS_NUMBER,
        TELEPHONE,
        EMAIL,
        POSTCODE,
        DAY,
        AGE,
        NAME,
        PLACE,
        RARE;

        /** As in message keys: {@code nhs-number}. */
        public String key() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /**
     * Something found.
     *
     * @param what what it may be
     * @param from where it begins
     * @param words what stands there
     */
    record Found(What what, int from, String words) {

        int to() {
            return from + words.length();
        }
    }

    private static final int ANY = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS;

    private static final Pattern NHS = Pattern.compile("\\b\\d{3}[ -]?\\d{3}[ -]?\\d{4}\\b");
    private static final Pattern TELEPHONE =
            Pattern.compile("(?<![\\w+])(?:\\+44[ ()0-9-]{9,14}|0\\d[ ()0-9-]{7,13})\\d\\b");
    private static final Pattern EMAIL = Pattern.compile("\\b[\\w.+-]+@[\\w-]+(\\.[\\w-]+)+\\b");
    private static final Pattern POSTCODE = Pattern.compile("\\b[A-Z]{1,2}\\d[A-Z\\d]? ?\\d[A-Z]{2}\\b", ANY);
    private static final String MONTH =
            "(?:january|february|march|april|may|june|july|august|september|october|november|december"
                    + "|ionawr|chwefror|mawrth|ebrill|mai|mehefin|gorffennaf|awst|medi|hydref|tachwedd|rhagfyr)";
    private static final Pattern DAY = Pattern.compile(
            "\\b\\d{1,2}(?:st|nd|rd|th|af|ail|ydd|fed|eg)? (?:of |o )?" + MONTH + "(?: \\d{4})?\\b|\\b" + MONTH
                    + " \\d{1,2}(?:st|nd|rd|th)?(?:,? \\d{4})?\\b|\\b\\d{1,2}[/.]\\d{1,2}[/.]\\d{2,4}\\b|\\b\\d{4}-\\d{2}-\\d{2}\\b"
                    + "|\\bchristmas (?:eve|day)\\b|\\b(?:noswyl|dydd) nadolig\\b",
            ANY);
    private static final Pattern AGE = Pattern.compile(
            "\\b\\d{1,3}[ -]years?[ -]old\\b|\\baged? \\d{1,3}\\b|\\b\\d{1,3} (?:mlwydd |blwydd |flwydd )?oed\\b"
                    + "|\\bturned \\d{2,3}\\b",
            ANY);
    private static final Pattern RARE = Pattern.compile(
            "\\b(?:murder\\w*|lottery|transplant\\w*|triplets?|twins?|in the (?:news|paper|papers)|on (?:the )?television"
                    + "|the only \\w+|first (?:in|person in) wales|house fire|prison|drowned|amput\\w*|conjoined"
                    + "|llofrudd\\w*|loteri|trawsblan\\w*|tripledi|efeilliaid|yn y (?:newyddion|papur\\w*)|ar y teledu"
                    + "|yr unig \\w+|tân mewn tŷ|carchar\\w*|boddi|foddi)\\b",
            ANY);
    private static final Pattern CAPITAL = Pattern.compile("\\b\\p{Lu}[\\p{L}'’-]+(?: \\p{Lu}[\\p{L}'’-]+)*");
    private static final Pattern IN_PLACE =
            Pattern.compile("(?:\\b(?:in|at|near|from|to|yn|ym|yng|o|i|ger|ar) )$", Pattern.CASE_INSENSITIVE);

    // Words that are written large without naming anybody.
    private static final Set<String> COMMON = Set.of(
            "i",
            "i'm",
            "i've",
            "i'd",
            "i'll",
            "nhs",
            "gp",
            "gps",
            "ed",
            "a&e",
            "ae",
            "god",
            "monday",
            "tuesday",
            "wednesday",
            "thursday",
            "friday",
            "saturday",
            "sunday",
            "january",
            "february",
            "march",
            "april",
            "may",
            "june",
            "july",
            "august",
            "september",
            "october",
            "november",
            "december",
            "wales",
            "england",
            "welsh",
            "english",
            "cymru",
            "lloegr",
            "cymraeg",
            "saesneg",
            "christmas",
            "easter",
            "nadolig",
            "covid",
            "ok",
            "tv",
            "ward",
            "gig",
            "llun",
            "mawrth",
            "mercher",
            "iau",
            "gwener",
            "sadwrn",
            "sul");

    // First names that begin many a sentence here; others are found in the middle of one.
    private static final Set<String> FIRST_NAMES = Set.of(
            ("aled alun angharad ann anne arwel bethan branwen bronwen bryn carys catrin ceri ceridwen dafydd dai delyth "
                            + "dewi dilys dylan efa eifion eirlys eleri elin emlyn emrys enid eryl euros ffion gareth geraint "
                            + "gethin glenys glyn gruffydd gwen gwenda gwenllian gwilym gwyn gwyneth hefin heledd huw hywel idris "
                            + "ieuan ifan ioan iolo iwan llinos llyr lowri macsen mair mali manon marged mari megan meinir meirion "
                            + "meleri menna merfyn morfydd morgan myfanwy nerys nesta nia non olwen osian owain owen rhian "
                            + "rhiannon rhodri rhys sian sioned sion siwan tegwen tomos trefor tudur wyn adam alan alice amy andrew "
                            + "anthony barbara brian carol caroline charlotte christine christopher claire daniel david deborah "
                            + "diane donna doreen dorothy edward elizabeth emily emma eric frank gary george gladys graham hannah "
                            + "harry heather helen ian jack jacqueline jake james jane janet jean jennifer jessica joan joanne john "
                            + "joseph joyce judith julie karen kathleen keith kelly kenneth kevin laura lauren linda lisa louise "
                            + "lucy malcolm margaret marie mark martin mary matthew maureen michael michelle mohammed muhammad "
                            + "nicola nigel oliver pamela patricia paul peter philip rachel raymond rebecca richard robert ronald "
                            + "ruth sally samantha samuel sandra sarah sharon sheila shirley simon sophie stephen steven stuart "
                            + "susan sylvia thomas timothy tracey valerie victoria wendy william yvonne")
                    .split(" "));

    private static final Set<String> TITLES = Set.of(
            "mr", "mrs", "ms", "miss", "dr", "doctor", "nurse", "sister", "nyrs", "meddyg", "auntie", "uncle", "anti");

    private Recognisable() {}

    /**
     * What could give somebody away, in the order of the text.
     *
     * @param places names of places round about
     */
    static List<Found> in(String text, List<String> places) {
        List<Found> found = new ArrayList<>();
        add(found, text, NHS, What.NHS_NUMBER);
        found.removeIf(each -> !isNhsNumber(each.words()));
        add(found, text, EMAIL, What.EMAIL);
        add(found, text, TELEPHONE, What.TELEPHONE);
        add(found, text, POSTCODE, What.POSTCODE);
        add(found, text, DAY, What.DAY);
        add(found, text, AGE, What.AGE);
        for (String place : places) {
            if (!place.isBlank()) {
                add(found, text, Pattern.compile("\\b" + Pattern.quote(place) + "\\b", ANY), What.PLACE);
            }
        }
        add(found, text, RARE, What.RARE);
        capitals(found, text);
        found.sort(Comparator.comparingInt(Found::from));
        return List.copyOf(found);
    }

    private static void add(List<Found> found, String text, Pattern pattern, What what) {
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            add(found, new Found(what, matcher.start(), matcher.group()));
        }
    }

    /** What was found first stays: a number inside an NHS number is no telephone. */
    private static void add(List<Found> found, Found next) {
        if (found.stream().noneMatch(each -> each.from() < next.to() && next.from() < each.to())) {
            found.add(next);
        }
    }

    private static void capitals(List<Found> found, String text) {
        Matcher matcher = CAPITAL.matcher(text);
        while (matcher.find()) {
            String words = matcher.group();
            int from = matcher.start();
            boolean begins = from == 0
                    || text.substring(0, from).strip().isEmpty()
                    || ".!?:\n"
                                    .indexOf(text.substring(0, from)
                                            .stripTrailing()
                                            .charAt(text.substring(0, from)
                                                            .stripTrailing()
                                                            .length()
                                                    - 1))
                            >= 0
                    || text.charAt(from - 1) == '\n';
            String first = words.split(" ", 2)[0].toLowerCase(Locale.ROOT).replace('’', '\'');
            boolean one = !words.contains(" ");
            if (COMMON.contains(first) && one) {
                continue;
            }
            // The first word of a sentence is written large in any case; a title or a second name tells.
            if (begins && one && !TITLES.contains(first) && !FIRST_NAMES.contains(unmarked(first))) {
                if (!isAgain(text, words, from)) {
                    continue;
                }
            }
            boolean place = IN_PLACE.matcher(text.substring(0, from)).find();
            add(found, new Found(place ? What.PLACE : What.NAME, from, words));
        }
    }

    private static String unmarked(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
    }

    /** Does it stand elsewhere, written large in the middle of a sentence? */
    private static boolean isAgain(String text, String words, int from) {
        Matcher matcher =
                Pattern.compile("\\p{Ll},? " + Pattern.quote(words) + "\\b").matcher(text);
        return matcher.find() && matcher.start() != from;
    }

    /** Ten digits whose last is right, by modulus 11 (NHS Data Dictionary, NHS NUMBER). */
    static boolean isNhsNumber(String words) {
        String digits = words.replaceAll("\\D", "");
        if (digits.length() != 10) {
            return false;
        }
        int sum = 0;
        for (int i = 0; i < 9; i++) {
            sum += (digits.charAt(i) - '0') * (10 - i);
        }
        int check = 11 - sum % 11;
        return check != 10 && check % 11 == digits.charAt(9) - '0';
    }

    /** The text with some of what was found written otherwise. */
    static String without(String text, List<Found> taken, List<String> instead) {
        StringBuilder out = new StringBuilder();
        int at = 0;
        for (int i = 0; i < taken.size(); i++) {
            out.append(text, at, taken.get(i).from()).append(instead.get(i));
            at = taken.get(i).to();
        }
        return out.append(text, at, text.length()).toString();
    }
}
