package org.whorl.server.shifts;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.whorl.engine.model.Model;
import org.whorl.server.design.Form;

/** The rows of a form that say what moves; a row left blank is no row, and what is wrong in a row is noted at its box. */
final class MoveRows {

    private static final int MOST_PLACES = 1_000_000;
    private static final double MOST_POUNDS = 1e10;
    private static final int MOST_MONTHS = 60;
    private static final int MOST_WEEKS = 104;

    private final Form form;
    private final Model model;

    MoveRows(Form form, Model model) {
        this.form = form;
        this.model = model;
    }

    /** The fields of a row that holds this move. */
    static void put(Form form, int row, Move move) {
        form.replace("service" + row, move.service());
        if (move.staff().isSaid()) {
            form.replace("posts" + row, plain(move.staff().posts()));
            form.replace("per-post" + row, plain(move.staff().placesPerPost()));
            form.replace("source" + row, move.staff().source());
        } else {
            form.replace("places" + row, String.valueOf(move.places()));
        }
        form.replace("from" + row, move.from().toString());
        form.replace("months" + row, String.valueOf(move.months()));
        form.replace("double" + row, move.doubleWeeks() == 0 ? "" : String.valueOf(move.doubleWeeks()));
        form.replace("closing" + row, move.closing() == 0 ? "" : plain(move.closing()));
    }

    static String plain(double value) {
        return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }

    /** The moves that hold. */
    List<Move> read() {
        List<Move> moves = new ArrayList<>();
        for (int row = 0; row < ShiftForm.MOST; row++) {
            if (!isBlank(row)) {
                read(row).ifPresent(moves::add);
            }
        }
        return moves;
    }

    private boolean isBlank(int row) {
        return ShiftForm.MOVE_FIELDS.stream()
                .allMatch(field -> form.value(field + row).isEmpty());
    }

    private Optional<Move> read(int row) {
        String service = form.value("service" + row);
        if (model.findService(service).filter(s -> !s.capacity().isUnlimited()).isEmpty()) {
            form.refuse("service" + row, "shift.service.missing");
        }
        Move.Staff staff = staff(row);
        int places = staff.isSaid() ? staff.places() : places(row);
        Optional<LocalDate> from = day("from" + row);
        int months = whole("months" + row, 1, 0, MOST_MONTHS, "shift.months.wrong");
        int weeks = whole("double" + row, 0, 0, MOST_WEEKS, "shift.double.wrong");
        double closing = closing(row);
        if (places > 0 && weeks > 0) {
            form.refuse("double" + row, "shift.double.gives");
        }
        if (places > 0 && closing > 0) {
            form.refuse("closing" + row, "shift.closing.gives");
        }
        if (from.isPresent() && isOutside(from.get().plusWeeks(weeks))) {
            form.refuse(weeks > 0 ? "double" + row : "from" + row, "shift.from.outside");
        }
        return ShiftForm.MOVE_FIELDS.stream()
                        .allMatch(field -> form.error(field + row).isEmpty())
                ? from.map(day -> new Move(service, places, day, months, weeks, closing, staff))
                : Optional.empty();
    }

    /** The places of a row; 0 where something is wrong with them, which is then noted. */
    private int places(int row) {
        String field = "places" + row;
        Optional<Integer> places = integer(form.value(field));
        if (places.isEmpty() || places.get() == 0 || Math.abs(places.get()) > MOST_PLACES) {
            form.refuse(field, "shift.places.missing");
            return 0;
        }
        return places.get();
    }

    private Move.Staff staff(int row) {
        String posts = form.value("posts" + row);
        if (posts.isEmpty()) {
            return Move.Staff.NOT_SAID;
        }
        if (!form.value("places" + row).isEmpty()) {
            form.refuse("posts" + row, "shift.posts.both");
            return Move.Staff.NOT_SAID;
        }
        Optional<Double> count = number(posts);
        Optional<Double> per = number(form.value("per-post" + row));
        if (count.isEmpty() || count.get() == 0 || Math.abs(count.get()) > MOST_PLACES) {
            form.refuse("posts" + row, "shift.posts.wrong");
        }
        if (per.isEmpty() || per.get() <= 0 || per.get() > MOST_PLACES) {
            form.refuse("per-post" + row, "shift.posts.per.wrong");
        }
        Move.Staff staff = new Move.Staff(count.orElse(1.0), per.orElse(1.0), form.value("source" + row));
        if (form.error("posts" + row).isEmpty() && form.error("per-post" + row).isEmpty() && staff.places() == 0) {
            form.refuse("posts" + row, "shift.posts.too-few");
        }
        return staff;
    }

    private double closing(int row) {
        String field = "closing" + row;
        if (form.value(field).isEmpty()) {
            return 0;
        }
        Optional<Double> pounds = number(form.value(field).replace("£", ""));
        if (pounds.isEmpty() || pounds.get() < 0 || pounds.get() > MOST_POUNDS) {
            form.refuse(field, "shift.closing.wrong");
        }
        return pounds.orElse(0.0);
    }

    private int whole(String field, int blank, int least, int most, String wrong) {
        if (form.value(field).isEmpty()) {
            return blank;
        }
        int value = integer(form.value(field)).orElse(-1);
        if (value < least || value > most) {
            form.refuse(field, wrong);
            return blank;
        }
        return value;
    }

    private static Optional<Integer> integer(String text) {
        try {
            return Optional.of(Integer.valueOf(cleaned(text)));
        } catch (NumberFormatException _) {
            return Optional.empty();
        }
    }

    private static Optional<Double> number(String text) {
        try {
            return cleaned(text).length() > 24
                    ? Optional.empty()
                    : Optional.of(new BigDecimal(cleaned(text)).doubleValue());
        } catch (NumberFormatException _) {
            return Optional.empty();
        }
    }

    /** As people write numbers here: 1,500 is one and a half thousand, and a minus may be a dash. */
    private static String cleaned(String text) {
        return text.replaceAll("[, +]", "").replace('−', '-');
    }

    /** A day of the model's time; the first where the field is blank. */
    private Optional<LocalDate> day(String field) {
        if (form.value(field).isEmpty()) {
            return Optional.of(model.time().start());
        }
        try {
            LocalDate day = LocalDate.parse(form.value(field));
            if (isOutside(day)) {
                form.refuse(field, "shift.from.outside");
            }
            return Optional.of(day);
        } catch (DateTimeParseException _) {
            form.refuse(field, "shift.from.wrong");
            return Optional.empty();
        }
    }

    private boolean isOutside(LocalDate day) {
        LocalDate first = model.time().start();
        return day.isBefore(first) || !day.isBefore(first.plusDays(model.time().days()));
    }
}
