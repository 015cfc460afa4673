package org.whorl.server.patterns;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.whorl.server.stories.Released;

/**
 * A story that may be read, and what people say it lets us learn from.
 *
 * @param story the story
 * @param wrong how many say how it went wrong
 * @param right how many say how it goes right
 * @param mine what the reader says
 */
public record Sided(Released story, int wrong, int right, Optional<Side> mine) {

    /** What more people say than say the other; none while nobody has, or as many say either. */
    public Optional<Side> side() {
        return wrong == right ? Optional.empty() : Optional.of(wrong > right ? Side.WRONG : Side.RIGHT);
    }

    /**
     * What was looked at of the stories of one month. Everybody who sees it may read each of these stories, so that it tells
     * nothing of anybody.
     *
     * @param month its first day
     * @param wrong stories of what went wrong
     * @param right stories of what goes right
     * @param open stories of which nobody has said, or as many say either
     */
    public record Month(LocalDate month, int wrong, int right, int open) {

        /** Is what goes wrong looked at three times as often as what goes right, or more? */
        public boolean leansToWrong() {
            return wrong >= 3 && wrong >= 3 * right;
        }
    }

    /** Month by month, the newest first. */
    static List<Month> months(Collection<Sided> all) {
        Map<LocalDate, List<Sided>> by = all.stream()
                .collect(Collectors.groupingBy(
                        sided -> sided.story().on().withDayOfMonth(1),
                        () -> new TreeMap<>(Comparator.<LocalDate>reverseOrder()),
                        Collectors.toList()));
        return by.entrySet().stream()
                .map(entry -> new Month(
                        entry.getKey(),
                        count(entry.getValue(), Optional.of(Side.WRONG)),
                        count(entry.getValue(), Optional.of(Side.RIGHT)),
                        count(entry.getValue(), Optional.empty())))
                .toList();
    }

    private static int count(List<Sided> all, Optional<Side> side) {
        return (int) all.stream().filter(sided -> sided.side().equals(side)).count();
    }
}
