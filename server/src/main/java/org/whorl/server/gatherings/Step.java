package org.whorl.server.gatherings;

/**
 * One step of a recipe.
 *
 * @param key as in message keys, after the recipe's own: {@code alone}
 * @param doing what phones offer in it
 * @param minutes how long it usually takes
 * @param raises do its ideas stand for marking, and in what came of it?
 */
public record Step(String key, Doing doing, int minutes, boolean raises) {

    /** What phones offer. */
    public enum Doing {
        /** One word on how one is. */
        FEEL,
        /** Each writes alone; nobody sees whose is whose, nor the ideas, before the round is open. */
        WRITE,
        /** Two see their ideas and write what they make of them. */
        PAIR,
        /** Two pairs do. */
        FOUR,
        /** People talk; what was written is on the wall. */
        SHARE,
        /** Each has three dots. */
        MARK;

        /** Are ideas written in it? */
        public boolean captures() {
            return this == WRITE || isTogether();
        }

        /** By a few who see each other's ideas? */
        public boolean isTogether() {
            return this == PAIR || this == FOUR;
        }
    }
}
