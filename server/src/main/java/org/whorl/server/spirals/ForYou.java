package org.whorl.server.spirals;

import java.util.List;
import org.whorl.server.design.Screen;

/** What waits for whoever is there in another feature, so that the first page of a partnership can say so. */
public interface ForYou {

    /** What waits for them, the most pressing first. */
    List<Thing> list(Screen s);

    /** How many minutes that feature asked of them this month. */
    int minutesAsked();

    /**
     * One thing that waits.
     *
     * @param title what it is called
     * @param language the language of its title
     * @param what what is asked of them, and until when, in a few words
     * @param path its page inside the partnership
     */
    record Thing(String title, String language, String what, String path) {}
}
