package org.whorl.server.gatherings;

import java.util.EnumSet;
import java.util.Optional;
import java.util.UUID;
import org.whorl.server.design.Language;
import org.whorl.server.trust.Role;
import org.whorl.server.trust.Viewer;

/**
 * Where a code leads.
 *
 * @param partnership to which partnership
 * @param nameEn its name in English
 * @param nameCy its name in Welsh
 * @param first the language that comes first there; blank for the one that browsers ask for
 * @param gathering which gathering
 */
record Room(UUID partnership, String nameEn, String nameCy, String first, Gathering gathering) {

    String name(Language reader) {
        return reader.pick(nameEn, nameCy);
    }

    /** Whoever joins is nobody in particular, also when they have signed in: the record shall not name them. */
    Viewer guest() {
        return new Viewer(
                Optional.empty(), Optional.empty(), Optional.of(partnership), EnumSet.of(Role.ANYBODY, Role.GUEST));
    }
}
