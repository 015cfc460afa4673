package org.whorl.server.mail;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What is written to one person, in their language.
 *
 * @param kind the sentences {@code letter.KIND.subject}, {@code .text} (paragraphs apart by {@code \n\n}) and {@code .link}.
 *     A subject holds no person's name and nobody's words: it is read over shoulders and on locked telephones
 * @param parts what is put into those sentences
 * @param path where its link leads: {@code ~/asks} inside the partnership, or a private link such as {@code /d/...}
 * @param about what it is about, to withdraw it while it waits; blank if it never is
 * @param notBefore when it goes at the earliest; at once if there is none
 * @param event a meeting for their calendar
 * @param answers who takes an answer by e-mail
 */
public record Letter(
        String kind,
        List<String> parts,
        String path,
        String about,
        Optional<Instant> notBefore,
        Optional<Invited> event,
        Optional<Answers> answers) {

    /** Keeps a copy. */
    public Letter {
        parts = List.copyOf(parts);
        if (!path.startsWith("~/") && (!path.startsWith("/") || path.startsWith("//"))) {
            throw new IllegalArgumentException("a link leads into this Whorl, not to " + path);
        }
    }

    /** A letter that goes at once, without a meeting. */
    public static Letter of(String kind, List<String> parts, String path) {
        return new Letter(kind, parts, path, "", Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** The same about something, so that it can be withdrawn while it waits. */
    public Letter about(String what) {
        return new Letter(kind, parts, path, what, notBefore, event, answers);
    }

    /** The same, sent not before that moment: a reminder. */
    public Letter at(Instant moment) {
        return new Letter(kind, parts, path, about, Optional.of(moment), event, answers);
    }

    /** The same with a meeting for their calendar. */
    public Letter with(Invited meeting) {
        return new Letter(kind, parts, path, about, notBefore, Optional.of(meeting), answers);
    }

    /** The same, to be answered by e-mail too. */
    public Letter answeredBy(Answers taker) {
        return new Letter(kind, parts, path, about, notBefore, event, Optional.of(taker));
    }

    /**
     * Who takes the answer to a letter.
     *
     * @param taker as {@link TakesReplies#kind}
     * @param about what it answers, as the taker knows it
     * @param until until when an answer is taken
     */
    public record Answers(String taker, String about, Instant until) {}
}
