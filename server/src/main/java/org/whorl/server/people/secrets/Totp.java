package org.whorl.server.people.secrets;

import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Codes that an app on a telephone shows for half a minute each: RFC 6238 with SHA-1, six digits and steps of thirty
 * seconds, which is what such apps expect.
 */
public final class Totp {

    /** How long a code is shown. */
    static final Duration STEP = Duration.ofSeconds(30);

    private static final int MODULUS = 1_000_000;
    private static final int SECRET_BYTES = 20;
    // Clocks differ and people type slowly: the step before and the one after are right too (RFC 6238, 5.2).
    private static final int AROUND = 1;

    private final byte[] secret;

    private Totp(byte[] secret) {
        this.secret = secret.clone();
    }

    /** A new secret. */
    public static Totp fresh() {
        byte[] secret = new byte[SECRET_BYTES];
        new SecureRandom().nextBytes(secret);
        return new Totp(secret);
    }

    /** A known secret. */
    public static Totp of(byte[] secret) {
        return new Totp(secret);
    }

    /** The secret itself. */
    public byte[] secret() {
        return secret.clone();
    }

    /** The secret as people type it into an app: base 32 in groups of four. */
    public String written() {
        return Base32.write(secret).replaceAll("(.{4})(?=.)", "$1 ");
    }

    /** What an app reads from a QR code, in the form all of them understand. */
    public String address(String name) {
        return "otpauth://totp/Whorl:%s?secret=%s&issuer=Whorl"
                .formatted(URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20"), Base32.write(secret));
    }

    /**
     * The time step a code belongs to, if it is right now.
     *
     * @param code what was typed; blanks do not matter
     * @param after the last step that was used: none up to it is taken again
     */
    public OptionalLong stepOf(String code, Instant now, long after) {
        String typed = code.replaceAll("\\s", "");
        long middle = Math.floorDiv(now.getEpochSecond(), STEP.toSeconds());
        OptionalLong found = OptionalLong.empty();
        for (long step = middle - AROUND; step <= middle + AROUND; step++) {
            boolean same = MessageDigest.isEqual(
                    code(step).getBytes(StandardCharsets.UTF_8), typed.getBytes(StandardCharsets.UTF_8));
            if (same && step > after) {
                found = OptionalLong.of(step);
            }
        }
        return found;
    }

    /** The code of a moment. */
    public String codeAt(Instant moment) {
        return code(Math.floorDiv(moment.getEpochSecond(), STEP.toSeconds()));
    }

    /** RFC 4226, 5.3: four bytes of the HMAC, at the place its last half-byte names. */
    String code(long counter) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(secret, "HmacSHA1"));
            byte[] hash =
                    mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(counter).array());
            int offset = hash[hash.length - 1] & 0xf;
            int number = ByteBuffer.wrap(hash).getInt(offset) & 0x7fff_ffff;
            return "%06d".formatted(number % MODULUS);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HmacSHA1", e);
        }
    }
}
