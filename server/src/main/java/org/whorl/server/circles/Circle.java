package org.whorl.server.circles;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.whorl.server.design.Language;
import org.whorl.server.trust.Versioned;

/**
 * Some people who decide together.
 *
 * @param id which one
 * @param nameEn its name in English
 * @param nameCy its name in Welsh
 * @param rule when it has decided
 * @param level up to which level it decides itself
 * @param rights what is decided at each level, in people's own words
 * @param language of those words
 * @param hours how long a round is open that is not held in a meeting
 * @param version counts its changes, from 1
 */
public record Circle(
        UUID id,
        String nameEn,
        String nameCy,
        Rule rule,
        Level level,
        Map<Level, String> rights,
        String language,
        int hours,
        int version) {

    static final Versioned VERSIONED = new Versioned(
            "sdmi-circle",
            "sdmi_circle",
            List.of(
                    "name_en",
                    "name_cy",
                    "rule",
                    "level",
                    "right_team",
                    "right_organisation",
                    "right_partnership",
                    "right_national",
                    "round_hours"));

    /** Keeps a copy. */
    public Circle {
        rights = new EnumMap<>(rights);
    }

    /** Its name in a language. */
    public String name(Language reader) {
        return reader.pick(nameEn, nameCy);
    }

    /** What is decided at that level, as somebody wrote it down; may be blank. */
    public String right(Level at) {
        return rights.getOrDefault(at, "");
    }
}
