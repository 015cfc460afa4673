package org.whorl.server.people;

import java.util.Locale;

/** How somebody has signed in, and what that is worth. */
enum Way {
    /** An address and a password: one thing, known. */
    PASSWORD(false),
    /** A password, and a code from a telephone or from paper. */
    PASSWORD_AND_CODE(true),
    /** A passkey that saw a finger, a face or a PIN: something they have and something they are or know. */
    PASSKEY(true),
    /** An organisation's own sign-in, which does not say that it saw more than one thing. */
    PROVIDER(false),
    /** The same, and a code from a telephone or from paper. */
    PROVIDER_AND_CODE(true),
    /** An organisation's own sign-in, which says that it saw two things. */
    PROVIDER_TWO_STEPS(true),
    /** A code on paper alone, because the passkey is lost. */
    RECOVERY_CODE(false),
    /** A link an administrator made for them. */
    HELP(false);

    private final boolean strong;

    Way(boolean strong) {
        this.strong = strong;
    }

    /** Is it enough for the roles that answer for others' money, stories and settings? */
    boolean isStrong() {
        return strong;
    }

    /** The same with a code after it. */
    Way withCode() {
        return switch (this) {
            case PASSWORD, PASSWORD_AND_CODE, HELP -> PASSWORD_AND_CODE;
            case PROVIDER, PROVIDER_AND_CODE -> PROVIDER_AND_CODE;
            case PASSKEY, PROVIDER_TWO_STEPS, RECOVERY_CODE -> this;
        };
    }

    /** The same without the code after it. */
    Way withoutCode() {
        return switch (this) {
            case PASSWORD, PASSWORD_AND_CODE -> PASSWORD;
            case PROVIDER, PROVIDER_AND_CODE -> PROVIDER;
            case PASSKEY, PROVIDER_TWO_STEPS, RECOVERY_CODE, HELP -> this;
        };
    }

    /** As it stands in the log: {@code password-and-code}. */
    String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
