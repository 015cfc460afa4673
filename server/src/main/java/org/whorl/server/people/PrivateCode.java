package org.whorl.server.people;

import org.whorl.server.people.secrets.RecoveryCode;

/** A code somebody keeps on paper instead of an account: eighty random bits, of which only the fingerprint is kept. */
public final class PrivateCode {

    private PrivateCode() {}

    /** A new one, as people see it: {@code 4k7m-...}. */
    public static String fresh() {
        return RecoveryCode.freshOne();
    }

    /**
     * A new one to stand in a link, which people also type from a wall: its first signs, without strokes.
     *
     * @param signs how many; each is five random bits
     */
    public static String forLink(int signs) {
        return fresh().replace("-", "").substring(0, signs);
    }

    /** Is that a code, exactly as people see them? */
    public static boolean isOne(String typed) {
        return RecoveryCode.isOne(typed);
    }

    /** A code as people see it, however somebody types it. */
    public static String written(String typed) {
        return RecoveryCode.written(typed);
    }

    /** What is kept of a code, however somebody types it. */
    public static byte[] fingerprint(String typed) {
        return RecoveryCode.fingerprint(typed);
    }
}
