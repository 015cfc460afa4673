package org.whorl.server.stories;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.whorl.files.SheetRows;
import org.whorl.server.people.Place;
import org.whorl.server.trust.Action;
import org.whorl.server.trust.Door;
import org.whorl.server.trust.Needs;
import org.whorl.server.trust.Note;
import org.whorl.server.trust.Refused;
import org.whorl.server.trust.Viewer;

/** The door for sheets of stories that were collected elsewhere. All of a sheet is taken in, or nothing. */
@Door
public class Bringing {

    private final HeldStore held;
    private final CollectorStore collectors;
    private final BringDesk desk;
    private final Clock clock;

    Bringing(HeldStore held, CollectorStore collectors, BringDesk desk, Clock clock) {
        this.held = held;
        this.collectors = collectors;
        this.desk = desk;
        this.clock = clock;
    }

    /**
     * A sheet that was read.
     *
     * @param id under which it lies for half an hour; none if something is wrong
     * @param rows how many rows there are
     * @param before how many of them were brought in before, and will not be again
     * @param first the first few words of the first rows, with their references
     * @param faults what is wrong
     */
    public record Checked(Optional<UUID> id, int rows, int before, Map<String, String> first, List<BringFault> faults) {
        /** Keeps a copy. */
        public Checked {
            faults = List.copyOf(faults);
        }
    }

    /**
     * What came of a sheet.
     *
     * @param codes under which the codes of what is new lie, to be fetched once
     * @param fresh how many rows are new
     * @param before how many were brought before
     */
    public record Brought(UUID codes, int fresh, int before) {}

    /** Reads a sheet and keeps nothing of it but in memory. */
    @Needs(Action.LOOK)
    public Checked check(
            String file, List<SheetRows.Line> lines, Where where, List<Place> places, Collector collector) {
        if (!Viewer.current().may(Action.SHARE_TELLING)) {
            throw new Refused(Action.SHARE_TELLING);
        }
        BringCheck.Found found = BringCheck.check(
                lines, where, places, new Came("sheet", Optional.of(collector.id()), Optional.empty()));
        if (!found.faults().isEmpty()) {
            return new Checked(Optional.empty(), lines.size() - 1, 0, Map.of(), found.faults());
        }
        Map<String, String> first = new LinkedHashMap<>();
        found.rows().stream()
                .limit(5)
                .forEach(row ->
                        first.put(row.reference(), shortened(row.telling().words())));
        UUID id = desk.put(
                here(),
                me(),
                new BringDesk.Sheet(file, where.spiral(), collector.id().toString(), found.rows()));
        int before = held.countRows(found.rows().stream()
                .map(row -> key(collector.id().toString(), row.reference()))
                .toList());
        return new Checked(Optional.of(id), found.rows().size(), before, first, List.of());
    }

    private static String shortened(String words) {
        return words.length() <= 80 ? words : words.substring(0, 79).strip() + "…";
    }

    /** Takes in a sheet that was checked, in one transaction; empty if it lies there no more. */
    @Needs(Action.SHARE_TELLING)
    public Optional<Brought> bring(UUID id) {
        Note.about("sheet", id, "brought");
        Instant now = clock.instant();
        return desk.take(id, here(), me(), BringDesk.Sheet.class).map(sheet -> {
            Map<String, String> references = new HashMap<>();
            sheet.rows().forEach(row -> references.put(row.telling().code(), row.reference()));
            List<HeldStore.SheetRow> fresh = held.addRows(
                    here(),
                    sheet.rows().stream()
                            .map(row -> new HeldStore.SheetRow(
                                    new Told(sheet.spiral(), row.telling(), Attached.NOTHING),
                                    key(sheet.collector(), row.reference())))
                            .toList(),
                    now);
            Map<String, String> codes = new LinkedHashMap<>();
            fresh.stream()
                    .map(row -> row.told().telling().code())
                    .forEach(code -> codes.put(references.getOrDefault(code, ""), code));
            return new Brought(
                    desk.put(here(), me(), new BringDesk.Codes(codes)),
                    codes.size(),
                    sheet.rows().size() - codes.size());
        });
    }

    /** The codes of what was new, once. */
    @Needs(Action.LOOK)
    public Optional<Map<String, String>> takeCodes(UUID id) {
        return desk.take(id, here(), me(), BringDesk.Codes.class).map(BringDesk.Codes::codes);
    }

    /** Who collects, by id. */
    @Needs(Action.LOOK)
    public Optional<Collector> findCollector(String id) {
        return collectors.list().stream()
                .filter(each -> each.id().toString().equals(id))
                .findFirst();
    }

    /** A row is known by who collected it and by their reference, whatever became of its words. */
    private static String key(String collector, String reference) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256")
                            .digest((collector + "\n" + reference).getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static UUID here() {
        return Viewer.current().partnership().orElseThrow();
    }

    private static Optional<UUID> me() {
        return Viewer.current().member();
    }
}
