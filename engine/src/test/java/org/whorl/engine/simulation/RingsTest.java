package org.whorl.engine.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.whorl.engine.Cases;
import org.whorl.engine.answer.Field;

/**
 * Full services whose people all wait for each other swap at one instant, however the ring came about; otherwise nobody
 * there would ever move again. Stays are constant and there is one place each, so that every day is known.
 */
class RingsTest {

    @Test
    void closedByAStayThatEnds() {
        Cases cases =
                Cases.model().days(0, 10).open("a", List.of(0.0), null, null).open("b", List.of(1.0), null, null);
        cases.service("a").places(1).constant(4).to("b", 1);
        cases.service("b").places(1).constant(4).to("a", 0.5).to("home", 0.5);
        // One person in each; from b some go home, so look at the first day both were to move: b ends at 3, a at 4.
        Seen seen = Seen.once(cases);
        boolean wentHome = seen.daily("b", Field.BLOCKED)[3] == 0;
        assertThat(seen.daily("a", Field.BLOCKED)).containsOnly(0);
        assertThat(seen.notes().contains("ring-swapped")).isEqualTo(!wentHome);
    }

    @Test
    void thereFromTheOpening() {
        Cases cases =
                Cases.model().days(0, 3).open("a", null, null, List.of(0.0)).open("b", null, null, List.of(5.0));
        cases.service("a").places(1).constant(2).to("b", 1);
        cases.service("b").places(1).constant(2).to("a", 0.5).to("home", 0.5);
        Seen seen = Seen.once(cases);
        assertThat(seen.daily("a", Field.BLOCKED)[0]).isZero();
        assertThat(seen.daily("b", Field.BLOCKED)[0]).isZero();
        assertThat(seen.notes()).contains("ring-swapped");
    }

    @Test
    void heldUpByASundayWithoutStarts() {
        // Both stays end during Sunday, when nobody may start; on Monday, day 7, both may.
        Cases cases =
                Cases.model().days(0, 10).open("a", List.of(0.0), null, null).open("b", List.of(0.0), null, null);
        cases.service("a").places(1).constant(6.25).to("b", 1).starts(1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 0.0);
        cases.service("b").places(1).constant(6.5).to("a", 1).starts(1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 0.0);
        Seen seen = Seen.once(cases);
        assertThat(seen.daily("a", Field.BLOCKED)).containsExactly(0, 0, 0, 0, 0, 0, 1, 0, 0, 0);
        assertThat(seen.daily("b", Field.BLOCKED)).containsExactly(0, 0, 0, 0, 0, 0, 1, 0, 0, 0);
    }

    @Test
    void ofOneServiceHeldUpByASunday() {
        Cases cases = Cases.model().days(0, 14).open("a", List.of(0.0), null, null);
        cases.service("a").places(1).constant(6.5).to("a", 1).starts(1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 0.0);
        Seen seen = Seen.once(cases);
        // Ends 6.5 (Sunday), starts again at 7, ends 13.5 (Sunday).
        assertThat(seen.daily("a", Field.BLOCKED)).containsExactly(0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 1);
        assertThat(seen.notes()).doesNotContain("ring-swapped");
    }

    @Test
    void throughThePlacesPeopleWaitIn() {
        // Whoever waits for the team holds the ward's only place; whoever has been with the team goes to the ward.
        Cases cases = Cases.model().days(0, 12).open("team", List.of(0.0), List.of(0.0), null);
        cases.service("ward").places(1).constant(3);
        cases.service("team").places(1).constant(4).waitsIn("ward").to("ward", 1);
        Seen seen = Seen.once(cases);
        // They swap on day 4; the first leaves the ward on day 7, the second the team on day 8 and the ward on day 11.
        assertThat(seen.daily("team", Field.BLOCKED)).containsOnly(0);
        assertThat(seen.daily("team", Field.IN_PLACE)).containsExactly(1, 1, 1, 1, 1, 1, 1, 1, 0, 0, 0, 0);
        assertThat(seen.daily("ward", Field.IN_PLACE)).containsExactly(1, 1, 1, 1, 1, 1, 1, 0, 1, 1, 1, 0);
        assertThat(seen.notes()).contains("ring-swapped");
    }

    @Test
    void closedWhenSomebodyFindsAPlaceToWaitIn() {
        // The ward's place is free on day 2 and goes to the first in its line, who only waits there for the team; the
        // team's person has wanted the ward since day 1.
        Cases cases = Cases.model()
                .days(0, 6)
                .open("ward", List.of(1.0), null, null)
                .open("team", List.of(4.0), List.of(9.0), null);
        cases.service("ward").places(1).constant(3);
        cases.service("team").places(1).constant(5).waitsIn("ward").to("ward", 1);
        Seen seen = Seen.once(cases);
        assertThat(seen.daily("team", Field.BLOCKED)).containsExactly(0, 1, 0, 0, 0, 0);
        assertThat(seen.daily("team", Field.WAITING)).containsExactly(1, 1, 0, 0, 0, 0);
        assertThat(seen.daily("ward", Field.IN_PLACE)).containsExactly(1, 1, 1, 1, 1, 0);
    }

    @Test
    void closedByAChangeOfPathway() {
        // a waits for c, where there is no place, and after 3 days for b instead; b has been waiting for a.
        Cases cases =
                Cases.model().days(0, 6).open("a", null, null, List.of(0.0)).open("b", null, null, List.of(0.0));
        cases.service("a").places(1).constant(50).to("c", 1);
        cases.service("b").places(1).constant(50).to("a", 1);
        cases.service("c").places(0).constant(1).moves(3, "b", 1);
        Seen seen = Seen.once(cases);
        assertThat(seen.daily("a", Field.BLOCKED)).containsExactly(1, 1, 1, 0, 0, 0);
        assertThat(seen.daily("b", Field.BLOCKED)).containsExactly(1, 1, 1, 0, 0, 0);
    }

    @Test
    void ofOneWhoWaitsInTheVeryServiceTheyTurnTo() {
        // Patience for the team ends after 2 days, and people then stay in the ward, whose place they hold.
        Cases cases = Cases.model().days(0, 8).open("team", null, List.of(0.0), null);
        cases.service("ward").places(1).constant(3);
        cases.service("team")
                .places(0)
                .constant(4)
                .waitsIn("ward")
                .leaveAfter(
                        org.whorl.engine.model.Duration.of(org.whorl.engine.model.Duration.Family.CONSTANT, 2), "ward");
        Seen seen = Seen.once(cases);
        assertThat(seen.daily("team", Field.WAITING)).containsExactly(1, 1, 0, 0, 0, 0, 0, 0);
        assertThat(seen.daily("ward", Field.WAITING)).containsOnly(0);
        assertThat(seen.daily("ward", Field.IN_PLACE)).containsExactly(1, 1, 1, 1, 1, 0, 0, 0);
    }
}
