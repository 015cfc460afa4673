package org.whorl.server.spirals;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.whorl.server.people.Member;
import org.whorl.server.people.Perspective;

/**
 * Who is in a spiral, and whose voice is missing.
 *
 * @param members who is in it
 * @param missing voices that must be there, and nobody in it brings
 * @param invitationsClose until when people can be invited in; none while nobody has said
 */
public record Company(List<Member> members, List<Perspective> missing, Optional<LocalDate> invitationsClose) {

    /** Keeps copies. */
    public Company {
        members = List.copyOf(members);
        missing = List.copyOf(missing);
    }

    /** Is a voice missing, and still time to invite it? */
    public boolean isGapInTime(LocalDate today) {
        return !missing.isEmpty()
                && invitationsClose.filter(close -> !close.isBefore(today)).isPresent();
    }
}
