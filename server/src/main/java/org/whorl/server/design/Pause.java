package org.whorl.server.design;

/**
 * A short stop before something is tried: whose views were heard, and what else could be done. It holds nobody up who says why they
 * go on without; frontline teams jump to action, and the first idea is seldom the only one.
 *
 * @param heard whose views were heard
 * @param alternatives what else could be done, one on each line
 * @param anyway why it goes on with fewer than that
 */
public record Pause(String heard, String alternatives, String anyway) {

    /** So many alternatives show that somebody thought of more than one thing. */
    public static final int ENOUGH = 2;

    /** As it was put into a form. */
    public static Pause of(Form form) {
        return new Pause(form.value("heard"), form.value("alternatives"), form.value("anyway"));
    }

    /** Does it say whose views were heard, and two alternatives? */
    public boolean isTaken() {
        return !heard.isBlank()
                && alternatives.lines().filter(line -> !line.isBlank()).count() >= ENOUGH;
    }

    /** Notes in the form that there was no pause, unless it says why it goes on. */
    public void ask(Form form) {
        if (!isTaken() && anyway.isBlank()) {
            form.refuse("anyway", "pause.not-taken");
        }
    }
}
