package org.whorl.server.opinions;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.whorl.server.design.Language;
import org.whorl.server.trust.Role;
import org.whorl.server.trust.Viewer;

/**
 * A question on which people vote.
 *
 * @param id which one
 * @param partnership whose
 * @param code what stands in its link
 * @param spiral in which spiral
 * @param questionEn the question in English
 * @param questionCy the question in Welsh
 * @param open may people vote?
 * @param brought did it come as a file from elsewhere? Then nobody votes in it here
 * @param roles what people may say they are
 * @param openedOn when it began
 */
public record Conversation(
        UUID id,
        UUID partnership,
        String code,
        UUID spiral,
        String questionEn,
        String questionCy,
        boolean open,
        boolean brought,
        List<Named> roles,
        LocalDate openedOn) {

    /** Keeps a copy. */
    public Conversation {
        roles = List.copyOf(roles);
    }

    /**
     * What somebody may say they are.
     *
     * @param number by which votes know it
     * @param en in English
     * @param cy in Welsh
     */
    public record Named(int number, String en, String cy) {}

    /** The question in the reader's language. */
    public String question(Language reader) {
        return reader.pick(questionEn, questionCy);
    }

    /** May people vote in it now? */
    public boolean takesVotes() {
        return open && !brought;
    }

    /** What a role is called; blank for one that is not there. */
    public String role(String number, Language reader) {
        return roles.stream()
                .filter(each -> Integer.toString(each.number()).equals(number))
                .findFirst()
                .map(each -> reader.pick(each.en(), each.cy()))
                .orElse("");
    }

    /** Whoever votes is nobody in particular, also when they have signed in: the record shall not name them. */
    Viewer voter() {
        return new Viewer(
                Optional.empty(), Optional.empty(), Optional.of(partnership), EnumSet.of(Role.ANYBODY, Role.GUEST));
    }
}
