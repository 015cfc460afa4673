package org.whorl.server.news;

import java.util.Locale;

/** What has happened. Each has a sentence, and each can be muted. */
public enum What {
    /** Somebody asks you for something. */
    ASKED,
    /** What you asked for was answered. */
    ANSWERED,
    /** Somebody changed what you had changed. */
    CHANGED,
    /** A spiral has begun. */
    SPIRAL_STARTED,
    /** A turn was closed. */
    TURN_CLOSED,
    /** A promise was written down in your name. */
    PROMISED,
    /** Whoever you promised something says if it was kept. */
    PROMISE_JUDGED,
    /** Somebody asks you for help, in private. */
    CONFIDED,
    /** A statement waits until somebody has looked at it. */
    STATEMENT_WAITS,
    /** Somebody thanks you. */
    THANKED,
    /** A circle you are in wants to hear you. */
    HEARD_IN_CIRCLE,
    /** You are asked to sign a permission to try. */
    PERMISSION_TO_SIGN,
    /** Everybody has signed a permission to try. */
    PERMISSION_SIGNED,
    /** A figure meets what was to stop a permission to try. */
    PERMISSION_STOP_MET,
    /** A permission to try was stopped. */
    PERMISSION_STOPPED,
    /** A permission to try has come to its last day. */
    PERMISSION_LAPSED,
    /** A rule that you added has lapsed. */
    RULE_LAPSED,
    /** A Big Room gave you something to do. */
    BIG_ROOM_ACTION,
    /** A Big Room learnt something that you should answer. */
    BIG_ROOM_LEARNT,
    /** An experiment has begun that you see to, or that you are to stop. */
    EXPERIMENT_BEGUN,
    /** Something went wrong or surprised in an experiment that you see to. */
    EXPERIMENT_TOLD,
    /** A figure says that an experiment should stop. */
    EXPERIMENT_STOP,
    /** It is to be said what follows from an experiment. */
    EXPERIMENT_ANSWER,
    /** The early signs of an experiment are to be looked at. */
    EXPERIMENT_LEADING,
    /** It is asked whether what worked is still done. */
    EXPERIMENT_STILL,
    /** Something was given to you to see to. */
    GIVEN,
    /** Somebody has handed back what they saw to. */
    HANDED_BACK,
    /** The day has come to look at a decision again. */
    REVIEW_DUE,
    /** A trial that a circle adopted has come to its last day. */
    TRIAL_ENDED,
    /** A decision that you see to, or have signed, was opened again. */
    OPENED_AGAIN,
    /** A decision that you saw to, or sign, has somebody else to see to it, or another day to look at it again. */
    CARE_CHANGED,
    /** You are asked to sign for your organisation. */
    TO_SIGN,
    /** Somebody who looks on has said something back. */
    SAID_BACK,
    /** Longer work that you started has come to its end. */
    JOB_ENDED;

    /** As in the database and in sentences: {@code turn-closed}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
