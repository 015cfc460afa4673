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
        SecureRandom random = new SecureRandom();
        List<String> codes = new ArrayList<>();
        for (int i = 0; i < MANY; i++) {
            byte[] bytes = new byte[BYTES];
            random.nextBytes(bytes);
            codes.add(Base32.write(bytes, ALPHABET).replaceAll("(.{4})(?=.)", "$1-"));
        }
        return List.copyOf(codes);
    }

    /** The fingerprint of a code, however somebody types it: with or without lines, large or small, o for 0. */
    public static byte[] fingerprint(String typed) {
        String plain = typed.toLowerCase(Locale.ROOT)
                .replace('o', '0')
                .replace('i', '1')
                .replace('l', '1')
                .replaceAll("[^0-9a-z]", "");
        return Fingerprint.of(plain);
    }
}
