package org.whorl.server.trust;

import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The one table of who may do what. {@link Doorkeeper} is the one place that asks it. */
public final class Permissions {

    // * anybody, g guest, s signed in, k house keeper, m member, f facilitator, a analyst, £ finance lead, c story
    // carer, l lived experience, o observer, r regulator, d administrator, x guest expert. A dot: no. What a member may
    // do, everybody in the partnership may who is there to take part; observers and regulators are there to look.
    private static final String TABLE = """
            action              * g s k m f a £ c l o r d x
            see-open            * . . . . . . . . . . . . .
            register            * . . . . . . . . . . . . .
            recover             * . . . . . . . . . . . . .
            see-mine            . . s . . . . . . . . . . .
            change-sign-in      . . s . . . . . . . . . . .
            choose-letters      . . s . . . . . . . . . . .
            fewer-letters       * . . . . . . . . . . . . .
            make-token          . . s . . . . . . . . . . .
            see-tokens          . . . . . . . . . . . . d .
            end-token           . . . . . . . . . . . . d .
            open-partnership    . . s . . . . . . . . . . .
            join                . . s . . . . . . . . . . .
            look                . g . . m f a £ c l o r d x
            see-people          . . . . m f a £ c l . . d .
            change-partnership  . . . . . . . . . . . . d .
            invite              . . . . . f . . . . . . d .
            change-member       . . . . . f . . . . . . d .
            give-roles          . . . . . . . . . . . . d .
            remove-member       . . . . . . . . . . . . d .
            leave               . . s . . . . . . . . . . .
            help-sign-in        . . . . . . . . . . . . d .
            start-spiral        . . . . m f a £ c l . . d .
            change-scope        . . . . . f . . . . . . d .
            plan                . . . . . f a . . . . . d .
            close-turn          . . . . . f . . . . . . . .
            keep-commitment     . . . . m f a £ c l . . d .
            take-part           . . . . m f a £ c l . . d x
            pull-in             . . . . m f a £ c l . . d .
            weave               . . . . m f a £ c l . . d .
            ask                 . . . . m f a £ c l . . d .
            answer-ask          . . . . m f a £ c l . . d x
            see-asked           . . . . . f . . c . . . d .
            note-asked          . . . . . f . . c . . . d .
            tell                * . . . . . . . . . . . . .
            change-told         * . . . . . . . . . . . . .
            say-felt            * . . . . . . . . . . . . .
            ask-triads          . . . . . f . . . . . . d .
            balance             . . . . m f a £ c l . . d .
            promise             . . . . m f a £ c l . . d .
            share-telling       . . . . . f . . c . . . d .
            hear-for-team       . . . . . f . . c . . . . .
            see-care            . . . . . . . . c . . . . .
            care                . . . . . . . . c . . . . .
            say-what-came       . . . . . f a . c . . . d .
            change-model        . . . . . . a . . . . . d .
            sign-off            . . . . . . . £ . . . . . .
            check-model         . . . . m f a £ c l . . d .
            keep-option         . . . . m f a £ c l . . d .
            see-drafts          . . . . m f a £ c l . . d .
            keep-finding        . . . . m f a £ c l . . d .
            make-sense          . . . . m f a £ c l . . d .
            keep-asset          . . . . m f a £ c l . . d .
            offer               . . . . m f a £ c l . . d .
            say-strengths       . . . . m f a £ c l . . d .
            keep-figures        . . . . . f a . . . . . d .
            inquire             . . . . m f a £ c l . . d .
            keep-mix            . . . . . f a . . . . . d .
            name-strengths      . . . . m f a £ c l . . d .
            group-strengths     . . . . . f . . . . . . d .
            vote                * . . . . . . . . . . . . .
            say-statement       . . . . m f a £ c l . . d .
            keep-opinions       . . . . . f . . . . . . d .
            see-waiting         . . . . . f . . . . . . d .
            confide             * . . . . . . . . . . . . .
            be-trusted          . . . . m f a £ c l . . d .
            hear-confided       . . . . m f a £ c l . . d .
            gather              . . . . . f . . . . . . d .
            see-gatherings      . . . . m f a £ c l . . d .
            speak-up            * . . . . . . . . . . . . .
            ask-trust           . . . . . f . . . . . . d .
            say-trust           . . . . m f a £ c l . . d .
            see-trust           . . . . m f a £ c l . . d .
            say-confidence      * . . . . . . . . . . . . .
            keep-circles        . . . . . f . . . . . . d .
            see-circles         . . . . m f a £ c l . . d .
            decide              . . . . m f a £ c l . . d .
            keep-rules          . . . . m f a £ c l . . d .
            permit              . . . . m f a £ c l . . d .
            sign-permission     . . . . m f a £ c l . . d .
            lapse               . . . k . . . . . . . . . .
            keep-big-room       . . . . m f a £ c l . . d .
            keep-experiment     . . . . m f a £ c l . . d .
            remind-experiments  . . . k . . . . . . . . . .
            keep-decision       . . . . m f a £ c l . . d .
            name-signatories    . . . . . f . . . . . . d .
            sign-decision       . . . . m f a £ c l . . d .
            see-pack            . . . . m f a £ c l . r d .
            say-back            * . . . . . . . . . . . . .
            take-charge         . . . . m f a £ c l . . d .
            see-measures        . . . . m f a £ c l o r d x
            keep-measure        . . . . m f a £ c l . . d .
            rebase-measure      . . . . . f a . . . . . d .
            keep-belief         . . . . m f a £ c l . . d .
            teach-model         . . . . . . a . . . . . d .
            see-record          . . . . . f . . . . . r d .
            check-record        . . . . . f . . . . . r d .
            see-news            . . . . m f a £ c l o r d x
            see-jobs            . . . k m f a £ c l . . d .
            start-job           . . . k m f a £ c l . . d .
            cancel-job          . . . k m f a £ c l . . d .
            fetch-result        . . . k . f a . . . . . d .
            export              . . . . . . . . . . . . d .
            keep-house          . . . k . . . . . . . . . .
            """;

    private static final Map<Action, Set<Role>> ALLOWED = read();

    // Who answers for others' settings, money or stories shows by two things who they are.
    private static final Set<Role> SECOND_STEP =
            EnumSet.of(Role.HOUSE_KEEPER, Role.ADMINISTRATOR, Role.FINANCE_LEAD, Role.STORY_CARER);

    private Permissions() {}

    /** May somebody with these roles do that? */
    public static boolean allow(Collection<Role> roles, Action action) {
        Set<Role> allowed = ALLOWED.get(action);
        return allowed != null && roles.stream().anyMatch(allowed::contains);
    }

    /** Does that role count only for somebody who has signed in with a second step? */
    public static boolean needsSecondStep(Role role) {
        return SECOND_STEP.contains(role);
    }

    /** The roles that may. */
    public static Set<Role> allowedTo(Action action) {
        return EnumSet.copyOf(ALLOWED.getOrDefault(action, EnumSet.noneOf(Role.class)));
    }

    private static Map<Action, Set<Role>> read() {
        Map<Action, Set<Role>> allowed = new EnumMap<>(Action.class);
        List<String> lines = TABLE.lines().skip(1).toList();
        for (Action action : Action.values()) {
            String row = lines.stream()
                    .filter(line -> line.startsWith(action.key() + " "))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("nobody has said who may " + action.key()));
            String[] cells = row.substring(action.key().length()).strip().split(" ");
            if (cells.length != Role.values().length) {
                throw new IllegalStateException("a cell is missing: " + row);
            }
            Set<Role> roles = EnumSet.noneOf(Role.class);
            int column = 0;
            for (Role role : Role.values()) {
                if (!cells[column++].equals(".")) {
                    roles.add(role);
                }
            }
            allowed.put(action, roles);
        }
        if (lines.size() != allowed.size()) {
            throw new IllegalStateException("the table of permissions names an action that does not exist");
        }
        return allowed;
    }
}
