package org.whorl.server.circles;

import java.util.UUID;
import org.whorl.server.design.Language;
import org.whorl.server.trust.Viewer;

/**
 * Where a meeting's code leads.
 *
 * @param partnership to which partnership
 * @param slug its address
 * @param nameEn its name in English
 * @param nameCy its name in Welsh
 * @param meeting which meeting
 */
record Room(UUID partnership, String slug, String nameEn, String nameCy, Meeting meeting) {

    String name(Language reader) {
        return reader.pick(nameEn, nameCy);
    }

    Viewer guest() {
        return OwnLink.guest(partnership);
    }
}
