package org.whorl.server.spirals;

import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.springframework.web.util.HtmlUtils;
import org.whorl.server.design.Screen;

/** The plan as bars along the months, with empty stretches marked. What it shows stands in the table below it too. */
final class PlanPicture {

    /** Widths for a page and for a telephone; the style sheet shows the one that fits. */
    private static final int WIDE = 720;

    private static final int NARROW = 330;
    private static final double LABEL = 44;
    private static final double ROW = 26;
    private static final double TOP = 30;

    private final Screen s;
    private final Plan plan;
    private final YearMonth now;

    PlanPicture(Screen s, Plan plan, YearMonth now) {
        this.s = s;
        this.plan = plan;
        this.now = now;
    }

    /** The picture; nothing when no step has a month. */
    String svg() {
        return plan.first().isEmpty() ? "" : svg(WIDE, "whorl-wide") + svg(NARROW, "whorl-narrow");
    }

    private String svg(int width, String shown) {
        YearMonth first = plan.first().orElseThrow();
        long months = first.until(plan.last().orElseThrow(), ChronoUnit.MONTHS) + 1;
        double month = (double) width / months;
        int labelled = (int) Math.ceil(LABEL / month);
        double height = TOP + plan.steps().size() * ROW + 6;
        StringBuilder out = new StringBuilder(8192);
        out.append(String.format(
                Locale.ROOT,
                "<svg class=\"whorl-plan %s\" viewBox=\"0 0 %d %.0f\" role=\"img\" aria-label=\"%s\">",
                shown,
                width,
                height,
                HtmlUtils.htmlEscape(s.say("plan.picture", plan.steps().size(), months))));
        for (int i = 0; i < months; i++) {
            YearMonth each = first.plusMonths(i);
            out.append(String.format(
                    Locale.ROOT, "<path class=\"w-grid\" d=\"M%.1f %.1fV%.1f\"/>", i * month, TOP - 6, height));
            if (i % labelled == 0) {
                out.append(String.format(
                        Locale.ROOT,
                        "<text class=\"w-soft\" x=\"%.1f\" y=\"16\">%s</text>",
                        i * month + 3,
                        s.language().words().shortMonth(each.getMonth())));
            }
        }
        for (Plan.Gap gap : plan.gaps()) {
            out.append(String.format(
                    Locale.ROOT,
                    "<rect class=\"whorl-gap\" x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\"/>",
                    (gap.from() - 1) * month,
                    TOP - 6,
                    (gap.to() - gap.from() + 1) * month,
                    height - TOP + 6));
        }
        for (int i = 0; i < plan.steps().size(); i++) {
            PlanStep step = plan.steps().get(i);
            double from = step.throughout() ? 0 : first.until(step.first(), ChronoUnit.MONTHS) * month;
            double to = step.throughout() ? width : (first.until(step.last(), ChronoUnit.MONTHS) + 1) * month;
            out.append(String.format(
                    Locale.ROOT,
                    "<rect class=\"%s\" x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" rx=\"5\"><title>%s</title></rect>",
                    step.throughout() ? "whorl-bar whorl-bar--thin" : "whorl-bar",
                    from + 1,
                    TOP + i * ROW + (step.throughout() ? 8 : 3),
                    Math.max(3, to - from - 2),
                    step.throughout() ? 6.0 : ROW - 8,
                    HtmlUtils.htmlEscape(step.name())));
        }
        if (!now.isBefore(first) && !now.isAfter(plan.last().orElseThrow())) {
            double x = (first.until(now, ChronoUnit.MONTHS) + 0.5) * month;
            out.append(String.format(
                    Locale.ROOT, "<path class=\"whorl-now\" d=\"M%.1f %.1fV%.1f\"/>", x, TOP - 8, height));
        }
        return out.append("</svg>").toString();
    }
}
