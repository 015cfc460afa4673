package org.whorl.server.spirals;

import org.whorl.server.design.Screen;
import org.whorl.server.trust.Action;
import org.whorl.server.trust.Refused;

/** What this feature's forms share. */
final class Forms {

    private Forms() {}

    /** Does not show a form to somebody who could not send it. */
    static void refuseUnless(Screen s, Action action) {
        if (!s.may(action)) {
            throw new Refused(action);
        }
    }
}
