package org.whorl.server.spirals;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Locale;
import java.util.UUID;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * A way to reach somebody, of which only a fingerprint is kept. There are not many telephone numbers, so the fingerprint is
 * a slow one, and another in each partnership: trying them all takes years, not minutes.
 */
final class Contact {

    private static final int ROUNDS = 120_000;
    private static final int BITS = 256;

    private Contact() {}

    /** Is that an e-mail address, a telephone number, or an address by post? */
    static boolean isOne(String written) {
        return plain(written).length() >= 6;
    }

    static byte[] fingerprint(UUID partnership, String written) {
        try {
            PBEKeySpec spec = new PBEKeySpec(
                    plain(written).toCharArray(),
                    partnership.toString().getBytes(StandardCharsets.UTF_8),
                    ROUNDS,
                    BITS);
            return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                    .generateSecret(spec)
                    .getEncoded();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has PBKDF2", e);
        }
    }

    /** However somebody writes it: with or without blanks, capitals or the sign of the country. */
    private static String plain(String written) {
        String small = written.toLowerCase(Locale.ROOT).strip();
        if (small.contains("@")) {
            return small.replaceAll("\\s", "");
        }
        String digits = small.replaceAll("[^0-9+]", "").replaceFirst("^(\\+|00)44", "0");
        return small.matches("[0-9+() .-]+") ? digits : small.replaceAll("[^\\p{L}0-9]", "");
    }
}
