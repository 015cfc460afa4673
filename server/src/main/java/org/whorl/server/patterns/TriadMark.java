package org.whorl.server.patterns;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.whorl.server.design.Form;
import org.whorl.server.stories.Placement;

/**
 * A mark as somebody typed it: forgiving, for people say how much of each, and need not add up.
 *
 * @param placement where it is
 * @param came what their numbers came to; 100 where nothing had to be made to fit
 */
record TriadMark(Placement placement, long came) {

    private static final int WHOLE = 100;

    /** Who presses the button of an end means most of it, not all. */
    private static final double MOST = 0.8;

    private static final Pattern NUMBER = Pattern.compile("\\d{1,6}(\\.\\d{1,6})?");

    /** The name of a field. */
    static String field(int end) {
        return "part-" + (end + 1);
    }

    /** What was typed or pressed; notes what is wrong with it. */
    static Optional<TriadMark> read(Form form, int ends) {
        if (form.ticked("none")) {
            return Optional.of(new TriadMark(Placement.DOES_NOT_APPLY, WHOLE));
        }
        int mostly = form.number("mostly").orElse(0);
        if (mostly >= 1 && mostly <= ends) {
            return Optional.of(new TriadMark(
                    new Placement(IntStream.range(0, ends)
                            .mapToObj(end -> end == mostly - 1 ? MOST : (1 - MOST) / (ends - 1))
                            .toList()),
                    WHOLE));
        }
        List<Double> typed = new ArrayList<>();
        for (int end = 0; end < ends; end++) {
            String value =
                    form.value(field(end)).replace("%", "").replace(',', '.').strip();
            if (!value.isEmpty() && !NUMBER.matcher(value).matches()) {
                form.refuse(field(end), "place.not-a-number");
            } else {
                typed.add(value.isEmpty() ? 0 : Double.parseDouble(value));
            }
        }
        double sum = typed.stream().mapToDouble(Double::doubleValue).sum();
        if (form.isRight() && !(sum > 0)) {
            form.refuse(field(0), "place.blank");
        }
        return form.isRight()
                ? Optional.of(new TriadMark(
                        new Placement(typed.stream().map(part -> part / sum).toList()), Math.round(sum)))
                : Optional.empty();
    }

    /** As whole numbers that come to 100. */
    static List<Integer> percent(Placement placement) {
        List<Double> exact =
                placement.parts().stream().map(part -> part * WHOLE).toList();
        int[] whole = exact.stream().mapToInt(Double::intValue).toArray();
        int missing = exact.isEmpty() ? 0 : WHOLE - IntStream.of(whole).sum();
        IntStream.range(0, whole.length)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> whole[i] - exact.get(i)))
                .limit(missing)
                .forEach(i -> whole[i]++);
        return IntStream.of(whole).boxed().toList();
    }
}
