package org.whorl.server.spirals;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import org.springframework.web.util.HtmlUtils;
import org.whorl.server.design.Screen;

/**
 * The conical spiral, drawn from data: every turn is one whorl, as wide as people have taken part, as high as it took
 * time. Each whorl is a link to its line in the table, so that it is reached by mouse, touch and keyboard alike.
 */
final class SpiralPicture {

    private static final int WIDTH = 420;
    private static final int HEIGHT = 380;
    private static final double CENTRE = 150;
    private static final double BOTTOM = 350;
    private static final double TALL = 290;
    private static final double WIDE = 135;
    // How far a circle seen from a little above is flattened.
    private static final double FLAT = 0.26;
    private static final int STEPS = 72;
    private static final double LINE = 34;

    private final Screen s;
    private final List<Turn> turns;
    private final LocalDate today;

    SpiralPicture(Screen s, List<Turn> turns, LocalDate today) {
        this.s = s;
        this.turns = turns;
        this.today = today;
    }

    String svg() {
        StringBuilder out = new StringBuilder(16_384);
        out.append("""
                <svg class="whorl-picture" viewBox="0 0 %d %d" role="group" aria-label="%s">""".formatted(WIDTH, HEIGHT, HtmlUtils.htmlEscape(s.say("spiral.title"))));
        LocalDate begin = turns.getFirst().startedOn();
        double days = Math.max(1, begin.until(end(turns.getLast()), ChronoUnit.DAYS));
        double most = Math.max(1, turns.getLast().drawn());
        for (Turn turn : turns.reversed()) {
            floor(out, begin.until(end(turn), ChronoUnit.DAYS) / days, turn.drawn() / most);
        }
        double labelled = BOTTOM + LINE;
        for (int i = 0; i < turns.size(); i++) {
            Turn turn = turns.get(i);
            double from = begin.until(turn.startedOn(), ChronoUnit.DAYS) / days;
            double to = Math.max(from + 0.02, begin.until(end(turn), ChronoUnit.DAYS) / days);
            double narrow = (i == 0 ? 0 : turns.get(i - 1).drawn()) / most;
            double wide = turn.drawn() / most;
            labelled = Math.min(labelled - LINE, BOTTOM - TALL * to);
            whorl(out, turn, i % 4 + 1, new double[] {from, to, narrow, wide}, Math.max(labelled, 16));
        }
        return out.append("</svg>").toString();
    }

    private void whorl(StringBuilder out, Turn turn, int colour, double[] span, double labelled) {
        String people = s.people("people", turn.people());
        String name = s.say(
                "spiral.turn.name", turn.number(), s.say("phase." + turn.phase().key()));
        String dates = s.say("spiral.turn.dates", s.month(turn.startedOn()), s.month(end(turn)));
        String heard = HtmlUtils.htmlEscape(name + ": " + people + ", " + dates);
        out.append("<a href=\"#turn-")
                .append(turn.number())
                .append("\" aria-label=\"")
                .append(heard)
                .append("\">");
        out.append("<title>").append(heard).append("</title>");
        StringBuilder all = new StringBuilder();
        StringBuilder near = new StringBuilder();
        boolean drawing = false;
        double x = CENTRE;
        double y = BOTTOM;
        for (int step = 0; step <= STEPS; step++) {
            double share = step / (double) STEPS;
            // Starts and ends at the right, so that each whorl's end meets its label.
            double angle = 2 * Math.PI * share;
            double radius = WIDE * (span[2] + (span[3] - span[2]) * share);
            double up = span[0] + (span[1] - span[0]) * share;
            x = CENTRE + radius * Math.cos(angle);
            y = BOTTOM - TALL * up + radius * FLAT * Math.sin(angle);
            point(all, step == 0, x, y);
            boolean front = Math.sin(angle) >= -1e-9;
            if (front) {
                point(near, !drawing, x, y);
            }
            drawing = front;
        }
        boolean open = turn.endedOn().isEmpty();
        out.append("<path class=\"whorl-touch\" d=\"").append(all).append("\"/>");
        out.append("<path class=\"whorl-far whorl-turn-")
                .append(colour)
                .append("\" d=\"")
                .append(all)
                .append("\"/>");
        out.append("<path class=\"whorl-near whorl-turn-").append(colour).append(open ? " whorl-open" : "");
        out.append("\" d=\"").append(near).append("\"/>");
        out.append(String.format(
                Locale.ROOT, "<path class=\"whorl-lead\" d=\"M%.1f %.1fL%.1f %.1f\"/>", x + 6, y, 296.0, labelled - 4));
        out.append(String.format(
                Locale.ROOT,
                "<circle class=\"whorl-end whorl-turn-%d\" cx=\"%.1f\" cy=\"%.1f\" r=\"4.5\"/>",
                colour,
                x,
                y));
        out.append(String.format(
                Locale.ROOT,
                "<text class=\"whorl-label\" x=\"300\" y=\"%.1f\">%s</text>",
                labelled,
                HtmlUtils.htmlEscape(people)));
        out.append(String.format(
                Locale.ROOT,
                "<text class=\"whorl-label whorl-label--soft\" x=\"300\" y=\"%.1f\">%s</text></a>",
                labelled + 14,
                HtmlUtils.htmlEscape(name)));
    }

    /** The circle a turn ends on, faintly, so that the whole is seen as a cone. */
    private static void floor(StringBuilder out, double up, double wide) {
        out.append(String.format(
                Locale.ROOT,
                "<ellipse class=\"whorl-floor\" cx=\"%.1f\" cy=\"%.1f\" rx=\"%.1f\" ry=\"%.1f\"/>",
                CENTRE,
                BOTTOM - TALL * up,
                WIDE * wide,
                WIDE * wide * FLAT));
    }

    private static void point(StringBuilder path, boolean first, double x, double y) {
        path.append(first ? 'M' : 'L').append(String.format(Locale.ROOT, "%.1f %.1f", x, y));
    }

    private LocalDate end(Turn turn) {
        return turn.endedOn().orElse(today.isBefore(turn.startedOn()) ? turn.startedOn() : today);
    }
}
