package org.whorl.server.decisions;

import java.util.Locale;

/**
 * One thing a decision rests on, as a reader may see it.
 *
 * @param evidence which one
 * @param state may they see it?
 * @param name what it is called; blank where they may not
 * @param language of the name; blank where it is in the reader's
 * @param path its page, inside the partnership; blank where they may not see it
 */
public record Rest(Evidence evidence, State state, String name, String language, String path) {

    /** May it be seen? */
    public enum State {
        THERE,
        /** Its teller chose others to hear it. */
        NOT_FOR_YOU,
        /** It was taken back, or set aside. */
        TAKEN_BACK;

        /** As in message keys. */
        public String key() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    static Rest takenBack(Evidence evidence) {
        return new Rest(evidence, State.TAKEN_BACK, "", "", "");
    }

    static Rest notForYou(Evidence evidence) {
        return new Rest(evidence, State.NOT_FOR_YOU, "", "", "");
    }

    /** Can it be opened? */
    public boolean isThere() {
        return state == State.THERE;
    }
}
