package org.whorl.server.stories;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.whorl.server.platform.Parameters;

/** Voices and photographs that came with what was told, in the database; hidden like the stories themselves. */
@Repository
class AttachmentStore {

    private static final String OLD = """
             join contribution c on c.partnership = r.partnership and c.id = r.contribution
            where c.told_at < ? and btrim(c.edited_words) <> ''""";

    private final JdbcClient jdbc;
    private final HeldStore held;

    AttachmentStore(JdbcClient jdbc, HeldStore held) {
        this.jdbc = jdbc;
        this.held = held;
    }

    void add(UUID partnership, UUID contribution, Attached attached) {
        held.inCare(() -> {
            attached.recording()
                    .ifPresent(voice -> jdbc.sql("insert into recording values (?, ?, ?, ?)")
                            .params(partnership, contribution, voice.type(), voice.bytes())
                            .update());
            int number = 0;
            for (Attached.Added added : attached.photographs()) {
                jdbc.sql("""
                                insert into photograph (partnership, contribution, number, description, width, height, jpeg)
                                values (?, ?, ?, ?, ?, ?, ?)""")
                        .params(Parameters.of(
                                partnership,
                                contribution,
                                ++number,
                                added.description(),
                                added.picture().width(),
                                added.picture().height(),
                                added.picture().jpeg()))
                        .update();
            }
            return number;
        });
    }

    Optional<Recording> findRecording(UUID contribution) {
        return held.inCare(() -> jdbc.sql("select type, bytes from recording where contribution = ?")
                .param(contribution)
                .query((row, _) -> new Recording(row.getString("type"), row.getBytes("bytes")))
                .optional());
    }

    boolean hasRecording(UUID contribution) {
        return held.inCare(() -> jdbc.sql("select exists (select from recording where contribution = ?)")
                .param(contribution)
                .query(Boolean.class)
                .single());
    }

    /** In their order. */
    List<Photograph> listPhotographs(UUID contribution) {
        return held.inCare(() -> jdbc.sql("""
                        select number, description, offered, edited_description, width, height
                        from photograph where contribution = ? order by number""")
                .param(contribution)
                .query((row, _) -> new Photograph(
                        row.getInt("number"),
                        row.getString("description"),
                        row.getBoolean("offered"),
                        row.getString("edited_description"),
                        row.getInt("width"),
                        row.getInt("height")))
                .list());
    }

    Optional<byte[]> findPhotograph(UUID contribution, int number) {
        return held.inCare(() -> jdbc.sql("select jpeg from photograph where contribution = ? and number = ?")
                .params(contribution, number)
                .query((row, _) -> row.getBytes("jpeg"))
                .optional());
    }

    /** Says which of them others would see, and what they would read of each; all others are left out. */
    void offer(UUID contribution, Map<Integer, String> descriptions) {
        held.inCare(() -> {
            int left = jdbc.sql("update photograph set offered = false where contribution = ?")
                    .param(contribution)
                    .update();
            descriptions.forEach((number, description) ->
                    jdbc.sql("""
                            update photograph set offered = true, edited_description = ?
                            where contribution = ? and number = ?""").params(description, contribution, number).update());
            return left;
        });
    }

    /** The partnerships that keep a voice longer than they should. */
    List<UUID> listKeepingVoices(Instant before) {
        return held.inCare(() -> jdbc.sql("select distinct r.partnership from recording r" + OLD)
                .param(Timestamp.from(before))
                .query(UUID.class)
                .list());
    }

    /** Deletes the voices told before then whose words are written down; those they came with. */
    List<UUID> deleteRecordings(Instant before) {
        return held.inCare(() -> jdbc.sql("""
                        delete from recording where contribution in (select r.contribution from recording r%s)
                        returning contribution""".formatted(OLD))
                .param(Timestamp.from(before))
                .query(UUID.class)
                .list());
    }

    void deleteRecording(UUID contribution) {
        held.inCare(() -> jdbc.sql("delete from recording where contribution = ?")
                .param(contribution)
                .update());
    }

    /** Deletes the photographs that nobody else would see. */
    void deleteLeftOut(UUID contribution) {
        held.inCare(() -> jdbc.sql("delete from photograph where contribution = ? and not offered")
                .param(contribution)
                .update());
    }

    /** Copies the photographs that others may see beside the text that they may hear. {@link Gate} alone calls this. */
    void release(UUID contribution) {
        jdbc.sql("delete from released_photograph where contribution = ?")
                .param(contribution)
                .update();
        held.inCare(() -> jdbc.sql("""
                        insert into released_photograph
                        select partnership, contribution, number, edited_description, width, height, jpeg
                        from photograph where contribution = ? and offered""").param(contribution).update());
    }
}
