package org.whorl.server.strengths;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.whorl.server.trust.Versioned;

/**
 * Somebody or something that is here already and agreed to be found.
 *
 * @param id which one
 * @param kind what it is
 * @param name what it is called
 * @param what what it offers
 * @param gives what it would give to somebody who asks
 * @param where where it is
 * @param open when it is open
 * @param reach how to reach it
 * @param partner the organisation it belongs to, if it belongs to one of ours
 * @param consent who agreed that it is listed
 * @param check when somebody last saw that all this is right
 * @param version counts its changes, from 1
 */
public record Asset(
        UUID id,
        Kind kind,
        Both name,
        Both what,
        List<Give> gives,
        Where where,
        Open open,
        Reach reach,
        Optional<UUID> partner,
        Consent consent,
        Check check,
        int version) {

    /** What people change, and what undoing brings back. */
    static final Versioned VERSIONED = new Versioned(
            "asset",
            "asset",
            List.of(
                    "kind",
                    "name_en",
                    "name_cy",
                    "what_en",
                    "what_cy",
                    "gives",
                    "place",
                    "address",
                    "postcode",
                    "days",
                    "opens",
                    "closes",
                    "hours",
                    "contact",
                    "phone",
                    "email",
                    "url",
                    "partner",
                    "consent_by",
                    "consent_how",
                    "consent_on",
                    "open_to",
                    "checked_on",
                    "checked_by"));

    /** After so many months somebody should look again. */
    public static final int CHECKED_FOR_MONTHS = 6;

    /** Keeps a copy. */
    public Asset {
        gives = List.copyOf(gives);
    }

    /** What it can be. */
    public enum Kind {
        PERSON,
        ASSOCIATION,
        INSTITUTION,
        PLACE,
        CULTURE;

        /** As in the database and in message keys. */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** The one of that key, if it is one. */
        static Optional<Kind> find(String key) {
            return Arrays.stream(values())
                    .filter(each -> each.key().equals(key))
                    .findFirst();
        }
    }

    /**
     * Where it is.
     *
     * @param place one of the partnership's places
     * @param address as one would write it on a letter
     * @param postcode with it
     */
    public record Where(Optional<UUID> place, String address, String postcode) {}

    /**
     * When it is open.
     *
     * @param days of a week, as in calendars: MO, TU
     * @param opens hours and minutes; blank where nobody said
     * @param closes the same
     * @param words what else there is to say about it
     */
    public record Open(List<String> days, String opens, String closes, String words) {

        /** The days as calendars name them. */
        public static final List<String> DAYS = List.of("MO", "TU", "WE", "TH", "FR", "SA", "SU");

        /** Keeps a copy. */
        public Open {
            days = List.copyOf(days);
        }

        /** Has nobody said anything? */
        public boolean isBlank() {
            return days.isEmpty() && words.isBlank();
        }
    }

    /**
     * How to reach it. Each may be blank.
     *
     * @param contact whom to ask for
     * @param phone by telephone
     * @param email by e-mail
     * @param url its page
     */
    public record Reach(String contact, String phone, String email, String url) {

        /** Does nobody know? */
        public boolean isBlank() {
            return contact.isBlank() && phone.isBlank() && email.isBlank() && url.isBlank();
        }
    }

    /**
     * That it may be listed.
     *
     * @param by who said so
     * @param how spoken, written or published
     * @param on when
     * @param isPublic for everybody, or inside the partnership only
     */
    public record Consent(String by, String how, LocalDate on, boolean isPublic) {

        /** How somebody can agree. */
        static final List<String> HOW = List.of("spoken", "written", "published");
    }

    /**
     * That somebody saw that it is right.
     *
     * @param on when; never when empty
     * @param by which member; nobody of ours where a file said so
     * @param name what they are called; blank where nobody of ours
     */
    public record Check(Optional<LocalDate> on, Optional<UUID> by, String name) {

        static final Check NEVER = new Check(Optional.empty(), Optional.empty(), "");
    }

    /** Should somebody look again whether it is still right? */
    public boolean isToCheck(LocalDate today) {
        return check.on()
                .map(on -> on.plusMonths(CHECKED_FOR_MONTHS).isBefore(today))
                .orElse(true);
    }

    /** The same in the place of another: what was agreed about that one, and when it was checked, stays. */
    Asset as(Asset other) {
        return new Asset(
                id,
                kind,
                name,
                what,
                gives,
                where,
                open,
                reach,
                partner,
                other.consent(),
                other.check(),
                other.version());
    }
}
