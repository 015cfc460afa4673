package org.whorl.server.circles;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.whorl.server.trust.Disclosure;

/**
 * How far people support a proposal: information, never a vote. Of fewer than five it is not told, or it would be known who
 * said what.
 *
 * @param said how many said so, from 1 to 5; empty where it is not told
 * @param told may it be told?
 */
public record Support(List<Integer> said, boolean told) {

    /** Keeps a copy. */
    public Support {
        said = List.copyOf(said);
    }

    static Support of(List<Reply> replies) {
        List<Integer> all =
                replies.stream().map(Reply::support).flatMap(Optional::stream).toList();
        boolean told = Disclosure.IN_A_ROOM.show(all.size()) instanceof Disclosure.Shown.Count(int some) && some > 0;
        return new Support(
                told
                        ? IntStream.rangeClosed(1, 5)
                                .mapToObj(mark -> (int) all.stream()
                                        .filter(each -> each == mark)
                                        .count())
                                .toList()
                        : List.of(),
                told);
    }

    /** How many gave that mark. */
    public int at(int mark) {
        return told ? said.get(mark - 1) : 0;
    }
}
