package org.whorl.server.stories;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.whorl.server.design.Language;
import org.whorl.server.design.Texts;

/** The columns of a sheet of stories that were collected elsewhere. Their headings may be English or Welsh. */
public enum BringColumn {
    REFERENCE,
    KIND,
    WORDS,
    LANGUAGE,
    STRENGTH,
    ABOUT,
    TELLER,
    AGE,
    PLACE,
    FOR_TEAM,
    FOR_PARTNERSHIP,
    FOR_TRAINING,
    FOR_RESEARCH,
    FOR_PUBLIC,
    FOR_MEDIA;

    /** What stands in these may be anything; in the others one of a few words. */
    private static final List<BringColumn> FREE = List.of(REFERENCE, WORDS, STRENGTH, ABOUT);

    /** As in message keys. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Its heading. */
    public String heading(Language language) {
        return Texts.in(language).say("bring.column." + key());
    }

    /** May anything stand in it? */
    boolean isFree() {
        return FREE.contains(this);
    }

    /** May it be left empty? */
    boolean isOptional() {
        return this == STRENGTH || this == ABOUT;
    }

    /** The audience whose consent stands in it. */
    Optional<Audience> audience() {
        return Arrays.stream(Audience.values())
                .filter(each -> key().equals(TellForm.field(each)))
                .findFirst();
    }

    /** The column with that heading, in either language. */
    static Optional<BringColumn> find(String heading) {
        return Arrays.stream(values())
                .filter(each -> Arrays.stream(Language.values())
                        .anyMatch(language -> each.heading(language).equalsIgnoreCase(heading.strip())))
                .findFirst();
    }
}
