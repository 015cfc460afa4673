package org.whorl.server.people.secrets;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A code on paper that lets somebody in once, when telephone or passkey is lost. Eighty random bits, so that its
 * fingerprint gives nothing away; written without the letters and digits that look alike.
 */
public final class RecoveryCode {

    /** How many are made at once. */
    public static final int MANY = 10;

    private static final int BYTES = 10;
    // Crockford's alphabet: no i, l, o or u.
    private static final String ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";

    private RecoveryCode() {}

    /** New codes, as people see them: {@code 4k7m-...}. */
    public static List<String> fresh() {
        List<String> codes = new ArrayList<>();
        for (int i = 0; i < MANY; i++) {
            codes.add(freshOne());
        }
        return List.copyOf(codes);
    }

    /** A single new one. */
    public static String freshOne() {
        byte[] bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        return Base32.write(bytes, ALPHABET).replaceAll("(.{4})(?=.)", "$1-");
    }

    /** Is that a code, exactly as people see them? */
    public static boolean isOne(String typed) {
        return typed.matches("[%1$s]{4}(-[%1$s]{4}){3}".formatted(ALPHABET));
    }

    /** A code as people see it, however somebody types it: with or without lines, large or small, o for 0. */
    public static String written(String typed) {
        return plain(typed).replaceAll("(.{4})(?=.)", "$1-");
    }

    /** The fingerprint of a code, however somebody types it. */
    public static byte[] fingerprint(String typed) {
        return Fingerprint.of(plain(typed));
    }

    private static String plain(String typed) {
        return typed.toLowerCase(Locale.ROOT)
                .replace('o', '0')
                .replace('i', '1')
                .replace('l', '1')
                .replaceAll("[^0-9a-z]", "");
    }
}
