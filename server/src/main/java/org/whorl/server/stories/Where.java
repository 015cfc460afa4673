package org.whorl.server.stories;

import java.util.EnumSet;
import java.util.Optional;
import java.util.UUID;
import org.whorl.server.design.Language;
import org.whorl.server.trust.Role;
import org.whorl.server.trust.Viewer;

/**
 * Where somebody tells something.
 *
 * @param partnership to which partnership
 * @param nameEn its name in English
 * @param nameCy its name in Welsh
 * @param nation wales or england: where it is
 * @param spiral about the question of which spiral; none for anything at all
 * @param question the question, in people's own words; blank without a spiral
 * @param language of the question
 * @param translation the question in the other language, if somebody has translated it
 * @param link did they come by a link or its picture?
 * @param first the language that comes first in the partnership; blank for the one that browsers ask for
 * @param collector who collects by that link
 * @param collected the name of whoever collects; blank for nobody
 */
public record Where(
        UUID partnership,
        String nameEn,
        String nameCy,
        String nation,
        Optional<UUID> spiral,
        String question,
        String language,
        String translation,
        boolean link,
        String first,
        Optional<UUID> collector,
        String collected) {

    /** The partnership's name. */
    public String name(Language reader) {
        return reader.pick(nameEn, nameCy);
    }

    /** The question as far as possible in the reader's language. */
    public String question(Language reader) {
        return isTranslated(reader) ? translation : question;
    }

    /** The language the question is then in. */
    public String language(Language reader) {
        return isTranslated(reader) ? reader.code() : language;
    }

    private boolean isTranslated(Language reader) {
        return !language.equals(reader.code()) && !translation.isEmpty();
    }

    /** Whoever tells is nobody in particular, also when they have signed in: the record shall not name them. */
    public Viewer teller() {
        return new Viewer(
                Optional.empty(), Optional.empty(), Optional.of(partnership), EnumSet.of(Role.ANYBODY, Role.GUEST));
    }
}
