package org.whorl.server.experiments;

import java.util.List;

/**
 * That people are asked to stop an experiment, in the reader's words.
 *
 * @param sure is what they said beforehand met, or may it be?
 * @param rule what they said
 * @param places the figures by which it is met, a line for each place
 * @param seen the same figures, as the form for going on carries them
 */
public record AskedToStop(boolean sure, String rule, List<Line> places, String seen) {

    /** Keeps a copy. */
    public AskedToStop {
        places = List.copyOf(places);
    }

    /**
     * A line.
     *
     * @param sure is it met by them, or may it be?
     * @param site where; blank where there is but one place
     * @param figures the figures, with their days
     */
    public record Line(boolean sure, String site, String figures) {}

    /** The whole of it as one text. */
    public String told() {
        StringBuilder told = new StringBuilder(rule);
        places.forEach(each -> told.append(' ')
                .append(each.site())
                .append(each.site().isEmpty() ? "" : ": ")
                .append(each.figures())
                .append('.'));
        return told.toString();
    }
}
