package org.whorl.server.shifts;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.whorl.engine.model.Model;
import org.whorl.server.design.Form;

/** A shift as it is put in: rows of moves and of payments; a row left blank is no row. */
final class ShiftForm {

    /** As many blank rows stand below those that are filled in. */
    private static final int BLANK = 2;

    static final int MOST = 20;

    private static final double MOST_POUNDS = 1e10;
    private static final int MOST_PLACES = 1_000_000;

    private final Form form;
    private final Model model;

    ShiftForm(Form form, Model model) {
        this.form = form;
        this.model = model;
    }

    /** The form's fields for a shift. */
    static Form of(Shift shift) {
        Form form = Form.empty();
        form.replace("name", shift.name()).replace("translation", shift.translation());
        form.replace("why", shift.why()).replace("exit-terms", shift.exitTerms());
        form.replace("version", String.valueOf(shift.version()));
        int row = 0;
        for (Move move : shift.moves()) {
            form.replace("service" + row, move.service()).replace("places" + row, String.valueOf(move.places()));
            form.replace("from" + row, move.from().toString()).replace("months" + row, String.valueOf(move.months()));
            row++;
        }
        row = 0;
        for (Payment payment : shift.payments()) {
            form.replace("payer" + row, payment.from()).replace("payee" + row, payment.to());
            form.replace(
                    "pounds" + row,
                    BigDecimal.valueOf(payment.pounds()).stripTrailingZeros().toPlainString());
            form.replace("what" + row, payment.what());
            row++;
        }
        return form;
    }

    /** How many rows of moves to show. */
    int moveRows() {
        return rows("service", "places");
    }

    /** How many rows of payments to show. */
    int paymentRows() {
        return rows("payer", "pounds");
    }

    private int rows(String first, String second) {
        int last = -1;
        for (int row = 0; row < MOST; row++) {
            if (!form.value(first + row).isEmpty() || !form.value(second + row).isEmpty()) {
                last = row;
            }
        }
        return Math.min(MOST, last + 1 + BLANK);
    }

    /** The moves that hold; what does not is noted in the form. */
    List<Move> moves() {
        List<Move> moves = new ArrayList<>();
        for (int row = 0; row < MOST; row++) {
            String service = form.value("service" + row);
            if (service.isEmpty() && form.value("places" + row).isEmpty()) {
                continue;
            }
            if (model.findService(service)
                    .filter(s -> !s.capacity().isUnlimited())
                    .isEmpty()) {
                form.refuse("service" + row, "shift.service.missing");
                continue;
            }
            Optional<Integer> places = whole("places" + row);
            if (places.isEmpty() || places.get() == 0 || Math.abs(places.get()) > MOST_PLACES) {
                form.refuse("places" + row, "shift.places.missing");
                continue;
            }
            Optional<LocalDate> from = day("from" + row);
            int months = form.value("months" + row).isEmpty()
                    ? 1
                    : whole("months" + row).orElse(-1);
            if (months < 0 || months > 60) {
                form.refuse("months" + row, "shift.months.wrong");
            }
            if (from.isPresent() && form.error("months" + row).isEmpty()) {
                moves.add(new Move(service, places.get(), from.get(), months));
            }
        }
        return moves;
    }

    private Optional<Integer> whole(String field) {
        try {
            return Optional.of(Integer.valueOf(
                    form.value(field).replace(",", "").replace("+", "").replace('−', '-')));
        } catch (NumberFormatException _) {
            return Optional.empty();
        }
    }

    /** A day of the model's time; the first where the field is blank. */
    private Optional<LocalDate> day(String field) {
        LocalDate first = model.time().start();
        if (form.value(field).isEmpty()) {
            return Optional.of(first);
        }
        try {
            LocalDate day = LocalDate.parse(form.value(field));
            if (day.isBefore(first) || !day.isBefore(first.plusDays(model.time().days()))) {
                form.refuse(field, "shift.from.outside");
                return Optional.empty();
            }
            return Optional.of(day);
        } catch (DateTimeParseException _) {
            form.refuse(field, "shift.from.wrong");
            return Optional.empty();
        }
    }

    /** The payments that hold; what does not is noted in the form. */
    List<Payment> payments() {
        List<Payment> payments = new ArrayList<>();
        for (int row = 0; row < MOST; row++) {
            int at = row;
            String payer = form.value("payer" + row);
            if (payer.isEmpty() && form.value("pounds" + row).isEmpty()) {
                continue;
            }
            String payee = form.value("payee" + row);
            if (model.findPartner(payer).isEmpty()) {
                form.refuse("payer" + row, "shift.payer.missing");
            } else if (payer.equals(payee)) {
                form.refuse("payee" + row, "shift.payee.same");
            } else {
                pounds(row)
                        .ifPresent(pounds -> payments.add(new Payment(
                                payer,
                                model.findPartner(payee).map(p -> p.id()).orElse(""),
                                pounds,
                                form.value("what" + at))));
            }
        }
        return payments;
    }

    private Optional<Double> pounds(int row) {
        try {
            double pounds = new BigDecimal(form.value("pounds" + row).replaceAll("[£, ]", "")).doubleValue();
            if (pounds > 0 && pounds <= MOST_POUNDS) {
                return Optional.of(pounds);
            }
        } catch (NumberFormatException _) {
            // Said below, as for any other sum that cannot be.
        }
        form.refuse("pounds" + row, "shift.pounds.wrong");
        return Optional.empty();
    }

    /** The shift that was put in; the form knows what is wrong with it. */
    Shift shift(UUID id, UUID modelId, int modelVersion, String language) {
        List<Move> moves = moves();
        form.require("name", "shift.name.missing");
        if (moves.isEmpty() && form.isRight()) {
            form.refuse("service0", "shift.service.missing");
        }
        return new Shift(
                id,
                modelId,
                modelVersion,
                form.value("name"),
                language,
                form.value("translation"),
                form.value("why"),
                moves,
                payments(),
                form.value("exit-terms"),
                Optional.empty(),
                Instant.EPOCH,
                form.number("version").orElse(1));
    }
}
