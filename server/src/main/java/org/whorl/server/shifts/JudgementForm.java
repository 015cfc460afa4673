package org.whorl.server.shifts;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.whorl.server.design.Form;

/** A panel's judgement as it is put in. */
final class JudgementForm {

    private static final double MOST_PEOPLE = 1e8;
    private static final double MOST_EACH = 1e6;
    private static final double MOST_POUNDS = 1e10;

    private final Form form;

    JudgementForm(Form form) {
        this.form = form;
    }

    /** The fields for a judgement. */
    static Form of(Judgement judgement, int version) {
        return Form.empty()
                .replace("people", MoveRows.plain(judgement.reached()))
                .replace("each", MoveRows.plain(judgement.each()))
                .replace("chance", MoveRows.plain(judgement.chance() * 100))
                .replace("pounds", judgement.pounds() == 0 ? "" : MoveRows.plain(judgement.pounds()))
                .replace("reference", judgement.reference())
                .replace("who", judgement.who())
                .replace("on", judgement.on().toString())
                .replace("version", String.valueOf(version));
    }

    /** The judgement; empty where something is wrong, which the form then knows. */
    Optional<Judgement> read() {
        double reached = number("people", MOST_PEOPLE, "triangle.people.wrong");
        double each = number("each", MOST_EACH, "triangle.each.wrong");
        double chance = number("chance", 100, "triangle.chance.wrong");
        double pounds = form.value("pounds").isEmpty() ? 0 : number("pounds", MOST_POUNDS, "triangle.pounds.wrong");
        form.require("reference", "triangle.reference.missing");
        form.require("who", "triangle.who.missing");
        Optional<LocalDate> on = day();
        return form.isRight()
                ? on.map(day -> new Judgement(
                        reached, each, chance / 100, pounds, form.value("reference"), form.value("who"), day))
                : Optional.empty();
    }

    private double number(String field, double most, String wrong) {
        try {
            String put = form.value(field).replaceAll("[£%, ]", "");
            double number = put.length() > 24 ? -1 : new BigDecimal(put).doubleValue();
            if (number >= 0 && number <= most) {
                return number;
            }
        } catch (NumberFormatException _) {
            // Said below, like a number that cannot be.
        }
        form.refuse(field, wrong);
        return 0;
    }

    private Optional<LocalDate> day() {
        try {
            return Optional.of(LocalDate.parse(form.value("on")));
        } catch (DateTimeParseException _) {
            form.refuse("on", "shift.exit.on.wrong");
            return Optional.empty();
        }
    }
}
