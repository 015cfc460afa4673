package org.whorl.server.stories;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** What in a text would say who somebody is, and has no place in a sheet that is brought in. */
enum Identifying {
    NHS_NUMBER,
    EMAIL,
    TELEPHONE,
    POSTCODE,
    BIRTH;

    private static final Pattern TEN_DIGITS =
            Pattern.compile("(?<![\\d.])\\d{3}[ \\-\\u00a0]?\\d{3}[ \\-\\u00a0]?\\d{4}(?![\\d])");
    private static final Pattern MAIL = Pattern.compile("[\\p{L}\\d._%+-]+@[\\p{L}\\d-]+(\\.[\\p{L}\\d-]+)+");
    private static final Pattern CALL = Pattern.compile(
            "(?<![\\d.,])(?:\\+\\s?44|0044|\\(?0)[ \\-\\u00a0]?\\(?\\d(?:[ \\-()\\u00a0]{0,2}\\d){7,9}(?!\\d)");
    private static final Pattern POST = Pattern.compile(
            "(?i)(?<![\\p{L}\\d])[a-z]{1,2}\\d[a-z\\d]?[ \\u00a0]?\\d[abd-hjlnp-uw-z]{2}(?![\\p{L}\\d])");
    private static final String DAY =
            "(?:\\d{1,2}(?:st|nd|rd|th)?[ ./-](?:\\d{1,2}|\\p{L}{3,10})[ ./-](?:\\d{4}|\\d{2})"
                    + "|\\d{4}-\\d{1,2}-\\d{1,2})(?!\\d)";
    private static final Pattern BORN = Pattern.compile(
            "(?iu)(?:\\bborn\\b|\\bd\\.?o\\.?b\\b|date of birth|birthday|\\bganwyd|\\bganed|dyddiad geni|pen-?blwydd)[^\\d]{0,20}"
                    + DAY);
    private static final Pattern ALONE = Pattern.compile("(?iu)^" + DAY + "$");

    /** As in message keys. */
    String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Everything in a text that says who somebody is. */
    static List<Identifying> list(String text) {
        return Arrays.stream(values()).filter(each -> each.isIn(text)).toList();
    }

    private boolean isIn(String text) {
        return switch (this) {
            case NHS_NUMBER -> TEN_DIGITS.matcher(text).results().anyMatch(found -> isNhsNumber(found.group()));
            case EMAIL -> MAIL.matcher(text).find();
            case TELEPHONE -> CALL.matcher(text).find();
            case POSTCODE -> POST.matcher(text).find();
            // A day in a sentence is when something happened, unless the sentence says that somebody was born.
            case BIRTH ->
                BORN.matcher(text).find() || ALONE.matcher(text.strip()).matches();
        };
    }

    /** The check digit of an NHS number: weights 10 to 2, the remainder by eleven taken from eleven; ten is never one. */
    static boolean isNhsNumber(String text) {
        String digits = text.replaceAll("\\D", "");
        if (digits.length() != 10 || digits.chars().distinct().count() == 1) {
            return false;
        }
        int sum = 0;
        for (int i = 0; i < 9; i++) {
            sum += (10 - i) * (digits.charAt(i) - '0');
        }
        int check = (11 - sum % 11) % 11;
        return check != 10 && check == digits.charAt(9) - '0';
    }
}
