package org.whorl.draw;

import java.time.LocalDate;
import java.time.Month;
import java.util.List;

/**
 * How numbers, dates and a chart's own few words are written in each language. Everything else a chart says is brought
 * by its caller.
 *
 * <p>Numbers are written alike in both: a comma between thousands, a point before decimals. A value with an interval is
 * rounded by the width of the interval, so that no digit pretends to be known, and never to more digits than
 * people read.
 */
public enum Words {
    /** English. */
    EN("en"),
    /** Welsh. */
    CY("cy");

    private static final List<String> MONTHS_EN = List.of(
            "January",
            "February",
            "March",
            "April",
            "May",
            "June",
            "July",
            "August",
            "September",
            "October",
            "November",
            "December");
    private static final List<String> MONTHS_CY = List.of(
            "Ionawr",
            "Chwefror",
            "Mawrth",
            "Ebrill",
            "Mai",
            "Mehefin",
            "Gorffennaf",
            "Awst",
            "Medi",
            "Hydref",
            "Tachwedd",
            "Rhagfyr");
    private static final List<String> SHORT_EN =
            List.of("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec");
    private static final List<String> SHORT_CY =
            List.of("Ion", "Chwef", "Maw", "Ebr", "Mai", "Meh", "Gorff", "Awst", "Medi", "Hyd", "Tach", "Rhag");

    private final String code;

    Words(String code) {
        this.code = code;
    }

    /** The language tag, {@code en} or {@code cy}. */
    public String code() {
        return code;
    }

    /** A number: 1,234 or 12.3 or 0.08. */
    public String number(double value) {
        return Double.isFinite(value) ? Numerals.plain(value) : unknown();
    }

    /** Pounds: £3.45, £1,234, £1.2m, £3bn, with the minus sign in front. */
    public String money(double pounds) {
        return Double.isFinite(pounds) ? Money.plain(pounds) : unknown();
    }

    /** A share between 0 and 1 as a percentage: 34% or 3.4%. */
    public String share(double share) {
        return Double.isFinite(share) ? percent(share, Math.abs(share) < 0.0995 ? -1 : 0) : unknown();
    }

    /** A single value in its unit. */
    public String value(Unit unit, double value) {
        return switch (unit) {
            case NUMBER -> number(value);
            case POUNDS -> money(value);
            case SHARE -> share(value);
        };
    }

    /** A value with its interval: 12.3 (10.1 to 14.8). */
    public String value(Unit unit, Reading reading) {
        String middle = middle(unit, reading);
        return reading.hasInterval() ? middle + " (" + interval(unit, reading) + ")" : middle;
    }

    /** The value alone, rounded as its interval deserves. */
    public String middle(Unit unit, Reading reading) {
        return written(unit, reading, reading.value());
    }

    /** The interval alone: 10.1 to 14.8. Empty when there is none. */
    public String interval(Unit unit, Reading reading) {
        return reading.hasInterval()
                ? written(unit, reading, reading.low()) + " " + to() + " " + written(unit, reading, reading.high())
                : "";
    }

    /** The lower end of the interval alone; empty when there is none. */
    public String low(Unit unit, Reading reading) {
        return reading.hasInterval() ? written(unit, reading, reading.low()) : "";
    }

    /** The upper end of the interval alone; empty when there is none. */
    public String high(Unit unit, Reading reading) {
        return reading.hasInterval() ? written(unit, reading, reading.high()) : "";
    }

    /** A day: 5 February 2027. */
    public String date(LocalDate day) {
        return day.getDayOfMonth() + " " + month(day.getMonth()) + " " + day.getYear();
    }

    /** A day, shorter: 5 Feb 2027. */
    public String shortDate(LocalDate day) {
        return day.getDayOfMonth() + " " + shortMonth(day.getMonth()) + " " + day.getYear();
    }

    /** The name of a month. */
    public String month(Month month) {
        return (this == EN ? MONTHS_EN : MONTHS_CY).get(month.getValue() - 1);
    }

    /** The name of a month, short. */
    public String shortMonth(Month month) {
        return (this == EN ? SHORT_EN : SHORT_CY).get(month.getValue() - 1);
    }

    /** What stands on an axis at this value, when the next mark is a step away. */
    String tick(Unit unit, double value, double step) {
        int power = (int) Math.floor(Math.log10(step) + 1e-9);
        return switch (unit) {
            case NUMBER -> Numerals.roundedTo(value, Math.min(power, 0));
            case POUNDS -> Money.tick(value, step);
            case SHARE -> percent(value, Math.min(power + 2, 0));
        };
    }

    private String written(Unit unit, Reading reading, double value) {
        if (!Double.isFinite(value)) {
            return unknown();
        }
        double width = reading.high() - reading.low();
        if (!reading.hasInterval() || width < 1e-9) {
            return value(unit, value);
        }
        double largest = Math.max(Math.abs(reading.low()), Math.abs(reading.high()));
        int power = Math.max(Numerals.powerWorthWriting(width), lastFigure(unit, largest));
        if (unit == Unit.NUMBER && power < 0 && whole(reading)) {
            power = 0; // people counted whole stay whole
        }
        return switch (unit) {
            case NUMBER -> Numerals.roundedTo(value, power);
            case POUNDS -> Money.rounded(value, power, largest);
            case SHARE -> percent(value, Math.min(power + 2, 0));
        };
    }

    /**
     * The last power of ten anybody reads: however narrow an interval is, three figures of a number, four of a sum of
     * money, and tenths of a percentage.
     */
    private static int lastFigure(Unit unit, double largest) {
        int first = (int) Math.floor(Math.log10(largest));
        return switch (unit) {
            case NUMBER -> first - 2;
            case POUNDS -> first - 3;
            case SHARE -> Math.max(first - 2, -3);
        };
    }

    private static boolean whole(Reading reading) {
        return reading.value() == Math.rint(reading.value())
                && reading.low() == Math.rint(reading.low())
                && reading.high() == Math.rint(reading.high());
    }

    private static String percent(double share, int power) {
        return Numerals.roundedTo(share * 100, power) + "%";
    }

    // The chart's own words. Welsh still to be read by a Welsh speaker is listed in docs/words.md.

    String to() {
        return say("to", "i");
    }

    String unknown() {
        return say("not known", "ddim yn hysbys");
    }

    String nothingToDraw() {
        return say("There is nothing to draw here yet.", "Does dim byd i'w ddangos yma eto.");
    }

    String showTheNumbers() {
        return say("Show the numbers", "Dangos y rhifau");
    }

    String date() {
        return say("Date", "Dyddiad");
    }

    String itsName() {
        return say("Name", "Enw");
    }

    String low() {
        return say("Low", "Isaf");
    }

    String high() {
        return say("High", "Uchaf");
    }

    String halfOfRuns() {
        return say("Half of outcomes", "Hanner y canlyniadau");
    }

    String nineInTenRuns() {
        return say("9 in 10 outcomes", "9 o bob 10 canlyniad");
    }

    String middleAndBand() {
        return say(
                "The middle outcome; in brackets, 9 in 10 outcomes.",
                "Y canlyniad canol; mewn cromfachau, 9 o bob 10 canlyniad.");
    }

    String hollowBar() {
        return say("Hollow bar: it could be more or less.", "Bar gwag: gallai fod yn fwy neu'n llai.");
    }

    String eachDot() {
        return say("Each dot is 1 in 100.", "Mae pob dot yn 1 o bob 100.");
    }

    String howMany() {
        return say("How many in 100", "Faint o bob 100");
    }

    String howManyPeople() {
        return say("How many people", "Faint o bobl");
    }

    String outOfHundred(int count) {
        return say(count + " in 100", count + " o bob 100");
    }

    String from() {
        return say("From", "O");
    }

    String goingTo() {
        return say("To", "I");
    }

    String peopleADay() {
        return say("People a day", "Pobl y dydd");
    }

    String aDay(String number) {
        return say(number + " a day", number + " y dydd");
    }

    String comingBack() {
        return say("Dashed: people who come back.", "Llinell doredig: pobl sy'n dod yn ôl.");
    }

    String model() {
        return say("Model", "Model");
    }

    String seen() {
        return say("Seen", "Gwelwyd");
    }

    String seenValue(String value) {
        return say("seen " + value, "gwelwyd " + value);
    }

    String insideTheInterval() {
        return say("Inside the interval", "O fewn y cyfwng");
    }

    String outside() {
        return say("outside", "y tu allan");
    }

    String benefit() {
        return say("Benefit", "Budd");
    }

    String cost() {
        return say("Cost", "Cost");
    }

    String forEachSum() {
        return say("Benefit for each £100,000", "Budd am bob £100,000");
    }

    String oneMark() {
        return say("Each dot is one mark.", "Mae pob dot yn un marc.");
    }

    String middleOfAll() {
        return say("The middle of all", "Canol y cyfan");
    }

    String nearestToIt() {
        return say("Nearest to it", "Agosaf ato");
    }

    String halfOfMarks() {
        return say("Half of the marks lie within", "Mae hanner y marciau oddi mewn");
    }

    String nineInTenMarks() {
        return say("9 in 10 marks lie within", "Mae 9 o bob 10 marc oddi mewn");
    }

    String turn() {
        return say("Turn", "Tro");
    }

    String begun() {
        return say("Began", "Dechreuodd");
    }

    String newPeople() {
        return say("New", "Newydd");
    }

    String peopleSoFar() {
        return say("In all", "I gyd");
    }

    String widerAndHigher() {
        return say("Wider: more people. Higher: later.", "Lletach: mwy o bobl. Uwch: yn ddiweddarach.");
    }

    String fromTo(String from, String to) {
        return say(from + " to " + to, from + " – " + to);
    }

    String borrowedTile() {
        return say(
                "Dashed: borrowed from the larger place, because too few were counted.",
                "Llinell doredig: wedi'i fenthyg o'r lle mwy, am mai rhy ychydig a gyfrifwyd.");
    }

    String borrowed() {
        return say("borrowed from the larger place", "wedi'i fenthyg o'r lle mwy");
    }

    String sort(SpcChart.Sort sort) {
        return switch (sort) {
            case COMMON -> say("Chance", "Siawns");
            case BETTER -> say("A change for the better", "Newid er gwell");
            case WORSE -> say("A change for the worse", "Newid er gwaeth");
            case OTHER -> say("A change", "Newid");
        };
    }

    String middleLine() {
        return say("The middle", "Y canol");
    }

    String limits() {
        return say("Chance stays within", "Mae siawns yn aros o fewn");
    }

    String whatItSays() {
        return say("What it says", "Yr hyn y mae’n ei ddweud");
    }

    String storyHere() {
        return say("A story is told about it", "Mae stori amdano");
    }

    String yes() {
        return say("Yes", "Ydy");
    }

    String no() {
        return say("No", "Nac ydy");
    }

    private String say(String english, String welsh) {
        return switch (this) {
            case EN -> english;
            case CY -> welsh;
        };
    }
}
