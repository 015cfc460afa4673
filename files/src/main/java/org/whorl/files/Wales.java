package org.whorl.files;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.IntStream;
import org.whorl.engine.model.Distribution;
import org.whorl.engine.model.Name;
import org.whorl.engine.model.Parameter;
import org.whorl.engine.model.Population;
import org.whorl.engine.model.Population.Group;
import org.whorl.engine.model.Population.Growth;
import org.whorl.engine.model.Population.SmallAreas;
import org.whorl.engine.model.Provenance;
import org.whorl.engine.model.Quality;
import org.whorl.engine.model.Sex;
import org.whorl.engine.model.Spelling;
import org.whorl.engine.model.Spread;

/**
 * The people of any council in Wales, by age, sex and fifth of deprivation, and of its neighbourhoods, from official tables that
 * come with Whorl. People were counted by age in 2020 for the neighbourhoods of 2011, and ranked by deprivation in 2025 for
 * those of 2021: where a neighbourhood was split, its people go to the parts as the census of 2021 found them; where some were
 * merged, they are added up. Each sex of a council is then brought to the census's number.
 */
public final class Wales {

    /** What a population made here rests on. */
    static final String SOURCE =
            "ONS mid-2020 population estimates by council, age and sex, brought to the Census 2021 number of women and of men of"
                    + " each council; fifths of WIMD 2025 by the mid-2020 ages of LSOAs (2011 brought to 2021: people of a split"
                    + " LSOA as the census found its parts, merged ones added up); at each age the same share of women in every"
                    + " fifth of a council";

    private static final int YEAR = 2021;
    private static final int NEIGHBOURHOODS = 1917;
    private static final int BAND = 5;
    private static final List<Integer> AGES =
            IntStream.rangeClosed(0, 90).boxed().toList();
    private static final List<Integer> BANDS =
            IntStream.rangeClosed(0, 17).map(b -> b * BAND).boxed().toList();

    private final List<String[]> councils;

    private Wales() {
        councils = table("councils.csv");
    }

    /** The tables that come with Whorl. */
    public static Wales open() {
        return new Wales();
    }

    /** The councils' English names, which is also how to ask for them. */
    public List<String> councils() {
        return councils.stream().map(c -> c[1]).toList();
    }

    /**
     * The people of some councils.
     *
     * @param asked codes such as W06000013, or names in either language
     * @throws IllegalArgumentException if one is unknown; the message says what was probably meant
     */
    public Population of(List<String> asked) {
        List<String[]> chosen = asked.stream().map(this::council).distinct().toList();
        SequencedMap<String, Name> areas = new LinkedHashMap<>();
        Map<String, String> ids = new HashMap<>();
        Ids fresh = new Ids();
        for (String[] council : chosen) {
            String id = fresh.of(council[1]);
            ids.put(council[0], id);
            areas.put(id, new Name(council[1], council[2]));
        }
        Map<String, double[]> people = lsoa21();
        List<Group> groups = new ArrayList<>();
        List<SmallAreas.Neighbourhood> near = new ArrayList<>();
        for (String[] council : chosen) {
            council(council, Objects.requireNonNull(ids.get(council[0])), people, groups, near);
        }
        return new Population(
                YEAR,
                areas,
                AGES,
                groups,
                growth(),
                variants(),
                healthy(),
                new SmallAreas(BANDS, near),
                new Provenance(SOURCE, Integer.toString(YEAR), null, Quality.PUBLISHED));
    }

    /**
     * Writes a population as a model's tables, with the section that points to them; files of the same names are replaced.
     *
     * @param folder of a model, or one to be made
     */
    public static void write(Population population, Path folder) throws IOException {
        try (OutputFolder out = OutputFolder.open(folder)) {
            Yaml yaml = new Yaml();
            new NeedWriter(out, new NumberWriter(out)).population(population, yaml);
            try (Writer writer = out.writer("population.yaml")) {
                writer.write("# Put this into model.yaml.\n" + yaml);
            }
            try (Writer writer = out.writer("population.md")) {
                writer.write(attribution());
            }
            out.publish();
        }
    }

    private static String attribution() {
        return """
                # Whose data this is

                Contains public sector information licensed under the Open Government Licence v3.0.

                - Office for National Statistics: mid-2020 population estimates by council, age and sex, and of small areas; Census
                  2021; lookups between areas; 2018-based national population projections for Wales.
                - Welsh Government: Welsh Index of Multiple Deprivation 2025.

                How the tables were made: %s. `growth.csv` is the projection of Wales as published, of which only ratios by age and
                sex are used, for every council alike. The probabilities of its variants, and the share of added life spent in
                health, are guesses: put in your own.
                """.formatted(SOURCE);
    }

    private String[] council(String asked) {
        Optional<String[]> found = councils.stream()
                .filter(c ->
                        c[0].equalsIgnoreCase(asked) || c[1].equalsIgnoreCase(asked) || c[2].equalsIgnoreCase(asked))
                .findFirst();
        return found.orElseThrow(() -> new IllegalArgumentException("There is no council in Wales called %s; %s"
                .formatted(
                        asked,
                        Spelling.nearest(asked, names())
                                .map("did you mean %s?"::formatted)
                                .orElse("there are " + String.join(", ", councils())))));
    }

    private Set<String> names() {
        Set<String> names = new LinkedHashSet<>(councils());
        councils.forEach(c -> names.add(c[2]));
        return names;
    }

    /** People of each LSOA of 2021 by age band. */
    private static Map<String, double[]> lsoa21() {
        Map<String, Double> residents = new HashMap<>();
        table("lsoa21.csv").forEach(row -> residents.put(row[0], Double.parseDouble(row[3])));
        Map<String, List<String>> became = new HashMap<>();
        table("lsoa-changes.csv")
                .forEach(row ->
                        became.computeIfAbsent(row[0], _ -> new ArrayList<>()).add(row[1]));
        Map<String, double[]> people = new HashMap<>();
        for (String[] row : table("lsoa11.csv")) {
            List<String> parts = became.getOrDefault(row[0], List.of(row[0]));
            double all = parts.stream()
                    .mapToDouble(p -> residents.getOrDefault(p, 0.0))
                    .sum();
            for (String part : parts) {
                double share = residents.getOrDefault(part, 0.0) / all;
                double[] into = people.computeIfAbsent(part, _ -> new double[BANDS.size()]);
                for (int band = 0; band < into.length; band++) {
                    into[band] += share * Double.parseDouble(row[band + 1]);
                }
            }
        }
        return people;
    }

    private static void council(
            String[] council,
            String id,
            Map<String, double[]> people,
            List<Group> groups,
            List<SmallAreas.Neighbourhood> near) {
        double[][] byFifth = new double[Population.FIFTHS][BANDS.size()];
        double[] byBand = new double[BANDS.size()];
        List<String[]> lsoas = table("lsoa21.csv").stream()
                .filter(l -> l[1].equals(council[0]))
                .toList();
        for (String[] lsoa : lsoas) {
            double[] here = Objects.requireNonNull(people.get(lsoa[0]), lsoa[0]);
            for (int band = 0; band < here.length; band++) {
                byFifth[fifth(lsoa) - 1][band] += here[band];
                byBand[band] += here[band];
            }
        }
        double counted = 0;
        for (String[] row : table("people.csv")) {
            if (row[0].equals(council[0])) {
                Sex sex = row[1].equals(Sex.FEMALE.word()) ? Sex.FEMALE : Sex.MALE;
                double[] ages = Arrays.stream(row)
                        .skip(2)
                        .mapToDouble(Double::parseDouble)
                        .toArray();
                double all = Arrays.stream(ages).sum();
                double census = Double.parseDouble(council[sex == Sex.FEMALE ? 4 : 5]);
                counted += all;
                for (int fifth = 1; fifth <= Population.FIFTHS; fifth++) {
                    List<Double> line = new ArrayList<>();
                    for (int age = 0; age < ages.length; age++) {
                        int band = Math.min(age / BAND, BANDS.size() - 1);
                        line.add(hundredths(ages[age] * census / all * byFifth[fifth - 1][band] / byBand[band]));
                    }
                    groups.add(new Group(id, fifth, sex, line));
                }
            }
        }
        double factor = (Double.parseDouble(council[4]) + Double.parseDouble(council[5])) / counted;
        for (String[] lsoa : lsoas) {
            near.add(new SmallAreas.Neighbourhood(
                    lsoa[0],
                    lsoa[4],
                    id,
                    fifth(lsoa),
                    Arrays.stream(Objects.requireNonNull(people.get(lsoa[0])))
                            .mapToObj(p -> hundredths(p * factor))
                            .toList()));
        }
    }

    private static int fifth(String[] lsoa) {
        return 1 + (Integer.parseInt(lsoa[2]) * Population.FIFTHS - 1) / NEIGHBOURHOODS;
    }

    /** Precise enough for people, and short in a file. */
    private static double hundredths(double people) {
        return Math.rint(people * 100) / 100;
    }

    private static Growth growth() {
        List<Growth.Projected> lines = new ArrayList<>();
        for (String[] row : table("growth.csv")) {
            if (Integer.parseInt(row[1]) >= YEAR) {
                lines.add(new Growth.Projected(
                        row[0],
                        Integer.parseInt(row[1]),
                        row[2].equals(Sex.FEMALE.word()) ? Sex.FEMALE : Sex.MALE,
                        Arrays.stream(row).skip(3).map(Double::valueOf).toList()));
            }
        }
        return new Growth(AGES, lines);
    }

    /** Nobody publishes how likely a variant is. */
    private static SequencedMap<String, Parameter> variants() {
        Provenance guess = new Provenance(
                "Nobody publishes how likely a variant is: the middle one is taken to be likelier than the outer two together",
                null,
                null,
                Quality.GUESS);
        SequencedMap<String, Parameter> variants = new LinkedHashMap<>();
        variants.put("principal", new Parameter(0.6, Spread.UNSAID, guess, null));
        variants.put("high", new Parameter(0.2, Spread.UNSAID, guess, null));
        variants.put("low", new Parameter(0.2, Spread.UNSAID, guess, null));
        return variants;
    }

    private static Parameter healthy() {
        return new Parameter(
                0.5,
                new Spread.Distributed(new Distribution.Uniform(0, 1)),
                new Provenance(
                        "Nobody knows how much of a longer life will be healthy: anything from none of it to all",
                        null,
                        null,
                        Quality.GUESS),
                null);
    }

    /** The rows of a table that comes with Whorl, without its first line; only the last cell may hold commas. */
    private static List<String[]> table(String name) {
        try (InputStream in = Objects.requireNonNull(Wales.class.getResourceAsStream("wales/" + name))) {
            List<String> lines = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            int columns = lines.getFirst().split(",", -1).length;
            return lines.stream().skip(1).map(line -> line.split(",", columns)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
