package org.whorl.server.spirals;

import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.springframework.web.util.HtmlUtils;
import org.whorl.server.design.Screen;

/** The plan as bars along the months, with empty stretches marked. What it shows stands in the table below it too. */
final class PlanPicture {

    private static final double WIDTH = 720;
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
        if (plan.first().isEmpty()) {
            return "";
        }
        YearMonth first = plan.first().orElseThrow();
        long months = first.until(plan.last().orElseThrow(), ChronoUnit.MONTHS) + 1;
        double month = WIDTH / months;
        double height = TOP + plan.steps().size() * ROW + 6;
        StringBuilder out = new StringBuilder(8192);
        out.append(String.format(
                Locale.ROOT,
                "<svg class=\"whorl-plan\" viewBox=\"0 0 %.0f %.0f\" role=\"img\" aria-label=\"%s\">",
                WIDTH,
                height,
                HtmlUtils.htmlEscape(s.say("plan.picture", plan.steps().size(), months))));
        for (int i = 0; i < months; i++) {
            YearMonth each = first.plusMonths(i);
            out.append(String.format(
                    Locale.ROOT, "<path class=\"w-grid\" d=\"M%.1f %.1fV%.1f\"/>", i * month, TOP - 6, height));
            // With many months only each third is named.
            if (months <= 14 || i % 3 == 0) {
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
            double to = step.throughout() ? WIDTH : (first.until(step.last(), ChronoUnit.MONTHS) + 1) * month;
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
