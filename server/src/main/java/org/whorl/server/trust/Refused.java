package org.whorl.server.trust;

/** Somebody tried what they may not do. */
public final class Refused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Action action;

    /** Refuses that. */
    public Refused(Action action) {
        super("not allowed: " + action.key());
        this.action = action;
    }

    /** What was tried. */
    public Action action() {
        return action;
    }
}
