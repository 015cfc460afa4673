package org.whorl.server.stories;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.whorl.files.SheetRows;
import org.whorl.server.design.Language;
import org.whorl.server.design.Texts;
import org.whorl.server.people.Place;
import org.whorl.server.people.PrivateCode;

/**
 * Reads a sheet of stories that were collected elsewhere: every row that is right, and every fault with its line and column.
 * What says who somebody is it refuses, and does not repeat.
 */
final class BringCheck {

    private final Where where;
    private final List<Place> places;
    private final Came came;
    private final Map<BringColumn, Integer> columns = new EnumMap<>(BringColumn.class);
    private final Map<BringColumn, String> headings = new EnumMap<>(BringColumn.class);
    private final Map<String, Integer> references = new HashMap<>();
    private final List<BringFault> faults = new ArrayList<>();
    private final List<Row> rows = new ArrayList<>();

    /** A row that is right. */
    record Row(int line, String reference, Telling telling) {}

    /** What was found: rows, if nothing is wrong anywhere. */
    record Found(List<Row> rows, List<BringFault> faults) {}

    private BringCheck(Where where, List<Place> places, Came came) {
        this.where = where;
        this.places = places;
        this.came = came;
    }

    static Found check(List<SheetRows.Line> lines, Where where, List<Place> places, Came came) {
        BringCheck check = new BringCheck(where, places, came);
        check.readHeadings(lines.getFirst());
        if (check.columns.size() == BringColumn.values().length || check.faults.isEmpty()) {
            List<SheetRows.Line> told = lines.stream()
                    .skip(1)
                    .filter(line -> !check.isExample(line))
                    .toList();
            told.forEach(check::readRow);
            if (told.isEmpty()) {
                check.faults.add(new BringFault(1, "", "bring.no-rows", List.of()));
            }
        }
        return new Found(check.faults.isEmpty() ? List.copyOf(check.rows) : List.of(), List.copyOf(check.faults));
    }

    private void readHeadings(SheetRows.Line first) {
        for (int i = 0; i < first.cells().size(); i++) {
            String heading = first.cell(i);
            Optional<BringColumn> column = BringColumn.find(heading);
            if (heading.isEmpty()) {
                continue;
            }
            if (column.isEmpty()) {
                faults.add(new BringFault(first.number(), shown(heading), "bring.unknown", List.of()));
            } else if (columns.putIfAbsent(column.get(), i) != null) {
                faults.add(new BringFault(first.number(), heading, "bring.column-twice", List.of()));
            } else {
                headings.put(column.get(), heading);
            }
        }
        for (BringColumn column : BringColumn.values()) {
            if (!columns.containsKey(column) && !column.isOptional()) {
                faults.add(new BringFault(
                        first.number(),
                        column.heading(Language.EN) + " / " + column.heading(Language.CY),
                        column.audience().isPresent() ? "bring.no-consent" : "bring.missing",
                        List.of()));
            }
        }
    }

    /** A heading may be what somebody typed in the wrong place. */
    private static String shown(String heading) {
        return !Identifying.list(heading).isEmpty() ? "" : heading.substring(0, Math.min(40, heading.length()));
    }

    /** The row that shows in an empty sheet what may stand there is nobody's story. */
    private boolean isExample(SheetRows.Line line) {
        String words = cell(line, BringColumn.WORDS);
        return Arrays.stream(Language.values())
                .anyMatch(language -> words.equals(Texts.in(language).say("bring.example.words")));
    }

    private void readRow(SheetRows.Line line) {
        int before = faults.size();
        for (BringColumn column : columns.keySet()) {
            String cell = cell(line, column);
            Identifying.list(cell).forEach(found -> fault(line, column, "bring." + found.key()));
            if (cell.isEmpty() && !column.isOptional()) {
                fault(line, column, column.audience().isPresent() ? "bring.no-answer" : "bring.blank");
            }
            if (cell.length()
                    > (column == BringColumn.WORDS || column == BringColumn.STRENGTH
                            ? TellForm.LONGEST
                            : TellForm.LONGEST_LINE)) {
                fault(line, column, "bring.long");
            }
        }
        // Beyond the width of the headings something stands that nobody has looked at.
        for (int i = 0; i < line.cells().size(); i++) {
            if (!columns.containsValue(i) && !line.cell(i).isEmpty()) {
                faults.add(new BringFault(line.number(), "", "bring.beside", List.of(Integer.toString(i + 1))));
            }
        }
        String reference = cell(line, BringColumn.REFERENCE);
        Integer same = references.putIfAbsent(reference, line.number());
        if (same != null && !reference.isEmpty()) {
            fault(line, BringColumn.REFERENCE, "bring.twice", Integer.toString(same));
        }
        Optional<Kind> kind = choice(line, BringColumn.KIND, Arrays.asList(Kind.values()), Kind::key);
        Optional<Language> language =
                choice(line, BringColumn.LANGUAGE, Arrays.asList(Language.values()), Language::code);
        Optional<String> teller =
                choice(line, BringColumn.TELLER, List.of("typed", "authority", "bereaved", "own"), each -> each);
        Optional<Age> age = choice(line, BringColumn.AGE, Arrays.asList(Age.values()), Age::key);
        Optional<String> place = place(line);
        Set<Audience> audiences = EnumSet.noneOf(Audience.class);
        for (BringColumn column : columns.keySet()) {
            column.audience()
                    .ifPresent(audience -> choice(line, column, List.of("yes", "no"), each -> each)
                            .filter("yes"::equals)
                            .ifPresent(_ -> {
                                audiences.add(audience);
                                if (age.isPresent() && !Audience.open(age.get()).contains(audience)) {
                                    fault(line, column, "bring.young");
                                }
                            }));
        }
        if (faults.size() == before) {
            Optional<UUID> known = places.stream()
                    .map(Place::id)
                    .filter(id -> id.toString().equals(place.orElseThrow()))
                    .findFirst();
            rows.add(new Row(
                    line.number(),
                    reference,
                    new Telling(
                            PrivateCode.fresh(),
                            kind.orElseThrow(),
                            came,
                            language.orElseThrow(),
                            cell(line, BringColumn.STRENGTH),
                            cell(line, BringColumn.ABOUT),
                            cell(line, BringColumn.WORDS),
                            teller.orElseThrow(),
                            age.orElseThrow(),
                            known.isPresent() ? where.nation() : place.orElseThrow(),
                            known,
                            "none",
                            "",
                            language.orElseThrow(),
                            "",
                            audiences)));
        }
    }

    private String cell(SheetRows.Line line, BringColumn column) {
        Integer index = columns.get(column);
        return index == null ? "" : line.cell(index);
    }

    private <T> Optional<T> choice(
            SheetRows.Line line, BringColumn column, List<T> of, java.util.function.Function<T, String> key) {
        String cell = cell(line, column);
        Optional<T> found = of.stream()
                .filter(each -> words(column, key.apply(each)).anyMatch(word -> same(word, cell)))
                .findFirst();
        if (found.isEmpty() && !cell.isEmpty() && Identifying.list(cell).isEmpty()) {
            fault(
                    line,
                    column,
                    "bring.choice",
                    Arrays.stream(Language.values())
                            .flatMap(language -> of.stream().map(each -> word(language, column, key.apply(each))))
                            .collect(Collectors.joining(", ")));
        }
        return found;
    }

    private Optional<String> place(SheetRows.Line line) {
        String cell = cell(line, BringColumn.PLACE);
        Optional<String> found = places.stream()
                .filter(each -> same(each.nameEn(), cell) || same(each.nameCy(), cell))
                .map(each -> each.id().toString())
                .findFirst()
                .or(() -> Stream.of("wales", "england", "elsewhere")
                        .filter(country -> words(BringColumn.PLACE, country).anyMatch(word -> same(word, cell)))
                        .findFirst());
        if (found.isEmpty() && !cell.isEmpty() && Identifying.list(cell).isEmpty()) {
            fault(
                    line,
                    BringColumn.PLACE,
                    "bring.choice",
                    Stream.concat(
                                    places.stream().flatMap(each -> Stream.of(each.nameEn(), each.nameCy())),
                                    Stream.of("wales", "england", "elsewhere")
                                            .flatMap(country -> words(BringColumn.PLACE, country)))
                            .distinct()
                            .collect(Collectors.joining(", ")));
        }
        return found;
    }

    /** What may stand in a column for a choice, in both languages. */
    private static Stream<String> words(BringColumn column, String key) {
        return Arrays.stream(Language.values()).map(language -> word(language, column, key));
    }

    static String word(Language language, BringColumn column, String key) {
        String of = column.audience().isPresent() ? "consent" : column.key();
        return Texts.in(language).say("bring." + of + "." + key);
    }

    private static boolean same(String one, String other) {
        return one.toLowerCase(Locale.ROOT).equals(other.toLowerCase(Locale.ROOT));
    }

    private void fault(SheetRows.Line line, BringColumn column, String sentence, String... parts) {
        faults.add(
                new BringFault(line.number(), headings.getOrDefault(column, column.key()), sentence, List.of(parts)));
    }
}
