package org.whorl.server.stories;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.whorl.server.design.Form;
import org.whorl.server.design.Language;
import org.whorl.server.people.Place;
import org.whorl.server.people.PrivateCode;

/** What has been said so far travels with the form from screen to screen; this knows its fields, and what is wrong with one. */
final class TellForm {

    static final int LONGEST = 6_000;
    static final int LONGEST_LINE = 200;

    /** What a page asked about, in the address that led here; see {@link About}. */
    static final String POINT = "point";

    private static final Set<String> TELLERS = Set.of("own", "typed", "authority", "bereaved");
    private static final Set<String> NAMES = Set.of("none", "mine", "other");
    private static final Set<String> COUNTRIES = Set.of("wales", "england", "elsewhere");

    private TellForm() {}

    /** The fields on a screen. */
    static List<String> fields(Step step) {
        return switch (step) {
            case KIND -> List.of("kind");
            case STRENGTH -> List.of("strength");
            case ABOUT -> List.of("about");
            case WORDS -> List.of("words", "words-in", AttachedForm.VOICE);
            case TELLER -> List.of("teller");
            case AGE -> List.of("age");
            case PLACE -> List.of("where");
            case AUDIENCE ->
                Arrays.stream(Audience.values()).map(TellForm::field).toList();
            case NAME -> List.of("name-choice", "name");
            case ANSWER -> List.of("answer", "contact");
            case CHECK -> AttachedForm.descriptions();
        };
    }

    /** The box for an audience. */
    static String field(Audience audience) {
        return "for-" + audience.key();
    }

    /** The fields that go along unseen: those of all other screens that hold something. */
    static List<String> carried(Step shown, Form form) {
        return Stream.concat(
                        Stream.of(POINT),
                        Arrays.stream(Step.values())
                                .filter(step -> step != shown)
                                .flatMap(step -> fields(step).stream()))
                .filter(field -> !form.value(field).isEmpty())
                .toList();
    }

    /** Gives the form a key of its own, unless it brings one. */
    static void begin(Form form) {
        if (!PrivateCode.isOne(form.value("key"))) {
            form.replace("key", PrivateCode.fresh());
        }
    }

    static Kind kind(Form form) {
        return Kind.find(form.value("kind")).orElse(Kind.STORY);
    }

    static Optional<Age> age(Form form) {
        return Age.find(form.value("age"));
    }

    /** Notes what is wrong on a screen. */
    static void check(Step step, Form form, List<Place> places) {
        fields(step).stream()
                .filter(field -> form.value(field).length()
                        > (field.equals("words") || field.equals("strength") ? LONGEST : LONGEST_LINE))
                .forEach(field -> form.refuse(field, "tell.too-long"));
        switch (step) {
            case KIND -> refuseUnless(Kind.find(form.value("kind")).isPresent(), form, "kind", "tell.kind.blank");
            case STRENGTH, CHECK -> {}
            case ABOUT -> {
                form.require("about", "tell.about." + kind(form).key() + ".blank");
                if (kind(form) == Kind.BARRIER && Blame.namesSomebody(form.value("about"))) {
                    form.refuse("about", "tell.about.barrier.person");
                }
            }
            case WORDS -> {
                if (!form.ticked(AttachedForm.VOICE)) {
                    form.require("words", "tell.words.blank");
                }
            }
            case TELLER -> refuseUnless(TELLERS.contains(form.value("teller")), form, "teller", "tell.teller.blank");
            case AGE -> refuseUnless(age(form).isPresent(), form, "age", "tell.age.blank");
            case PLACE ->
                refuseUnless(
                        COUNTRIES.contains(form.value("where"))
                                || place(form, places).isPresent(),
                        form,
                        "where",
                        "tell.where.blank");
            case AUDIENCE ->
                // What somebody of that age cannot choose is not on the screen; a form made by hand could hold it.
                refuseUnless(
                        age(form).map(Audience::open).orElse(List.of()).containsAll(audiences(form)),
                        form,
                        field(Audience.TEAM),
                        "tell.age.blank");
            case NAME -> {
                refuseUnless(NAMES.contains(form.value("name-choice")), form, "name-choice", "tell.name.blank");
                if (!form.value("name-choice").equals("none")) {
                    form.require("name", "tell.name.which");
                }
            }
            case ANSWER ->
                refuseUnless(Language.find(form.value("answer")).isPresent(), form, "answer", "tell.answer.blank");
        }
    }

    private static void refuseUnless(boolean right, Form form, String field, String sentence) {
        if (!right) {
            form.refuse(field, sentence);
        }
    }

    static Set<Audience> audiences(Form form) {
        return Arrays.stream(Audience.values())
                .filter(each -> form.ticked(field(each)))
                .collect(Collectors.toSet());
    }

    static Optional<UUID> place(Form form, List<Place> places) {
        return form.chosen("where", places, Place::id);
    }

    /** What the whole form says, once nothing is wrong with it. */
    static Telling telling(Form form, Where where, List<Place> places, Came came) {
        Kind kind = kind(form);
        List<Step> steps = Step.of(kind);
        Optional<UUID> place = place(form, places);
        boolean named = !form.value("name-choice").equals("none");
        return new Telling(
                form.value("key"),
                kind,
                came,
                Language.find(form.value("words-in")).orElse(Language.EN),
                steps.contains(Step.STRENGTH) ? form.value("strength") : "",
                steps.contains(Step.ABOUT) ? form.value("about") : "",
                form.value("words"),
                form.value("teller"),
                age(form).orElseThrow(),
                place.isPresent() ? where.nation() : form.value("where"),
                place,
                form.value("name-choice"),
                named ? form.value("name") : "",
                Language.of(form.value("answer")),
                form.value("contact"),
                audiences(form));
    }
}
