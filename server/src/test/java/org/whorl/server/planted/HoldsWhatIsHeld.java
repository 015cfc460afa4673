package org.whorl.server.planted;

import org.whorl.server.stories.Contribution;

/** A planted fault: a feature that has what nobody but its teller and those who care for it may have. */
public record HoldsWhatIsHeld(Contribution told) {}
