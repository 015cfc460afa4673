package org.whorl.server.trust;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.whorl.server.platform.Course;

/**
 * The record: who did what, to what, when and why, only ever added to. Each line's fingerprint covers the line and the
 * fingerprint before it, so a changed, removed or slipped-in line shows. Lines name people by id alone, so a person's
 * name can be forgotten without touching them.
 */
@Component
class Logbook {

    /** Keeps what belongs to no partnership. */
    static final UUID HOUSE = new UUID(0, 0);

    private static final byte[] BEGINNING = new byte[32];

    private final JdbcClient jdbc;
    private final Clock clock;

    Logbook(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Adds lines, one for each thing that was done; those who add to one partnership's wait for each other. */
    void add(UUID partnership, String actor, String action, List<Note.Line> things) {
        Head head = lock(partnership).orElseGet(() -> begin(partnership));
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        byte[][] fingerprints = new byte[things.size()][];
        byte[][] previous = new byte[things.size()][];
        Head last = head;
        for (int i = 0; i < things.size(); i++) {
            Note.Line thing = things.get(i);
            Line line = new Line(last.number() + 1, now, actor, action, thing.subject(), thing.why());
            previous[i] = last.fingerprint();
            fingerprints[i] = fingerprint(partnership, line, last.fingerprint());
            last = new Head(line.number(), fingerprints[i]);
        }
        jdbc.sql("""
                        with line as (
                            insert into record (partnership, number, at, actor, action, subject, why, previous, fingerprint)
                            select ?, ? + added.number, ?, ?, ?, subject, why, previous, fingerprint
                            from unnest(?::text[], ?::text[], ?::bytea[], ?::bytea[]) with ordinality
                                as added (subject, why, previous, fingerprint, number))
                        update record_head set number = ?, fingerprint = ? where partnership = ?""")
                .params(
                        partnership,
                        head.number(),
                        java.sql.Timestamp.from(now),
                        actor,
                        action,
                        things.stream().map(Note.Line::subject).toArray(String[]::new),
                        things.stream().map(Note.Line::why).toArray(String[]::new),
                        previous,
                        fingerprints,
                        last.number(),
                        last.fingerprint(),
                        partnership)
                .update();
    }

    private Optional<Head> lock(UUID partnership) {
        return jdbc.sql("select number, fingerprint from record_head where partnership = ? for update")
                .param(partnership)
                .query((row, _) -> new Head(row.getLong(1), row.getBytes(2)))
                .optional();
    }

    /** Two who begin at once wait here for each other. */
    private Head begin(UUID partnership) {
        jdbc.sql("insert into record_head values (?, 0, ?) on conflict do nothing")
                .params(partnership, BEGINNING)
                .update();
        return lock(partnership).orElseThrow();
    }

    /** The newest lines, newest first. */
    List<Line> newest(UUID partnership, int count) {
        return jdbc.sql("""
                        select number, at, actor, action, subject, why from record
                        where partnership = ? order by number desc limit ?""")
                .params(partnership, count)
                .query((row, _) -> line(row))
                .list();
    }

    /** Every partnership with a record. */
    List<UUID> kept() {
        return jdbc.sql("select partnership from record_head order by partnership")
                .query(UUID.class)
                .list();
    }

    /** Works out every fingerprint again. Empty if all is as it was written; otherwise what is wrong first. */
    Optional<String> fault(UUID partnership) {
        return fault(partnership, Course.SILENT);
    }

    /** The same, watched line by line. */
    Optional<String> fault(UUID partnership, Course course) {
        int lines = jdbc.sql("select coalesce(max(number), 0) from record_head where partnership = ?")
                .param(partnership)
                .query(Integer.class)
                .single();
        Check check = new Check(partnership);
        // A long record is not read into memory at once.
        jdbc.sql("""
                        select number, at, actor, action, subject, why, previous, fingerprint from record
                        where partnership = ? order by number""").withFetchSize(1_000).param(partnership).query((RowCallbackHandler) row -> {
            check.line(line(row), row.getBytes(8));
            course.check();
            course.at((int) Math.min(row.getLong(1), lines), lines);
        });
        Head head = jdbc.sql("select number, fingerprint from record_head where partnership = ?")
                .param(partnership)
                .query((row, _) -> new Head(row.getLong(1), row.getBytes(2)))
                .optional()
                .orElse(new Head(0, BEGINNING));
        return check.fault(head);
    }

    /** Walks along the lines and notes the first that is wrong. */
    private static final class Check {
        private final UUID partnership;
        private Head last = new Head(0, BEGINNING);
        private String fault = "";

        Check(UUID partnership) {
            this.partnership = partnership;
        }

        void line(Line line, byte[] written) {
            if (fault.isEmpty() && line.number() != last.number() + 1) {
                fault = "line %d is missing".formatted(last.number() + 1);
            } else if (fault.isEmpty()
                    && !MessageDigest.isEqual(written, fingerprint(partnership, line, last.fingerprint()))) {
                fault = "line %d is not as it was written".formatted(line.number());
            }
            last = new Head(line.number(), written);
        }

        Optional<String> fault(Head head) {
            if (!fault.isEmpty()) {
                return Optional.of(fault);
            }
            return head.number() == last.number() && MessageDigest.isEqual(head.fingerprint(), last.fingerprint())
                    ? Optional.empty()
                    : Optional.of("the lines after %d are missing".formatted(last.number()));
        }
    }

    private static Line line(ResultSet row) throws SQLException {
        return new Line(
                row.getLong("number"),
                row.getTimestamp("at").toInstant(),
                row.getString("actor"),
                row.getString("action"),
                row.getString("subject"),
                row.getString("why"));
    }

    private static byte[] fingerprint(UUID partnership, Line line, byte[] previous) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(previous);
            for (String part : List.of(
                    partnership.toString(),
                    Long.toString(line.number()),
                    line.at().toString(),
                    line.actor(),
                    line.action(),
                    line.subject(),
                    line.why())) {
                byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
                // The length first: otherwise words could be moved from one part into the next unseen.
                digest.update(ByteBuffer.allocate(4).putInt(bytes.length).flip());
                digest.update(bytes);
            }
            return digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /**
     * A line of the record.
     *
     * @param number counts from 1
     * @param at when
     * @param actor who, by id
     * @param action what was done
     * @param subject to what
     * @param why the reason given, if one was
     */
    record Line(long number, Instant at, String actor, String action, String subject, String why) {}

    /** The last line's number and fingerprint. */
    @SuppressWarnings("ArrayRecordComponent")
    private record Head(long number, byte[] fingerprint) {}
}
