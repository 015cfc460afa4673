package org.whorl.server.stories;

/**
 * A photograph that came with something, without its points.
 *
 * @param number the first, second or third
 * @param description what is on it, as its teller says
 * @param offered is it among what others would see?
 * @param edited what others would read of it
 * @param width in points
 * @param height in points
 */
public record Photograph(int number, String description, boolean offered, String edited, int width, int height) {

    /** How many may come with one story. */
    public static final int MOST = 3;
}
