package org.whorl.server.opinions;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.whorl.server.design.Language;
import org.whorl.server.stories.Quoted;

/**
 * One sentence that people agree with, disagree with or pass. Who wrote it is told to nobody who votes.
 *
 * @param id which one
 * @param conversation in which conversation
 * @param number its number there
 * @param words what it says; blank while the teller of the story it is from has not agreed
 * @param language of the words
 * @param translation the same in the other language; blank for none
 * @param translated by whom: person or machine; blank for nobody
 * @param came from where: member, voter, story or file
 * @param member who wrote it, if a member did
 * @param voter which voter wrote it, if one did
 * @param sentence under which name the words are kept with their story
 * @param state how far it has got
 * @param note why it was refused, or what should be said otherwise
 * @param version of what is kept
 */
public record Statement(
        UUID id,
        UUID conversation,
        int number,
        String words,
        String language,
        String translation,
        String translated,
        String came,
        Optional<UUID> member,
        Optional<UUID> voter,
        Optional<UUID> sentence,
        State state,
        String note,
        int version) {

    /** The longest that can be read in half a minute. */
    static final int LONGEST = 280;

    /** How far a statement has got. */
    public enum State {
        /** Nobody has looked at it. */
        WAITING,
        /** People vote on it. */
        ACCEPTED,
        /** Whoever wrote it is asked to say it otherwise. */
        REWORD,
        /** It is not put to anybody, and the note says why. */
        REFUSED;

        /** As in the database and in message keys. */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Optional<State> find(String key) {
            return Arrays.stream(values())
                    .filter(each -> each.key().equals(key))
                    .findFirst();
        }
    }

    /** Do people see it? */
    public boolean isShown() {
        return state == State.ACCEPTED && !words.isEmpty();
    }

    /** Does the reader get it in a language it was not written in? */
    public boolean isTranslated(Language reader) {
        return !language.equals(reader.code()) && !translation.isEmpty();
    }

    /** What it says, as far as possible in the reader's language. */
    public String words(Language reader) {
        return isTranslated(reader) ? translation : words;
    }

    /** The language it is then in. */
    public String language(Language reader) {
        return isTranslated(reader) ? reader.code() : language;
    }

    Statement numbered(int place) {
        return new Statement(
                id,
                conversation,
                place,
                words,
                language,
                translation,
                translated,
                came,
                member,
                voter,
                sentence,
                state,
                note,
                version);
    }

    /** The same with the words that are kept with a story. */
    Statement saying(Quoted quoted) {
        return new Statement(
                id,
                conversation,
                number,
                quoted.words(),
                quoted.language(),
                quoted.translation(),
                quoted.translated(),
                came,
                member,
                voter,
                sentence,
                state,
                note,
                version);
    }
}
