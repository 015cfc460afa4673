package org.whorl.server.circles;

import java.util.EnumSet;
import java.util.Optional;
import java.util.UUID;
import org.whorl.server.design.Language;
import org.whorl.server.trust.Role;
import org.whorl.server.trust.Viewer;

/**
 * Where somebody's own link leads.
 *
 * @param partnership to which partnership
 * @param nameEn its name in English
 * @param nameCy its name in Welsh
 * @param seat whose link it is
 */
record OwnLink(UUID partnership, String nameEn, String nameCy, UUID seat) {

    String name(Language reader) {
        return reader.pick(nameEn, nameCy);
    }

    /** Whoever comes by it is nobody with an account, also when they have signed in. */
    Viewer guest() {
        return guest(partnership);
    }

    static Viewer guest(UUID partnership) {
        return new Viewer(
                Optional.empty(), Optional.empty(), Optional.of(partnership), EnumSet.of(Role.ANYBODY, Role.GUEST));
    }
}
