package org.whorl.server.opinions;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * What one person has before them: the statements in an order of their own, and what they said so far.
 *
 * @param statements all that are put to people, in the order of this person
 * @param said what they said, by statement
 * @param suggested what they suggested themselves
 * @param role what they said they are
 * @param why why they think so, in a sentence
 */
public record Ballot(
        List<Statement> statements,
        Map<UUID, Vote> said,
        List<Statement> suggested,
        Optional<Integer> role,
        String why) {

    /** Keeps copies. */
    public Ballot {
        statements = List.copyOf(statements);
        said = Map.copyOf(said);
        suggested = List.copyOf(suggested);
    }

    /** The next one they have said nothing about. */
    public Optional<Statement> next() {
        return statements.stream().filter(each -> !said.containsKey(each.id())).findFirst();
    }

    /** Those they have voted on. */
    public List<Statement> voted() {
        return statements.stream().filter(each -> said.containsKey(each.id())).toList();
    }

    /** An order that follows from a person's code alone: the same each time, and another for everybody. */
    static List<Statement> ordered(List<Statement> statements, byte[] fingerprint) {
        return statements.stream()
                .sorted(Comparator.comparing(each -> place(each, fingerprint)))
                .toList();
    }

    private static String place(Statement statement, byte[] fingerprint) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(fingerprint);
            digest.update(ByteBuffer.allocate(16)
                    .putLong(statement.id().getMostSignificantBits())
                    .putLong(statement.id().getLeastSignificantBits())
                    .flip());
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
