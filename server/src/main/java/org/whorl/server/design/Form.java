package org.whorl.server.design;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** What somebody has put into a form, and what is still wrong with it. */
public final class Form {

    private final Map<String, String> values;
    private final Map<String, String> errors = new LinkedHashMap<>();

    /** A form with these values. */
    public Form(Map<String, String> values) {
        this.values = new LinkedHashMap<>(values);
    }

    /** An empty form. */
    public static Form empty() {
        return new Form(Map.of());
    }

    /** The value of a field, without blanks around it; empty when there is none. */
    public String value(String field) {
        return values.getOrDefault(field, "").strip();
    }

    /** The value of a field to the last blank, as a password is. */
    public String exactly(String field) {
        return values.getOrDefault(field, "");
    }

    /** Is a box ticked? */
    public boolean ticked(String field) {
        return values.containsKey(field)
                && !value(field).equals("no")
                && !value(field).isEmpty();
    }

    /** Has anything been put in? */
    public boolean isEmpty() {
        return values.isEmpty();
    }

    /** Puts a value in unless there is one. */
    public Form preset(String field, String value) {
        values.putIfAbsent(field, value);
        return this;
    }

    /** Puts in what a link brings, beside what somebody has typed already. */
    public Form presetAll(Map<String, String> brought) {
        brought.forEach(this::preset);
        return this;
    }

    /** All that was put in. */
    public Map<String, String> values() {
        return Map.copyOf(values);
    }

    /** Puts a value in, whatever was there. */
    public Form replace(String field, String value) {
        values.put(field, value);
        return this;
    }

    /** The whole number in a field. */
    public Optional<Integer> number(String field) {
        try {
            return Optional.of(Integer.valueOf(value(field)));
        } catch (NumberFormatException _) {
            return Optional.empty();
        }
    }

    /**
     * The day in a field, if it is one that has been; otherwise notes what is wrong.
     *
     * @param blank the name of the sentence for no day
     */
    public Optional<LocalDate> pastDay(String field, String blank, LocalDate today) {
        Optional<LocalDate> day = day(field);
        if (day.isEmpty()) {
            refuse(field, blank);
        } else if (day.get().isAfter(today)) {
            refuse(field, "day.future");
        }
        return day.filter(each -> !each.isAfter(today));
    }

    /** The day in a field, written as 2026-11-23. */
    public Optional<LocalDate> day(String field) {
        try {
            return Optional.of(LocalDate.parse(value(field)));
        } catch (DateTimeParseException _) {
            return Optional.empty();
        }
    }

    /** The day in a field that may be left blank; notes that sentence if something else stands there. */
    public Optional<LocalDate> day(String field, String sentence) {
        Optional<LocalDate> day = day(field);
        if (day.isEmpty() && !value(field).isEmpty()) {
            refuse(field, sentence);
        }
        return day;
    }

    /** The one of these that a field names by its id, if it names one. */
    public <T> Optional<UUID> chosen(String field, Collection<T> all, Function<T, UUID> id) {
        return chosen(field, all.stream().map(id).toList());
    }

    /** The one of these ids that a field names, if it names one. */
    public Optional<UUID> chosen(String field, Collection<UUID> all) {
        return all.stream().filter(id -> id.toString().equals(value(field))).findFirst();
    }

    /** Notes what is wrong with a field, as the name of a sentence. */
    public void refuse(String field, String sentence) {
        errors.putIfAbsent(field, sentence);
    }

    /** Notes that a field must not be left blank. */
    public void require(String field, String sentence) {
        if (value(field).isEmpty()) {
            refuse(field, sentence);
        }
    }

    /** Is nothing wrong? */
    public boolean isRight() {
        return errors.isEmpty();
    }

    /** What is wrong with a field, as the name of a sentence; empty when nothing is. */
    public String error(String field) {
        return errors.getOrDefault(field, "");
    }

    /** The fields something is wrong with, in the order of the form. */
    public List<String> wrong() {
        return List.copyOf(errors.keySet());
    }
}
