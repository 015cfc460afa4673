package org.whorl.server.experiments;

import org.whorl.server.news.What;

/** A day of an experiment that has come, and of which people are told once. */
enum Due {
    /** It is to be said what follows from it. */
    ANSWER("running", "respond_by", "told_respond", What.EXPERIMENT_ANSWER),
    /** The early signs are to be looked at. */
    LEADING("running", "leading_on", "told_leading", What.EXPERIMENT_LEADING),
    /** It is asked whether it is still done. */
    STILL("ended", "check_on", "told_check", What.EXPERIMENT_STILL);

    private final String state;
    private final String day;
    private final String told;
    private final What what;

    Due(String state, String day, String told, What what) {
        this.state = state;
        this.day = day;
        this.told = told;
        this.what = what;
    }

    /** In which state an experiment has such a day. */
    String state() {
        return state;
    }

    /** The column of the day. */
    String day() {
        return day;
    }

    /** The column of the day people have been told of. */
    String told() {
        return told;
    }

    /** What they are told. */
    What what() {
        return what;
    }
}
