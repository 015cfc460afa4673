package org.whorl.files;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.OptionalDouble;
import java.util.SequencedMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.whorl.engine.model.Duration;
import org.whorl.engine.model.Duration.Family;
import org.whorl.engine.model.LogGamma;

/**
 * PathSimR's network template: a row for each service point and each exit. Its columns are the names, with the shares who go
 * there; {@code serv_dist}, {@code serv_dist_param}, {@code ext_queue}, {@code int_queue}; for each name the distribution
 * of the delay on the way there; and for each name that delay's parameters. Parameters are R's, joined by semicolons.
 */
final class PathSimRNetwork {
    private static final List<String> AFTER_NAMES = List.of("serv_dist", "serv_dist_param", "ext_queue", "int_queue");
    private static final double ROUNDING = 1e-6;

    /** For each distribution of R what its parameters are. */
    private static final SequencedMap<String, List<String>> PARAMETERS = new LinkedHashMap<>();

    static {
        PARAMETERS.put("exp", List.of("rate"));
        PARAMETERS.put("unif", List.of("min", "max"));
        PARAMETERS.put("lnorm", List.of("meanlog", "sdlog"));
        PARAMETERS.put("gamma", List.of("shape", "rate"));
        PARAMETERS.put("weibull", List.of("shape", "scale"));
    }

    /**
     * A service point.
     *
     * @param name as written
     * @param line where
     * @param stay how long people stay
     * @param routes shares by name of the next service point or exit, none of them 0
     * @param delays by name of the next, days before people go there
     * @param outside how many may wait from outside; infinite for no limit
     * @param inside how many may wait, out of their beds, from other service points
     */
    record Point(
            String name,
            int line,
            Duration stay,
            SequencedMap<String, Double> routes,
            SequencedMap<String, Duration> delays,
            double outside,
            double inside) {}

    final SequencedMap<String, Point> points = new LinkedHashMap<>();
    final List<String> exits = new ArrayList<>();

    private final CsvRows rows;
    private final double unitsPerDay;

    /**
     * Reads a template; what is wrong with it is told.
     *
     * @param unitsPerDay how many of the template's units of time make a day
     */
    PathSimRNetwork(Path file, double unitsPerDay, Faults faults) {
        this.rows = CsvRows.read(file, faults);
        this.unitsPerDay = unitsPerDay;
        if (rows.count() > 0) {
            read();
        }
    }

    private void read() {
        List<String> header = new ArrayList<>();
        for (int column = 0; column < rows.width(0); column++) {
            header.add(rows.cell(0, column));
        }
        int after = header.indexOf(AFTER_NAMES.getFirst());
        if (after < 2
                || header.size() < after + 4
                || !header.subList(after, after + 4).equals(AFTER_NAMES)) {
            rows.fault(
                    0,
                    "",
                    "this is not a network template: the columns serv_dist, serv_dist_param, ext_queue and int_queue are"
                            + " not there, one after the other",
                    "choose the network's file, and the calendar's second");
            return;
        }
        List<String> names = header.subList(1, after);
        Set<String> seen = new HashSet<>();
        for (String name : names) {
            if (name.isEmpty() || !seen.add(name)) {
                rows.fault(
                        0,
                        name,
                        name.isEmpty() ? "a column has no name" : "two columns are called " + name,
                        "give each service point and exit one name");
                return;
            }
        }
        if (header.size() != after + 4 + 2 * names.size()) {
            rows.fault(
                    0,
                    "",
                    "%d names need %d columns of delays, and there are %d"
                            .formatted(names.size(), 2 * names.size(), header.size() - after - 4),
                    "write a column for each delay's distribution, then one for each delay's parameters");
            return;
        }
        if (rows.count() != names.size() + 1) {
            rows.fault(
                    rows.count(),
                    "",
                    "%d columns have names, and %d rows".formatted(names.size(), rows.count() - 1),
                    "write one row for each service point and each exit");
            return;
        }
        for (int row = 1; row < rows.count(); row++) {
            if (!rows.cell(row, 0).equals(names.get(row - 1))) {
                rows.fault(
                        row,
                        "",
                        "the row is called \"%s\" where the columns have %s"
                                .formatted(rows.cell(row, 0), names.get(row - 1)),
                        "keep rows and columns in one order");
                return;
            }
            if (rows.none(row, 1, rows.width(row))) {
                exits.add(names.get(row - 1));
            } else {
                points.put(names.get(row - 1), point(row, names, after));
            }
        }
        if (exits.isEmpty()) {
            rows.fault(0, "", "nobody can leave: every row is a service point", "leave the row of an exit empty");
        }
    }

    private Point point(int row, List<String> names, int after) {
        SequencedMap<String, Double> routes = new LinkedHashMap<>();
        SequencedMap<String, Duration> delays = new LinkedHashMap<>();
        double sum = 0;
        boolean whole = true;
        for (int i = 0; i < names.size(); i++) {
            if (rows.cell(row, 1 + i).isEmpty()) {
                continue;
            }
            OptionalDouble share =
                    rows.number(row, 1 + i, "share to " + names.get(i), 0, 1, "write a share from 0 to 1");
            whole &= share.isPresent();
            sum += share.orElse(0);
            if (share.orElse(0) > 0) {
                routes.put(names.get(i), share.getAsDouble());
            }
        }
        if (whole && Math.abs(sum - 1) > ROUNDING) {
            rows.fault(row, "shares", "the shares add up to %s".formatted(Words.of(sum)), "make them add up to 1");
        }
        for (int i = 0; i < names.size(); i++) {
            int distribution = after + 4 + i;
            int parameters = distribution + names.size();
            String to = names.get(i);
            if (!rows.none(row, distribution, distribution + 1) || !rows.none(row, parameters, parameters + 1)) {
                Duration delay =
                        time(row, distribution, "delay to " + to, parameters, "parameters of the delay to " + to);
                if (delay != null && routes.containsKey(to)) {
                    delays.put(to, delay);
                }
            }
        }
        Duration stay = time(row, after, "serv_dist", after + 1, "serv_dist_param");
        return new Point(
                names.get(row - 1),
                rows.line(row),
                stay == null ? Duration.of(Family.CONSTANT, 1) : stay,
                routes,
                delays,
                queue(row, after + 2, "ext_queue"),
                queue(row, after + 3, "int_queue"));
    }

    private double queue(int row, int column, String name) {
        String right = "write how many people may wait, or Inf";
        double people = rows.number(row, column, name, 0, Double.POSITIVE_INFINITY, right)
                .orElse(0);
        if (Double.isFinite(people) && people != Math.rint(people)) {
            rows.fault(row, name, "%s is not a whole number".formatted(Words.of(people)), right);
        }
        return people;
    }

    private @Nullable Duration time(int row, int family, String familyName, int parameters, String parametersName) {
        String word = rows.cell(row, family);
        List<String> wanted = PARAMETERS.get(word);
        if (wanted == null) {
            rows.fault(
                    row,
                    familyName,
                    word.isEmpty() ? "no distribution is named" : "\"%s\" is not known here".formatted(word),
                    "write one of " + String.join(", ", PARAMETERS.keySet()));
            return null;
        }
        String right = "write " + String.join(";", wanted);
        String written = rows.cell(row, parameters);
        String[] parts = written.split(";", -1);
        if (written.isEmpty() || parts.length != wanted.size()) {
            rows.fault(
                    row,
                    parametersName,
                    written.isEmpty()
                            ? "%s has no parameters".formatted(word)
                            : "%s takes %d, and \"%s\" has %d".formatted(word, wanted.size(), written, parts.length),
                    right);
            return null;
        }
        double[] numbers = new double[parts.length];
        for (int i = 0; i < parts.length; i++) {
            OptionalDouble number = Reading.parse(parts[i].strip());
            boolean mayBeNegative = word.equals("lnorm") && i == 0;
            boolean mayBeZero = word.equals("unif") || (word.equals("lnorm") && i == 1);
            if (number.isEmpty() || !Double.isFinite(number.getAsDouble())) {
                rows.fault(
                        row,
                        parametersName,
                        "the %s \"%s\" is not a number".formatted(wanted.get(i), parts[i].strip()),
                        right);
                return null;
            }
            numbers[i] = number.getAsDouble();
            if (!mayBeNegative && (numbers[i] < 0 || (numbers[i] == 0 && !mayBeZero))) {
                rows.fault(
                        row,
                        parametersName,
                        "the %s is %s".formatted(wanted.get(i), parts[i].strip()),
                        "write a number above 0");
                return null;
            }
        }
        if (word.equals("unif") && numbers[0] > numbers[1]) {
            rows.fault(row, parametersName, "the least is above the most in " + written, right);
            return null;
        }
        return time(word, numbers);
    }

    /** What R means by these parameters, as a mean and a standard deviation in days. */
    private Duration time(String word, double[] r) {
        return switch (word) {
            case "exp" -> Duration.of(Family.EXPONENTIAL, days(1 / r[0]));
            case "unif" ->
                r[0] == r[1]
                        ? Duration.of(Family.CONSTANT, days(r[0]))
                        : Duration.of(Family.UNIFORM, days(r[0]), days(r[1]));
            case "lnorm" -> {
                double mean = Math.exp(r[0] + r[1] * r[1] / 2);
                yield Duration.of(Family.LOGNORMAL, days(mean), days(mean * Math.sqrt(Math.expm1(r[1] * r[1]))));
            }
            case "gamma" -> Duration.of(Family.GAMMA, days(r[0] / r[1]), days(Math.sqrt(r[0]) / r[1]));
            case "weibull" -> {
                double first = Math.exp(LogGamma.of(1 + 1 / r[0]));
                double second = Math.exp(LogGamma.of(1 + 2 / r[0]));
                yield Duration.of(Family.WEIBULL, days(r[1] * first), days(r[1] * Math.sqrt(second - first * first)));
            }
            default -> throw new IllegalStateException(word);
        };
    }

    private double days(double units) {
        return units / unitsPerDay;
    }
}
