package org.whorl.server.stories;

/** Something that tellers may say of their own story once they have told it. Who asks it says whether there is any now. */
@FunctionalInterface
public interface AfterTelling {

    /** Is anything asked in the partnership of whoever looks? */
    boolean isAsking();
}
