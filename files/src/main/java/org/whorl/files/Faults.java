package org.whorl.files;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.whorl.engine.model.Check;
import org.whorl.engine.model.Model;

/** Everything found wrong so far, and where each path is written. */
final class Faults {
    private final List<Fault> faults = new ArrayList<>();
    private final Set<String> paths = new HashSet<>();
    private final Map<String, Place> places = new LinkedHashMap<>();
    private final List<String> files = new ArrayList<>();
    private int shape;

    /** A fault that the JSON Schema sees too. */
    void ofShape(String file, int line, String path, String wrong, String right) {
        shape++;
        add(file, line, path, wrong, right);
    }

    /** A fault that no schema can see: between two places, or in another file. */
    void add(String file, int line, String path, String wrong, String right) {
        if (!files.contains(file)) {
            files.add(file);
        }
        paths.add(path);
        faults.add(new Fault(file, line, path, wrong, right));
    }

    /** A fault at a path, on the line where that path, or the nearest one above it, is written. */
    void at(String path, String wrong, String right) {
        Place place = place(path);
        add(place.file(), place.line(), path, wrong, right);
    }

    void write(String path, String file, int line) {
        if (files.isEmpty()) {
            files.add(file);
        }
        places.putIfAbsent(path, new Place(file, line));
    }

    Place place(String path) {
        return Place.find(places, path, files.isEmpty() ? ModelFolder.MODEL : files.getFirst());
    }

    /** Whether a fault is already known at this path, above it or below it, so that more about it would be noise. */
    boolean touch(String path) {
        return paths.stream().anyMatch(known -> covers(known, path) || covers(path, known));
    }

    /** Whether a fault is known at exactly this path. */
    boolean at(String path) {
        return paths.contains(path);
    }

    private static boolean covers(String above, String below) {
        return below.startsWith(above)
                && (below.length() == above.length()
                        || below.charAt(above.length()) == '.'
                        || below.charAt(above.length()) == '[');
    }

    /** The model, if it holds together by our own rules too. */
    Imported imported(Model model, List<String> notes) {
        Check.of(model).forEach(problem -> at(problem.path(), problem.wrong(), problem.right()));
        return none() ? new Imported.Good(model, notes) : new Imported.Bad(inOrder());
    }

    boolean none() {
        return faults.isEmpty();
    }

    int ofShape() {
        return shape;
    }

    Map<String, Place> places() {
        return places;
    }

    /** In the order of the files, and by line within each. */
    List<Fault> inOrder() {
        return faults.stream()
                .sorted(Comparator.<Fault>comparingInt(f -> files.indexOf(f.file()))
                        .thenComparingInt(Fault::line))
                .toList();
    }
}
