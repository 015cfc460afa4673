package org.whorl.server.people.secrets;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/**
 * Which passwords will do. Length is what counts (NIST SP 800-63B-4: fifteen where a password stands alone; no rules of
 * digits and signs); beyond that it must not be what a guesser tries first. It is read as the fewest pieces a guesser
 * needs to put it together: a common password, a run on the keyboard, a number as short as a year, one's own name, or again something that
 * came before, which is free. Fewer than four pieces are too easy.
 */
public final class PasswordRules {

    /** In characters. */
    public static final int SHORTEST = 15;

    private static final int LONGEST = 200;
    private static final int LEAST_PIECES = 4;
    private static final int LONGEST_PIECE = 40;
    private static final int SHORTEST_WORD = 3;
    private static final String[] RUNS = {
        "abcdefghijklmnopqrstuvwxyz", "01234567890", "qwertyuiop", "asdfghjkl", "zxcvbnm", "1qaz2wsx3edc4rfv5tgb"
    };
    private static final Set<String> COMMON = read();

    private PasswordRules() {}

    /** What may be wrong with a password. */
    public enum Verdict {
        /** Nothing is. */
        GOOD,
        /** It has fewer than fifteen characters. */
        SHORT,
        /** It is longer than anything a person types. */
        LONG,
        /** A guesser would try it early. */
        EASY
    }

    /**
     * Judges a password.
     *
     * @param own what others know of its owner: name and address
     */
    public static Verdict judge(String password, Collection<String> own) {
        int length = password.codePointCount(0, password.length());
        if (length < SHORTEST) {
            return Verdict.SHORT;
        }
        if (length > LONGEST) {
            return Verdict.LONG;
        }
        return pieces(plain(password), words(own)) < LEAST_PIECES ? Verdict.EASY : Verdict.GOOD;
    }

    /** The form a password is hidden in: the same on every keyboard. */
    public static String normal(String password) {
        return Normalizer.normalize(password, Normalizer.Form.NFKC);
    }

    private static int pieces(String password, Set<String> own) {
        int[] fewest = new int[password.length() + 1];
        Arrays.fill(fewest, Integer.MAX_VALUE);
        fewest[0] = 0;
        for (int from = 0; from < password.length(); from++) {
            String before = password.substring(0, from);
            for (int to = from + 1; to <= Math.min(password.length(), from + LONGEST_PIECE); to++) {
                String piece = password.substring(from, to);
                int cost = before.contains(piece) ? 0 : 1;
                if (cost == 0 || piece.length() == 1 || isKnown(piece, own)) {
                    fewest[to] = Math.min(fewest[to], fewest[from] + cost);
                }
            }
        }
        return fewest[password.length()];
    }

    private static boolean isKnown(String piece, Set<String> own) {
        boolean word = piece.length() >= SHORTEST_WORD;
        return piece.matches("\\d{2,4}") || (word && (COMMON.contains(piece) || own.contains(piece) || isRun(piece)));
    }

    private static boolean isRun(String piece) {
        String backwards = new StringBuilder(piece).reverse().toString();
        return Arrays.stream(RUNS).anyMatch(run -> run.contains(piece) || run.contains(backwards));
    }

    private static Set<String> words(Collection<String> own) {
        Set<String> words = new HashSet<>(Set.of("whorl", "cyfrinair", "cymru"));
        for (String each : own) {
            words.addAll(Arrays.asList(plain(each).split("[^\\p{L}\\p{N}]+")));
        }
        return words;
    }

    private static String plain(String text) {
        return normal(text).toLowerCase(Locale.ROOT);
    }

    private static Set<String> read() {
        try (InputStream in = PasswordRules.class.getResourceAsStream("common-passwords.txt")) {
            if (in == null) {
                throw new IllegalStateException("missing: common-passwords.txt");
            }
            return Set.copyOf(new String(in.readAllBytes(), StandardCharsets.US_ASCII)
                    .lines()
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
