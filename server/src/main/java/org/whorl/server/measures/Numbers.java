package org.whorl.server.measures;

import java.math.BigDecimal;
import java.util.Optional;

/** Numbers as people write them. */
final class Numbers {

    private static final double LARGEST = 1e12;

    private Numbers() {}

    /** 1,234.5 or 1234,5 is read; 12 of 15 is not. None if it is no number. */
    static Optional<Double> read(String written) {
        String plain = written.strip().replace(" ", "").replace("\u00a0", "");
        if (plain.matches("[-+]?\\d{1,3}(,\\d{3})+(\\.\\d+)?")) {
            plain = plain.replace(",", "");
        } else if (plain.matches("[-+]?\\d+,\\d{1,2}")) {
            plain = plain.replace(',', '.');
        }
        if (!plain.matches("[-+]?(\\d+\\.?\\d*|\\.\\d+)")) {
            return Optional.empty();
        }
        double number = Double.parseDouble(plain);
        return Math.abs(number) <= LARGEST ? Optional.of(number) : Optional.empty();
    }

    /** All its digits, without a power of ten: 12, 0.5. */
    static String plain(double number) {
        return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
    }
}
