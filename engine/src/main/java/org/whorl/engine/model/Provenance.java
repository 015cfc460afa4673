package org.whorl.engine.model;

import org.jspecify.annotations.Nullable;

/**
 * Where a number comes from and who answers for it.
 *
 * @param source where it was read, in words a reader can follow
 * @param date when it was true, as written (a year, a month or a day)
 * @param owner who may change it
 * @param quality how it came to be known
 */
public record Provenance(
        @Nullable String source,
        @Nullable String date,
        @Nullable String owner,
        Quality quality) {

    /** What a bare number in a file is: a guess nobody has signed. */
    public static final Provenance UNSIGNED_GUESS = new Provenance(null, null, null, Quality.GUESS);

    /** What a number is that nobody wrote: the model left it out, and what leaving it out means stands in its place. */
    public static final Provenance LEFT_OUT = new Provenance("left out of the model", null, null, Quality.AGREED);
}
