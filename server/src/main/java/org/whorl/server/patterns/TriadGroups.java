package org.whorl.server.patterns;

import java.util.Locale;
import org.whorl.server.stories.Placed;

/** By what tellers' marks are compared. */
enum TriadGroups {
    LANGUAGE,
    ROUTE,
    PLACE,
    KIND,
    TELLER;

    /** In message keys. */
    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** In which group that one is. */
    String key(Placed placed) {
        return switch (this) {
            case LANGUAGE -> placed.language();
            case ROUTE -> placed.route();
            case PLACE -> placed.place();
            case KIND -> placed.kind();
            case TELLER -> placed.teller();
        };
    }
}
