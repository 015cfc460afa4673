package org.whorl.server.shifts;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.whorl.engine.model.Model;
import org.whorl.server.design.Form;
import org.whorl.server.design.Problem;
import org.whorl.server.design.Screen;
import org.whorl.server.design.Wrong;

/**
 * A proposal as a program sends it; it is read and refused as the page's form is.
 *
 * @param model on which model; absent for the partnership's first
 * @param name what it is called
 * @param translation its name in the other language; may be absent
 * @param why what it is for; may be absent
 * @param moves the places that move
 * @param payments money that does not hang on use; may be absent
 * @param exitTerms how it ends; may be absent
 * @param exitOn the day it ends, or is decided again; may be absent
 * @param noticeMonths how many months before somebody must say that they leave; may be absent
 * @param version the version that is changed; absent for a new proposal
 */
record SentShift(
        Optional<UUID> model,
        Optional<String> name,
        Optional<String> translation,
        Optional<String> why,
        Optional<List<SentMove>> moves,
        Optional<List<SentPayment>> payments,
        Optional<String> exitTerms,
        Optional<String> exitOn,
        Optional<Integer> noticeMonths,
        Optional<Integer> version) {

    /**
     * Places that a service gets or gives.
     *
     * @param service whose, by its id in the model
     * @param places how many more; fewer when below 0; absent where posts are sent
     * @param posts whole-time equivalents that come, or go when below 0
     * @param placesPerPost how many places one post gives
     * @param source where that is known from; absent for a guess
     * @param from the first day; absent for the first of the model's time
     * @param months over how many months they come; absent for all at once
     * @param doubleWeeks of places that go: how many weeks longer they stay open beside the new ones; may be absent
     * @param closing what closing costs once, in pounds; may be absent
     */
    record SentMove(
            Optional<String> service,
            Optional<Integer> places,
            Optional<Double> posts,
            Optional<Double> placesPerPost,
            Optional<String> source,
            Optional<String> from,
            Optional<Integer> months,
            Optional<Integer> doubleWeeks,
            Optional<Double> closing) {}

    /**
     * Money that does not hang on use.
     *
     * @param from who pays, by its id in the model
     * @param to who gets it; absent for somebody outside the partnership
     * @param pounds how much, above 0
     * @param what for
     */
    record SentPayment(Optional<String> from, Optional<String> to, Optional<Double> pounds, Optional<String> what) {}

    private static final Pattern ROW = Pattern.compile("([a-z-]+)([0-9]+)");

    /** The proposal, or everything that is wrong with it. */
    Shift read(Screen s, UUID id, UUID modelId, int modelVersion, Model in, String language) {
        List<SentMove> places = moves.orElse(List.of());
        List<SentPayment> money = payments.orElse(List.of());
        if (places.size() > ShiftForm.MOST || money.size() > ShiftForm.MOST) {
            throw Wrong.field(s, places.size() > ShiftForm.MOST ? "moves" : "payments", "api.rows", ShiftForm.MOST);
        }
        Form form = form(places, money);
        Shift shift = new ShiftForm(form, in).shift(id, modelId, modelVersion, language);
        if (!form.isRight()) {
            throw Wrong.items(form.wrong().stream()
                    .map(field -> Problem.Item.of(sentAs(field), s.say(form.error(field))))
                    .toList());
        }
        return shift;
    }

    private Form form(List<SentMove> places, List<SentPayment> money) {
        Form form = Form.empty();
        name.ifPresent(text -> form.replace("name", text));
        translation.ifPresent(text -> form.replace("translation", text));
        why.ifPresent(text -> form.replace("why", text));
        exitTerms.ifPresent(text -> form.replace("exit-terms", text));
        exitOn.ifPresent(text -> form.replace("exit-on", text));
        noticeMonths.ifPresent(number -> form.replace("notice", number.toString()));
        version.ifPresent(number -> form.replace("version", number.toString()));
        for (int row = 0; row < places.size(); row++) {
            SentMove move = places.get(row);
            // A row of the form that is left blank is none; one that was sent is meant.
            form.replace("service" + row, move.service().orElse("?"));
            form.replace("places" + row, move.places().map(Object::toString).orElse(""));
            form.replace("posts" + row, move.posts().map(MoveRows::plain).orElse(""));
            form.replace(
                    "per-post" + row, move.placesPerPost().map(MoveRows::plain).orElse(""));
            form.replace("source" + row, move.source().orElse(""));
            form.replace(
                    "double" + row, move.doubleWeeks().map(Object::toString).orElse(""));
            form.replace("closing" + row, move.closing().map(MoveRows::plain).orElse(""));
            form.replace("from" + row, move.from().orElse(""));
            form.replace("months" + row, move.months().map(Object::toString).orElse(""));
        }
        for (int row = 0; row < money.size(); row++) {
            SentPayment payment = money.get(row);
            form.replace("payer" + row, payment.from().orElse("?"));
            form.replace("payee" + row, payment.to().orElse(""));
            form.replace("pounds" + row, payment.pounds().map(Object::toString).orElse(""));
            form.replace("what" + row, payment.what().orElse(""));
        }
        return form;
    }

    /** A field of the page's form by the name it has in what was sent. */
    private static String sentAs(String field) {
        Matcher row = ROW.matcher(field);
        if (!row.matches()) {
            return switch (field) {
                case "exit-terms" -> "exitTerms";
                case "exit-on" -> "exitOn";
                case "notice" -> "noticeMonths";
                default -> field;
            };
        }
        String at = "[" + row.group(2) + "].";
        return switch (row.group(1)) {
            case "payer" -> "payments" + at + "from";
            case "payee" -> "payments" + at + "to";
            case "pounds", "what" -> "payments" + at + row.group(1);
            case "per-post" -> "moves" + at + "placesPerPost";
            case "double" -> "moves" + at + "doubleWeeks";
            default -> "moves" + at + row.group(1);
        };
    }
}
