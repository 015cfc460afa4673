package org.whorl.server.strengths;

import java.util.List;
import java.util.UUID;

/**
 * A strength, as people have judged that several remarks mean the same.
 *
 * @param id which one
 * @param about of which organisation
 * @param name what they call it
 * @param language of the name
 * @param own whether that organisation names it itself
 * @param others which others name it
 */
public record SeenStrength(UUID id, UUID about, String name, String language, boolean own, List<UUID> others) {

    /** Keeps a copy. */
    public SeenStrength {
        others = List.copyOf(others);
    }

    /** How far what is seen from outside and from inside is the same. */
    public enum Agreement {
        /** Named by others and by itself. */
        BOTH,
        /** Named by others; itself has not said it. */
        SURPRISE,
        /** Named by itself alone. */
        OWN;

        /** As in message keys. */
        public String key() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /** How far it is. */
    public Agreement agreement() {
        return others.isEmpty() ? Agreement.OWN : own ? Agreement.BOTH : Agreement.SURPRISE;
    }
}
