package org.whorl.files;

import java.util.Map;

/**
 * Where in a folder something is written.
 *
 * @param file the file, by its name in the folder
 * @param line the line, from 1; 0 when only the file is known
 */
public record Place(String file, int line) {

    /** The place of a path, or of the nearest one above it; line 0 of {@code file} when there is none. */
    static Place find(Map<String, Place> places, String path, String file) {
        String at = path;
        while (true) {
            Place place = places.get(at);
            if (place != null) {
                return place;
            }
            int cut = Math.max(at.lastIndexOf('.'), at.lastIndexOf('['));
            if (cut < 0) {
                return new Place(file, 0);
            }
            at = at.substring(0, cut);
        }
    }
}
