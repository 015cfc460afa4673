package org.whorl.server.people.secrets;

/** Bytes in letters and digits, five bits each: RFC 4648, without the padding. */
final class Base32 {

    /** The alphabet of RFC 4648. */
    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    private Base32() {}

    static String write(byte[] bytes) {
        return write(bytes, ALPHABET);
    }

    static String write(byte[] bytes, String alphabet) {
        StringBuilder written = new StringBuilder();
        int bits = 0;
        int held = 0;
        for (byte each : bytes) {
            held = (held << 8) | (each & 0xff);
            bits += 8;
            while (bits >= 5) {
                bits -= 5;
                written.append(alphabet.charAt((held >> bits) & 31));
            }
            held &= (1 << bits) - 1;
        }
        if (bits > 0) {
            written.append(alphabet.charAt((held << (5 - bits)) & 31));
        }
        return written.toString();
    }
}
