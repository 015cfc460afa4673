package org.whorl.server.trust;

import java.util.Locale;

/** What can be done. Who may is in {@link Permissions}; what changes something leaves a line in the record. */
public enum Action {
    SEE_OPEN(false),
    REGISTER(true),
    RECOVER(true),
    LOOK(false),
    SEE_PEOPLE(false),
    SEE_MINE(false),
    CHANGE_SIGN_IN(true),
    CHOOSE_LETTERS(true),
    FEWER_LETTERS(true),
    MAKE_TOKEN(true),
    SEE_TOKENS(false),
    END_TOKEN(true),
    OPEN_PARTNERSHIP(true),
    CHANGE_PARTNERSHIP(true),
    INVITE(true),
    JOIN(true),
    CHANGE_MEMBER(true),
    GIVE_ROLES(true),
    REMOVE_MEMBER(true),
    LEAVE(true),
    HELP_SIGN_IN(true),
    START_SPIRAL(true),
    CHANGE_SCOPE(true),
    PLAN(true),
    CLOSE_TURN(true),
    TAKE_PART(true),
    PULL_IN(true),
    WEAVE(true),
    ASK(true),
    ANSWER_ASK(true),
    SEE_ASKED(false),
    NOTE_ASKED(true),
    TELL(true),
    CHANGE_TOLD(true),
    SAY_FELT(true),
    ASK_TRIADS(true),
    BALANCE(true),
    PROMISE(true),
    SHARE_TELLING(true),
    HEAR_FOR_TEAM(false),
    SEE_CARE(false),
    CARE(true),
    SAY_WHAT_CAME(true),
    CHANGE_MODEL(true),
    SIGN_OFF(true),
    CHECK_MODEL(true),
    KEEP_OPTION(true),
    SEE_DRAFTS(false),
    KEEP_FINDING(true),
    MAKE_SENSE(true),
    KEEP_ASSET(true),
    OFFER(true),
    SAY_STRENGTHS(true),
    KEEP_FIGURES(true),
    INQUIRE(true),
    KEEP_MIX(true),
    NAME_STRENGTHS(true),
    GROUP_STRENGTHS(true),
    VOTE(true),
    SAY_STATEMENT(true),
    KEEP_OPINIONS(true),
    SEE_WAITING(false),
    CONFIDE(true),
    BE_TRUSTED(true),
    HEAR_CONFIDED(false),
    GATHER(true),
    SEE_GATHERINGS(false),
    SPEAK_UP(true),
    ASK_TRUST(true),
    SAY_TRUST(true),
    SEE_TRUST(false),
    KEEP_CIRCLES(true),
    SEE_CIRCLES(false),
    DECIDE(true),
    KEEP_RULES(true),
    PERMIT(true),
    SIGN_PERMISSION(true),
    LAPSE(true),
    KEEP_BIG_ROOM(true),
    KEEP_EXPERIMENT(true),
    REMIND_EXPERIMENTS(true),
    KEEP_DECISION(true),
    NAME_SIGNATORIES(true),
    SIGN_DECISION(true),
    SEE_PACK(false),
    SAY_BACK(true),
    TAKE_CHARGE(true),
    SEE_MEASURES(false),
    KEEP_MEASURE(true),
    REBASE_MEASURE(true),
    KEEP_BELIEF(true),
    TEACH_MODEL(true),
    SEE_RECORD(false),
    CHECK_RECORD(false),
    SEE_NEWS(false),
    SEE_JOBS(false),
    START_JOB(true),
    CANCEL_JOB(true),
    FETCH_RESULT(true),
    EXPORT(false),
    KEEP_HOUSE(false);

    private final boolean changes;

    Action(boolean changes) {
        this.changes = changes;
    }

    /** Does it change anything? */
    public boolean changes() {
        return changes;
    }

    /** As it stands in the record and in message keys: {@code close-turn}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
