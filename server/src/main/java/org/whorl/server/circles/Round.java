package org.whorl.server.circles;

import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * A round: each is heard once, and nobody sees what others have said before it is open.
 *
 * @param id which one
 * @param item about which item
 * @param number from 1
 * @param kind what is asked
 * @param proposal about which version of the proposal; 0 for none
 * @param openedAt since when
 * @param until when it ends by itself, if it does
 * @param closedAt when somebody ended it
 * @param ended why they did
 * @param expected whose replies it waits for
 * @param replies what was said
 */
public record Round(
        UUID id,
        UUID item,
        int number,
        Kind kind,
        int proposal,
        Instant openedAt,
        Optional<Instant> until,
        Optional<Instant> closedAt,
        Ended ended,
        Set<UUID> expected,
        List<Reply> replies) {

    /** The minutes it asks of each. */
    public static final int MINUTES = 4;

    /**
     * Why a round was ended before all were in.
     *
     * @param why the reason; blank where it was not
     * @param by who ended it; blank where it is not known
     */
    public record Ended(String why, String by) {

        static final Ended NOT = new Ended("", "");
    }

    /** What is asked. */
    public enum Kind {
        /** Questions only. */
        CLARIFY,
        /** What each thinks of it, without discussion. */
        REACT,
        /** Whether somebody has an objection. */
        OBJECT;

        /** As in the database, in forms and in message keys. */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Kind of(String key) {
            return Arrays.stream(values())
                    .filter(each -> each.key().equals(key))
                    .findFirst()
                    .orElseThrow();
        }
    }

    /** Keeps copies. */
    public Round {
        expected = Set.copyOf(expected);
        replies = List.copyOf(replies);
    }

    /** The same, waiting for those. */
    Round asking(Set<UUID> seats) {
        return new Round(id, item, number, kind, proposal, openedAt, until, closedAt, ended, seats, replies);
    }

    /** May everybody see what was said? When all are in, when its time is over, or when it was ended. */
    public boolean isOpen(Instant now) {
        return closedAt.isPresent()
                || until.filter(end -> !now.isBefore(end)).isPresent()
                || (!expected.isEmpty() && answered().containsAll(expected));
    }

    /** Who has replied. */
    public Set<UUID> answered() {
        return Set.copyOf(replies.stream().map(Reply::seat).toList());
    }

    /** What somebody said. */
    public Optional<Reply> of(UUID seat) {
        return replies.stream().filter(each -> each.seat().equals(seat)).findFirst();
    }

    /** What was said in all of these, of each person what they said last. */
    static List<Reply> said(List<Round> rounds) {
        Map<UUID, Reply> said = new LinkedHashMap<>();
        rounds.forEach(round -> round.replies().forEach(each -> said.put(each.seat(), each)));
        return List.copyOf(said.values());
    }

    /** The objections, as far as they are ones. */
    public List<Reply> objections() {
        return replies.stream()
                .filter(each -> each.stance() == Reply.Stance.OBJECTION)
                .toList();
    }
}
