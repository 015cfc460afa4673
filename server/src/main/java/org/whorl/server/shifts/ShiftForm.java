package org.whorl.server.shifts;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.whorl.engine.ledger.Payment;
import org.whorl.engine.model.Model;
import org.whorl.engine.model.Partner;
import org.whorl.server.design.Form;

/** A shift as it is put in: rows of moves and of payments; a row left blank is no row. */
final class ShiftForm {

    static final int MOST = 20;

    /** The fields of a row of moves, and of payments, before the number of the row. */
    static final List<String> MOVE_FIELDS =
            List.of("service", "places", "posts", "per-post", "source", "from", "months", "double", "closing");

    static final List<String> PAYMENT_FIELDS = List.of("payer", "payee", "pounds", "what");

    /** As many blank rows stand below those that are filled in. */
    private static final int BLANK = 2;

    private static final double MOST_POUNDS = 1e10;
    private static final int MOST_NOTICE = 60;

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
        form.replace("why", shift.why()).replace("exit-terms", shift.exit().terms());
        form.replace("exit-on", shift.exit().on().map(LocalDate::toString).orElse(""));
        int notice = shift.exit().noticeMonths();
        form.replace("notice", notice == 0 ? "" : String.valueOf(notice));
        form.replace("version", String.valueOf(shift.version()));
        int row = 0;
        for (Move move : shift.moves()) {
            MoveRows.put(form, row, move);
            row++;
        }
        row = 0;
        for (Payment payment : shift.payments()) {
            form.replace("payer" + row, payment.from()).replace("payee" + row, payment.to());
            form.replace("pounds" + row, MoveRows.plain(payment.pounds()));
            form.replace("what" + row, payment.what());
            row++;
        }
        return form;
    }

    /** How many rows of moves to show. */
    int moveRows() {
        return rows(MOVE_FIELDS);
    }

    /** How many rows of payments to show. */
    int paymentRows() {
        return rows(PAYMENT_FIELDS);
    }

    private int rows(List<String> fields) {
        int last = -1;
        for (int row = 0; row < MOST; row++) {
            int at = row;
            if (fields.stream().anyMatch(field -> !form.value(field + at).isEmpty())) {
                last = row;
            }
        }
        return Math.min(MOST, last + 1 + BLANK);
    }

    /** The moves that hold; what does not is noted in the form. */
    List<Move> moves() {
        return new MoveRows(form, model).read();
    }

    /** The payments that hold; what does not is noted in the form. */
    List<Payment> payments() {
        List<Payment> payments = new ArrayList<>();
        for (int row = 0; row < MOST; row++) {
            int at = row;
            if (PAYMENT_FIELDS.stream().allMatch(field -> form.value(field + at).isEmpty())) {
                continue;
            }
            String payer = form.value("payer" + row);
            String payee = form.value("payee" + row);
            if (model.findPartner(payer).isEmpty()) {
                form.refuse("payer" + row, "shift.payer.missing");
            } else if (payer.equals(payee)
                    || (!payee.isEmpty() && model.findPartner(payee).isEmpty())) {
                form.refuse("payee" + row, "shift.payee.same");
            }
            pounds(row)
                    .filter(_ -> form.error("payer" + at).isEmpty()
                            && form.error("payee" + at).isEmpty())
                    .ifPresent(pounds -> payments.add(new Payment(
                            payer,
                            model.findPartner(payee).map(Partner::id).orElse(""),
                            pounds,
                            form.value("what" + at))));
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

    /** How it ends; what cannot be is noted in the form. */
    Exit exit() {
        Optional<LocalDate> on = Optional.empty();
        if (!form.value("exit-on").isEmpty()) {
            try {
                on = Optional.of(LocalDate.parse(form.value("exit-on")));
            } catch (DateTimeParseException _) {
                form.refuse("exit-on", "shift.exit.on.wrong");
            }
        }
        int notice = form.value("notice").isEmpty() ? 0 : form.number("notice").orElse(-1);
        if (notice < 0 || notice > MOST_NOTICE) {
            form.refuse("notice", "shift.exit.notice.wrong");
        }
        return new Exit(form.value("exit-terms"), on, Math.max(0, notice));
    }

    /** The shift that was put in; the form knows what is wrong with it. */
    Shift shift(UUID id, UUID modelId, int modelVersion, String language) {
        List<Move> moves = moves();
        List<Payment> payments = payments();
        Exit exit = exit();
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
                payments,
                exit,
                Optional.empty(),
                Instant.EPOCH,
                form.number("version").orElse(1));
    }
}
