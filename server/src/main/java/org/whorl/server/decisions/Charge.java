package org.whorl.server.decisions;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * Something that somebody sees to, or nobody.
 *
 * @param thing what it is
 * @param owner who sees to it; none where nobody does
 * @param ownerName what they are called; blank for nobody, and for whoever may not see who takes part
 * @param state what whoever was named has answered
 * @param why the reason given by whoever handed it back; blank otherwise
 * @param language of that reason
 * @param version counts how often it was given, for two who give it at once; 0 for never
 */
public record Charge(
        Thing thing, Optional<UUID> owner, String ownerName, State state, String why, String language, int version) {

    /**
     * A thing that wants one owner.
     *
     * @param kind what kind of thing, as in {@code charge.kind.KIND}
     * @param subject which one, for good
     * @param what it is called
     * @param language of that; blank for what is in the reader's
     * @param named who is named in the thing itself
     * @param ownerName what they are called
     * @param path its page, inside the partnership
     * @param changed the page on which somebody else is named; blank where they are named on the map itself
     * @param due until when; none where nobody has said
     */
    public record Thing(
            String kind,
            String subject,
            String what,
            String language,
            Optional<UUID> named,
            String ownerName,
            String path,
            String changed,
            Optional<LocalDate> due) {

        /** Is whoever sees to it named on the map, not in the thing itself? */
        public boolean isNamedHere() {
            return changed.isEmpty();
        }
    }

    /** What whoever was named has answered. */
    public enum State {
        GIVEN,
        ACCEPTED,
        HANDED_BACK;

        /** As in the database and in message keys: {@code handed-back}. */
        public String key() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        static State of(String key) {
            return Arrays.stream(values())
                    .filter(state -> state.key().equals(key))
                    .findFirst()
                    .orElseThrow();
        }
    }

    /** Does nobody see to it? */
    public boolean isNobodys() {
        return owner.isEmpty();
    }
}
