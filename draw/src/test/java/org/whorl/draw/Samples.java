package org.whorl.draw;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.whorl.draw.Bands.Line;
import org.whorl.draw.Bands.Point;
import org.whorl.draw.Bars.Bar;
import org.whorl.draw.Calibration.Pair;
import org.whorl.draw.Flow.Link;
import org.whorl.draw.Flow.Stop;
import org.whorl.draw.Ledger.Entry;

/** Charts with made-up numbers, one of each kind and the awkward ones. No number here says anything about a place. */
final class Samples {

    static final LocalDate START = LocalDate.of(2026, 4, 1);

    private Samples() {}

    static Line line(String name, int days, double from, double to, long seed) {
        Random random = new Random(seed);
        List<Point> points = new ArrayList<>();
        double wander = 0;
        for (int i = 0; i < days; i++) {
            wander = 0.95 * wander + random.nextGaussian() * 0.7;
            double middle = from + (to - from) * i / Math.max(1, days - 1) + 3 * Math.sin(i / 58.0) + wander;
            double spread = 4 + 0.04 * i;
            points.add(new Point(
                    START.plusDays(i),
                    middle,
                    middle - spread * 0.6,
                    middle + spread * 0.7,
                    Math.max(0, middle - spread * 1.5),
                    middle + spread * 2));
        }
        return new Line(name, points);
    }

    static Bands bandsOfTwo(Words words) {
        return new Bands(
                        words,
                        words == Words.EN ? "People waiting in hospital" : "Pobl yn aros yn yr ysbyty",
                        words == Words.EN
                                ? "With less home care from July, more people wait each month. In March it is 54 people instead of 38."
                                : "Gyda llai o ofal cartref o fis Gorffennaf, mae mwy o bobl yn aros bob mis.",
                        words == Words.EN ? "People, at midnight" : "Pobl, am hanner nos",
                        Unit.NUMBER,
                        List.of(
                                line(words == Words.EN ? "As it is now" : "Fel y mae nawr", 365, 30, 38, 1),
                                line(
                                        words == Words.EN
                                                ? "Five per cent less home care from July"
                                                : "Pump y cant yn llai o ofal cartref o fis Gorffennaf",
                                        365,
                                        30,
                                        54,
                                        2)))
                .withThreshold(60, words == Words.EN ? "Crisis: more than 60" : "Argyfwng: mwy na 60");
    }

    static Bands bandsOfFive() {
        return new Bands(
                Words.EN,
                "People waiting in hospital, five ways",
                "Fifty more home-care places keep the wait lowest. A hard winter is the greatest risk.",
                "People, at midnight",
                Unit.NUMBER,
                List.of(
                        line("As it is now", 365, 30, 38, 1),
                        line("A hard winter", 365, 30, 62, 3),
                        line("Five per cent less home care from July", 365, 30, 54, 2),
                        line("Fifty more home-care places", 365, 30, 18, 4),
                        line("Weekend brokerage", 365, 30, 27, 5)),
                new Bands.Threshold(60, "Crisis"));
    }

    static Bars differences() {
        return new Bars(
                Words.EN,
                "Who waits more, who waits less",
                "Fewer people wait for home care. More may wait for reablement, but we cannot be sure.",
                "Change in people waiting, compared with now",
                Unit.NUMBER,
                List.of(
                        new Bar("Home care", Reading.of(-12.3, -14.8, -10.1)),
                        new Bar("Discharge to assess in the community, with therapy", Reading.of(-3.1, -5.2, -1.4)),
                        new Bar("Reablement", Reading.of(2.2, -1.1, 5.9)),
                        new Bar("Care home", Reading.of(4.6, 2.2, 7.1)),
                        new Bar("Community bed", Reading.unknown())));
    }

    static Bars days() {
        return new Bars(
                Words.CY,
                "Faint o ddyddiau y mae pobl yn aros",
                "Gofal cartref yw'r arhosiad hiraf: tua 12 diwrnod.",
                "Dyddiau, ar gyfartaledd",
                Unit.NUMBER,
                List.of(
                        new Bar("Gofal cartref", Reading.of(12.3, 10.1, 14.8)),
                        new Bar("Rhyddhau i asesu", Reading.of(3.4, 2.9, 4.1)),
                        new Bar("Ailalluogi", Reading.of(5.8, 4.2, 7.7)),
                        new Bar("Cartref gofal", Reading.of(9.9, 6.1, 14.2))));
    }

    static Ledger ledger() {
        return new Ledger(
                Words.EN,
                "What it costs each partner in a year",
                "The council pays £62,000 more at once. The health board saves only when beds close.",
                Unit.POUNDS,
                List.of("Cash now", "Cash when steps close", "Capacity: worth of place-days, not cash"),
                List.of(
                        new Entry(
                                "Health board",
                                List.of(
                                        Reading.of(-118_000, -150_000, -90_000),
                                        Reading.of(210_000, -40_000, 460_000),
                                        Reading.of(390_000, 90_000, 720_000))),
                        new Entry(
                                "Rhondda Cynon Taf Council",
                                List.of(
                                        Reading.of(-62_000, -90_000, -30_000),
                                        Reading.of(-62_000, -90_000, -30_000),
                                        Reading.of(-85_000, -140_000, -20_000))),
                        new Entry(
                                "Bridgend Council",
                                List.of(
                                        Reading.of(0),
                                        Reading.of(14_000, -12_000, 40_000),
                                        Reading.of(31_000, 12_000, 52_000)))));
    }

    static Distribution distribution() {
        Random random = new Random(11);
        List<Double> values = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            values.add(38 + 14 * Math.exp(0.55 * random.nextGaussian()));
        }
        return new Distribution(
                        Words.EN,
                        "The worst week of the year",
                        "In about 3 of 10 such years, more than 60 people wait at the worst moment.",
                        "Most people waiting on one day of the year",
                        Unit.NUMBER,
                        values)
                .withThreshold(60, "More than 60");
    }

    static Distribution distributionWithMostAtZero() {
        List<Double> values = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            values.add(i < 150 ? 0.0 : (i - 150) * 0.7);
        }
        return new Distribution(
                Words.CY,
                "Dyddiau o argyfwng mewn blwyddyn",
                "Mewn tair o bob pedair blwyddyn nid oes un diwrnod o argyfwng.",
                "Dyddiau mewn blwyddyn",
                Unit.NUMBER,
                values);
    }

    static Flow flow(Words words) {
        boolean en = words == Words.EN;
        return new Flow(
                words,
                en ? "How people leave hospital" : "Sut mae pobl yn gadael yr ysbyty",
                en
                        ? "Each day 11.8 people are ready to leave. Most go home with some help; a few come back."
                        : "Bob dydd mae 11.8 o bobl yn barod i adael. Mae'r rhan fwyaf yn mynd adref gyda pheth help.",
                List.of(
                        new Stop("rct", "Rhondda Cynon Taf"),
                        new Stop("bridgend", en ? "Bridgend" : "Pen-y-bont ar Ogwr"),
                        new Stop("merthyr", en ? "Merthyr Tydfil" : "Merthyr Tudful"),
                        new Stop("d2a", en ? "Discharge to assess" : "Rhyddhau i asesu"),
                        new Stop("bed", en ? "Community bed" : "Gwely cymunedol"),
                        new Stop("reablement", en ? "Reablement" : "Ailalluogi"),
                        new Stop("home-care", en ? "Home care" : "Gofal cartref"),
                        new Stop("home", en ? "Home" : "Adref"),
                        new Stop("care-home", en ? "Care home" : "Cartref gofal"),
                        new Stop("died", en ? "Died" : "Wedi marw")),
                List.of(
                        new Link("rct", "d2a", 4.2),
                        new Link("rct", "bed", 1.4),
                        new Link("bridgend", "d2a", 2.9),
                        new Link("bridgend", "bed", 0.9),
                        new Link("merthyr", "d2a", 1.8),
                        new Link("merthyr", "bed", 0.6),
                        new Link("d2a", "reablement", 3.4),
                        new Link("d2a", "home-care", 2.2),
                        new Link("d2a", "home", 3.3),
                        new Link("bed", "home-care", 1.1),
                        new Link("bed", "care-home", 1.3),
                        new Link("bed", "died", 0.5),
                        new Link("reablement", "home", 2.6),
                        new Link("reablement", "home-care", 0.8),
                        new Link("home-care", "home", 1.9),
                        new Link("home-care", "died", 1.8),
                        new Link("home-care", "d2a", 0.4)));
    }

    static Calibration calibration() {
        return new Calibration(
                Words.EN,
                "The model beside what was counted",
                "The model's interval holds the count in 3 of 4 places. It misses Merthyr Tydfil.",
                "People delayed at the census",
                Unit.NUMBER,
                List.of(
                        new Pair("Rhondda Cynon Taf", Reading.of(41, 33, 52), 47),
                        new Pair("Bridgend", Reading.of(28, 21, 36), 30),
                        new Pair("Merthyr Tydfil", Reading.of(12, 8, 17), 21),
                        new Pair("All three together", Reading.of(81, 69, 95), 88),
                        new Pair("Elsewhere", Reading.of(6, 3, 9), Double.NaN)));
    }

    /** One of each, and every awkward one. */
    static Spiral spiral(Words words) {
        boolean english = words == Words.EN;
        String[] names = english
                ? new String[] {"1. Emerging together", "2. Developing together", "3. Delivering together"}
                : new String[] {
                    "1. Dod i'r amlwg gyda'n gilydd", "2. Datblygu gyda'n gilydd", "3. Cyflawni gyda'n gilydd"
                };
        String people = english ? " people" : " o bobl";
        return new Spiral(
                words,
                english ? "How the spiral has grown" : "Sut mae'r droell wedi tyfu",
                english ? "3 turns so far, 96 people altogether." : "3 tro hyd yn hyn, 96 o bobl i gyd.",
                List.of(
                        new Spiral.Whorl(names[0], START, START.plusDays(80), false, 14, "14", "14", 14 + people),
                        new Spiral.Whorl(
                                names[1], START.plusDays(80), START.plusDays(200), false, 51, "37", "51", 51 + people),
                        new Spiral.Whorl(
                                names[2],
                                START.plusDays(200),
                                START.plusDays(260),
                                true,
                                96,
                                "45",
                                "96",
                                96 + people)));
    }

    static Lineage lineage(Words words) {
        boolean english = words == Words.EN;
        String story = english ? "Story" : "Stori";
        return new Lineage(
                words,
                english ? "What led here, and what came of it" : "Beth arweiniodd yma, a beth ddaeth ohono",
                english ? "Three things led here." : "Arweiniodd tri pheth yma.",
                List.of(
                        new Lineage.Node("s1", story, "My neighbour Eirlys came in every morning", -2),
                        new Lineage.Node("s2", story, "Nobody could come before Monday", -2),
                        new Lineage.Node(
                                "c", english ? "Pattern" : "Patrwm", "People wait for the weekend to pass", -1),
                        new Lineage.Node("d", english ? "Decision" : "Penderfyniad", "Try home care at weekends", 0),
                        new Lineage.Node("e", english ? "Experiment" : "Arbrawf", "Six rounds, twelve weeks", 1)),
                List.of(
                        new Lineage.Link("s1", "c"),
                        new Lineage.Link("s2", "c"),
                        new Lineage.Link("c", "d"),
                        new Lineage.Link("d", "e")));
    }

    static Tiles tiles(Words words) {
        Random random = new Random(3);
        List<Tiles.Group> groups = new ArrayList<>();
        for (String name : List.of("Uwch", "Is")) {
            List<Tiles.Tile> tiles = new ArrayList<>();
            for (int i = 0; i < 23; i++) {
                double rate = 60 + random.nextInt(90);
                tiles.add(new Tiles.Tile(name + " " + i, Reading.of(rate, rate - 4, rate + 5), i == 7));
            }
            tiles.add(new Tiles.Tile(name + " *", Reading.unknown(), false));
            groups.add(new Tiles.Group(name, tiles));
        }
        return new Tiles(
                words,
                words == Words.EN ? "Need by neighbourhood" : "Angen yn ôl cymdogaeth",
                words == Words.EN ? "It is highest in Uwch 4." : "Mae uchaf yn Uwch 4.",
                words == Words.EN ? "Expected a year, for 1,000 people" : "Disgwylir mewn blwyddyn, am 1,000 o bobl",
                Unit.NUMBER,
                words == Words.EN ? "Council" : "Cyngor",
                groups);
    }

    /** The three of docs/method/allocation.md, steepest first. */
    static Triangles triangles(Words words) {
        boolean english = words == Words.EN;
        return new Triangles(
                words,
                english ? "Value for money" : "Gwerth am arian",
                english
                        ? "Reablement brings most for each £100,000."
                        : "Ailalluogi sy'n dod â'r mwyaf am bob £100,000.",
                english ? "Benefit" : "Budd",
                english ? "Pounds" : "Punnoedd",
                List.of(
                        new Triangles.Triangle(english ? "Reablement" : "Ailalluogi", 160_000, 11.2),
                        new Triangles.Triangle(english ? "Falls" : "Cwympo", 350_000, 11.25),
                        new Triangles.Triangle(english ? "Clinic" : "Clinig", 400_000, 9.6)));
    }

    static Ternary ternary(Words words, int people) {
        boolean english = words == Words.EN;
        Random random = new Random(6);
        List<Ternary.Mark> marks = new ArrayList<>();
        for (int i = 0; i < people; i++) {
            double a = Math.exp(0.9 + 0.8 * random.nextGaussian());
            double b = Math.exp(0.6 * random.nextGaussian());
            double sum = a + b + 1;
            marks.add(new Ternary.Mark(a / sum, b / sum, 1 / sum));
        }
        return new Ternary(
                words,
                english ? "What helped most" : "Beth helpodd fwyaf",
                english ? "Most of it was people." : "Pobl oedd y rhan fwyaf ohono.",
                english
                        ? List.of("My people", "My services, such as the surgery and the nurses", "My own ways")
                        : List.of("Fy mhobl", "Fy ngwasanaethau, fel y feddygfa a'r nyrsys", "Fy ffyrdd fy hun"),
                marks,
                people == 0
                        ? List.of()
                        : List.of(
                                Reading.of(0.5, 0.44, 0.56), Reading.of(0.2, 0.16, 0.25), Reading.of(0.3, 0.25, 0.35)));
    }

    static Map<String, Chart> all() {
        Map<String, Chart> all = new LinkedHashMap<>();
        all.put("bands", bandsOfTwo(Words.EN));
        all.put("bands-cy", bandsOfTwo(Words.CY));
        all.put("bands-five", bandsOfFive());
        all.put("differences", differences());
        all.put("days", days());
        all.put("ledger", ledger());
        all.put("distribution", distribution());
        all.put("distribution-zero", distributionWithMostAtZero());
        all.put("flow", flow(Words.EN));
        all.put("flow-cy", flow(Words.CY));
        all.put("calibration", calibration());
        all.put("spiral", spiral(Words.EN));
        all.put("spiral-cy", spiral(Words.CY));
        all.put("lineage", lineage(Words.EN));
        all.put("lineage-cy", lineage(Words.CY));
        all.put("tiles", tiles(Words.EN));
        all.put("tiles-cy", tiles(Words.CY));
        all.put("triangles", triangles(Words.EN));
        all.put("triangles-cy", triangles(Words.CY));
        all.put("ternary", ternary(Words.EN, 60));
        all.put("ternary-cy", ternary(Words.CY, 12));
        all.put("ternary-empty", ternary(Words.CY, 0));
        all.put("funnel", funnel());
        all.put(
                "funnel-empty",
                new Funnel(
                        Words.CY,
                        "Neb",
                        "Does neb i'w ddangos.",
                        "Pobl",
                        "Cyfran",
                        "Terfynau",
                        0.5,
                        List.of(),
                        List.of()));
        all.put("beliefs", beliefs());
        all.put("beliefs-empty", new Beliefs(Words.CY, "Neb", "Does neb yn credu dim.", "", Unit.NUMBER, List.of()));
        all.put("spc", spc(Words.EN));
        all.put("spc-cy", spc(Words.CY));
        all.put(
                "spc-one",
                new SpcChart(
                        Words.EN,
                        "One point",
                        "There is one point.",
                        "days",
                        Unit.NUMBER,
                        List.of(new SpcChart.Dot(
                                START, 4, 4, Double.NaN, Double.NaN, 0, SpcChart.Sort.COMMON, "", false)),
                        null,
                        List.of(),
                        List.of()));
        all.put(
                "spc-none",
                new SpcChart(Words.CY, "Dim", "Dim byd.", "", Unit.SHARE, List.of(), null, List.of(), List.of()));
        all.put("standpoints", standpoints());
        all.put(
                "standpoints-of-one",
                new Standpoints(
                        Words.CY,
                        "Pawb",
                        "Pawb gyda'i gilydd.",
                        standpoints().camps().subList(0, 1)));
        all.put("standpoints-empty", new Standpoints(Words.EN, "Nobody", "Nobody has voted.", List.of()));
        all.putAll(awkward());
        return all;
    }

    static Funnel funnel() {
        List<Funnel.Limit> limits = new ArrayList<>();
        for (int people = 20; people <= 600; people += 20) {
            double half = 1.96 * Math.sqrt(1 / (4.0 * people) + 0.002);
            limits.add(new Funnel.Limit(
                    people, Math.pow(Math.sin(Math.PI / 4 - half), 2), Math.pow(Math.sin(Math.PI / 4 + half), 2)));
        }
        return new Funnel(
                Words.EN,
                "Home within two days of being ready",
                "Two teams lie well beyond the others.",
                "How many people stand behind the share",
                "Share",
                "Most teams",
                0.5,
                limits,
                List.of(
                        new Funnel.Dot("Discharge to assess, with therapy", 400, 0.825),
                        new Funnel.Dot("Ward 7", 80, 0.71)));
    }

    static Beliefs beliefs() {
        return new Beliefs(
                Words.EN,
                "Share of visits that avoid an admission",
                "What was believed, 33%, and what is believed now, 52%, overlap.",
                "Share of visits",
                Unit.SHARE,
                List.of(bell("Now, after the experiment in six localities", 0.52, 0.06), bell("Before", 0.33, 0.15)));
    }

    private static Beliefs.Curve bell(String name, double mean, double sd) {
        List<Beliefs.Point> points = new ArrayList<>();
        for (int i = -30; i <= 30; i++) {
            double at = mean + i * sd / 10;
            points.add(new Beliefs.Point(at, Math.exp(-i * i / 200.0) / sd));
        }
        return new Beliefs.Curve(name, new Reading(mean, mean - 1.96 * sd, mean + 1.96 * sd), points);
    }

    static SpcChart spc(Words words) {
        boolean english = words == Words.EN;
        Random random = new Random(5);
        List<SpcChart.Dot> dots = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            boolean late = i >= 20;
            double value = i == 6 ? Double.NaN : i == 12 ? 41 : (late ? 14 : 22) + 3 * random.nextGaussian();
            SpcChart.Sort sort = i == 12
                    ? SpcChart.Sort.WORSE
                    : i > 24 ? SpcChart.Sort.BETTER : i == 20 ? SpcChart.Sort.OTHER : SpcChart.Sort.COMMON;
            dots.add(new SpcChart.Dot(
                    START.plusWeeks(i),
                    value,
                    late ? 14 : 22,
                    late ? 8 : 13,
                    late ? 20 : 31,
                    late ? 1 : 0,
                    sort,
                    sort == SpcChart.Sort.COMMON
                            ? ""
                            : english ? "Beyond the upper limit" : "Y tu hwnt i’r terfyn uchaf",
                    i == 12));
        }
        return new SpcChart(
                words,
                english ? "Days until home" : "Dyddiau tan adref",
                english
                        ? "People wait fewer days than before. The newest points are more than chance."
                        : "Mae pobl yn aros llai o ddyddiau nag o’r blaen. Mae’r pwyntiau diweddaraf yn fwy na siawns.",
                english ? "Days, on average" : "Dyddiau, ar gyfartaledd",
                Unit.NUMBER,
                dots,
                new Bands.Threshold(12, english ? "What we want: 12" : "Yr hyn rydym ei eisiau: 12"),
                List.of(new SpcChart.Note(
                        START.plusWeeks(20),
                        english
                                ? "Counted anew: the home-care round began, and stays."
                                : "Cyfrif o’r newydd: dechreuodd y rownd gofal cartref, ac mae’n aros.")),
                List.of(
                        new SpcChart.Icon(
                                SpcChart.Sort.BETTER,
                                english ? "L" : "I",
                                english ? "A change for the better: lower" : "Newid er gwell: is"),
                        new SpcChart.Icon(
                                SpcChart.Sort.COMMON,
                                "?",
                                english
                                        ? "The target will be met at times and missed at times, by chance."
                                        : "Bydd y targed yn cael ei gyrraedd weithiau a’i fethu weithiau, ar siawns."),
                        new SpcChart.Icon(SpcChart.Sort.COMMON, "", english ? "Chance" : "Siawns")));
    }

    static Standpoints standpoints() {
        Random random = new Random(3);
        List<Standpoints.Camp> camps = new ArrayList<>();
        for (int camp = 0; camp < 5; camp++) {
            List<Standpoints.Place> places = new ArrayList<>();
            for (int i = 0; i < 12; i++) {
                places.add(new Standpoints.Place(
                        Math.sin(camp * 1.3) * 0.7 + random.nextDouble() * 0.3,
                        Math.cos(camp * 1.3) * 0.7 - random.nextDouble() * 0.3));
            }
            camps.add(new Standpoints.Camp("Group " + (camp + 1), places));
        }
        return new Standpoints(Words.EN, "Where people stand", "People who vote alike stand near each other.", camps);
    }

    static Map<String, Chart> awkward() {
        Map<String, Chart> all = new LinkedHashMap<>();
        String s = "A sentence.";
        all.put(
                "empty",
                new Bars(Words.EN, "Nothing yet", "Nobody has run the model yet.", "", Unit.NUMBER, List.of()));
        all.put("bands-empty", new Bands(Words.CY, "Dim", s, "m", Unit.NUMBER, List.of(new Line("a", List.of()))));
        all.put(
                "one-day",
                new Bands(
                        Words.EN,
                        "One day only",
                        s,
                        "People",
                        Unit.NUMBER,
                        List.of(new Line("a", List.of(new Point(START, 5, 4, 6, 2, 9))))));
        all.put(
                "constant",
                new Bands(
                        Words.EN,
                        "Always the same",
                        s,
                        "People",
                        Unit.NUMBER,
                        List.of(new Line("a", List.of(Point.of(START, 700), Point.of(START.plusDays(9), 700))))));
        all.put("gaps", new Bands(Words.EN, "With gaps", s, "People", Unit.NUMBER, List.of(gaps())));
        all.put(
                "huge",
                new Bars(
                        Words.EN,
                        "Huge",
                        s,
                        "Pounds",
                        Unit.POUNDS,
                        List.of(
                                new Bar("a", Reading.of(9e14, -1e14, 9.9e14)),
                                new Bar("b", Reading.of(1e300, 0, 1e301)),
                                new Bar("c", Reading.of(Double.POSITIVE_INFINITY)))));
        all.put(
                "tiny",
                new Bars(Words.EN, "Tiny", s, "Share", Unit.SHARE, List.of(new Bar("a", Reading.of(1e-9, 0, 2e-9)))));
        all.put(
                "hostile",
                new Bars(
                        Words.EN,
                        "<script>alert('1')</script>",
                        "\"><img src=x onerror=alert(1)> & ]]> \u0000\uD800",
                        "' onload='x",
                        Unit.NUMBER,
                        List.of(new Bar("\"/><script>x</script>", Reading.of(1, 0.5, 2)))));
        all.put(
                "long-words",
                new Calibration(
                        Words.CY,
                        "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch".repeat(2),
                        s,
                        "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch".repeat(3),
                        Unit.POUNDS,
                        List.of(new Pair(
                                "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch",
                                Reading.of(1234.56, 1000, 1500),
                                1e9))));
        all.put("one-value", new Distribution(Words.EN, "One value", s, "Days", Unit.NUMBER, List.of(3.0)));
        all.put(
                "self-loop",
                new Flow(
                        Words.EN,
                        "A ring without an end",
                        s,
                        List.of(new Stop("a", "A"), new Stop("b", "B"), new Stop("c", "Unused")),
                        List.of(new Link("a", "b", 1), new Link("b", "a", 1), new Link("a", "a", 0.2))));
        all.put(
                "tiles-none-told",
                new Tiles(
                        Words.EN,
                        "None told",
                        s,
                        "m",
                        Unit.NUMBER,
                        "g",
                        List.of(new Tiles.Group("a", List.of(new Tiles.Tile("b", Reading.unknown(), false))))));
        all.put("triangles-empty", new Triangles(Words.CY, "T", "S.", "m", "n", List.of()));
        all.put(
                "triangles-odd",
                new Triangles(
                        Words.EN,
                        "Odd",
                        s,
                        "m",
                        "n",
                        List.of(
                                new Triangles.Triangle("thin", 1, 1e6),
                                new Triangles.Triangle("free", 0, 5),
                                new Triangles.Triangle("unknown", Double.NaN, 5),
                                new Triangles.Triangle("harm", 1e9, -50),
                                new Triangles.Triangle("huge", 1e300, 1e300))));
        all.put(
                "lineage-alone",
                new Lineage(Words.CY, "T", "S.", List.of(new Lineage.Node("a", "", "'\"<&".repeat(60), 0)), List.of()));
        all.put("spiral-empty", new Spiral(Words.CY, "T", "S.", List.of()));
        return all;
    }

    private static Line gaps() {
        List<Point> points = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            double v = i % 9 == 4 || (i > 12 && i < 16) ? Double.NaN : -20 + i;
            double high = i % 9 == 3 ? Double.NEGATIVE_INFINITY : v + 6;
            points.add(new Point(START.plusDays(i), v, v - 2, v + 2, v - 5, high));
        }
        points.add(new Point(START.plusDays(60), 3, 1, 4, 0, 7));
        return new Line("gaps", points);
    }
}
