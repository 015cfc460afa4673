package org.whorl.server;

import java.time.Instant;
import org.whorl.server.people.secrets.Totp;

/** The app on somebody's telephone that shows codes. Like a patient person, it gives each code once only. */
final class CodeApp {

    private final Totp totp;
    private long given;

    CodeApp(String written) {
        totp = Totp.of(read(written.replace(" ", "")));
    }

    /** A code that is right now and was not given before; the one of the next half minute counts as right too. */
    String code() {
        long now = Instant.now().getEpochSecond() / 30;
        given = Math.max(now, given + 1);
        return totp.codeAt(Instant.ofEpochSecond(given * 30));
    }

    private static byte[] read(String letters) {
        byte[] bytes = new byte[letters.length() * 5 / 8];
        for (int i = 0; i < bytes.length * 8; i++) {
            int letter = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(letters.charAt(i / 5));
            if ((letter >> (4 - i % 5) & 1) == 1) {
                bytes[i / 8] |= (byte) (0x80 >> i % 8);
            }
        }
        return bytes;
    }
}
