package org.whorl.server.mail;

import java.util.Optional;
import java.util.UUID;
import org.whorl.server.design.Language;

/**
 * Takes what people answer to a letter by e-mail: a part of Whorl that sent letters with {@link Letter.Answers}. It is asked
 * in one transaction with the note that the answer has come, as that person with the rights of an ordinary member or, for
 * somebody who never signs in, as nobody in particular in that partnership.
 */
public interface TakesReplies {

    /** By what {@link Letter.Answers#taker} names it. */
    String kind();

    /** Takes an answer, or says why not. */
    Taken take(Reply reply);

    /**
     * An answer.
     *
     * @param about what it answers, as it was said in {@link Letter.Answers#about}
     * @param member who answers, where they are a member
     * @param addressee who answers, where they never sign in
     * @param words what they wrote, without what they quote and without their signature; never blank
     * @param language in which they were written to
     */
    record Reply(String about, Optional<UUID> member, Optional<UUID> addressee, String words, Language language) {}

    /** What became of an answer. */
    sealed interface Taken {

        /** It counts. */
        record Yes() implements Taken {}

        /**
         * It does not.
         *
         * @param why the name of a sentence that says why, and what would help
         * @param path where it can be answered instead
         */
        record No(String why, String path) implements Taken {}
    }
}
