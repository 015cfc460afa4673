package org.whorl.server.circles;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What a circle has decided, for whoever keeps the record of it.
 *
 * @param item which item
 * @param circle by which circle
 * @param rule by which rule
 * @param question it, as a question
 * @param language of the words
 * @param wanted what is wanted instead
 * @param reason why
 * @param affected who is affected
 * @param proposal what was adopted
 * @param before the versions that were changed on the way, the first first
 * @param present whose voice was heard
 * @param absent whose voice was wanted and not heard
 * @param noLivedReason why it was decided although nobody who lives with it was heard; blank where somebody was
 * @param concerns what somebody was concerned about
 * @param objections what somebody objected to, and how it was taken up
 * @param support how far people support it
 * @param owner whose item it was
 * @param ownerMember which member that is, if they sign in
 * @param who who does it
 * @param by by when
 * @param doer which member sees that it is done
 * @param level at which level
 * @param levelReason why at a higher level than it need be; mostly blank
 * @param money does it touch a partner's money?
 * @param staff does it touch a partner's staff?
 * @param on when
 */
public record Decided(
        UUID item,
        Name circle,
        Rule rule,
        String question,
        String language,
        String wanted,
        String reason,
        String affected,
        Proposal proposal,
        List<Proposal> before,
        List<Name> present,
        List<Name> absent,
        String noLivedReason,
        List<Concern> concerns,
        List<Objection> objections,
        Support support,
        String owner,
        Optional<UUID> ownerMember,
        String who,
        Optional<LocalDate> by,
        Optional<UUID> doer,
        Level level,
        String levelReason,
        boolean money,
        boolean staff,
        LocalDate on) {

    /** Keeps copies. */
    public Decided {
        before = List.copyOf(before);
        present = List.copyOf(present);
        absent = List.copyOf(absent);
        concerns = List.copyOf(concerns);
        objections = List.copyOf(objections);
    }

    /**
     * A name in both languages.
     *
     * @param en in English
     * @param cy in Welsh
     */
    public record Name(String en, String cy) {}

    /**
     * Something to watch.
     *
     * @param by who said it
     * @param words in their words
     * @param language of the words
     */
    public record Concern(String by, String words, String language) {}

    /**
     * Something that held the proposal up.
     *
     * @param by who said it
     * @param harm what would come to harm
     * @param words in their words
     * @param resolves what they said would resolve it
     * @param taken how it was taken up
     * @param language of the words
     * @param version of the proposal it was said about
     */
    public record Objection(
            String by, Reply.Harm harm, String words, String resolves, String taken, String language, int version) {}
}
