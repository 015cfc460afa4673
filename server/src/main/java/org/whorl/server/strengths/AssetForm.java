package org.whorl.server.strengths;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.whorl.server.design.Form;
import org.whorl.server.design.Merge;

/** Something for the map as it is put in. */
final class AssetForm {

    private static final int LONGEST = 1_000;
    private static final Pattern POSTCODE = Pattern.compile("(?i)[A-Z]{1,2}[0-9][0-9A-Z]? ?[0-9][A-Z]{2}");
    private static final Pattern EMAIL = Pattern.compile("[^\\s@]+@[^\\s@]+\\.[^\\s@]+");
    private static final Pattern URL = Pattern.compile("https?://[^\\s]+");

    /** What two people who changed one compare. */
    static final List<Merge.Field> FIELDS = List.of(
            new Merge.Field("kind", "kind", "asset.kind"),
            new Merge.Field("name-en", "name_en", "asset.name-en"),
            new Merge.Field("name-cy", "name_cy", "asset.name-cy"),
            new Merge.Field("what-en", "what_en", "asset.what-en"),
            new Merge.Field("what-cy", "what_cy", "asset.what-cy"),
            new Merge.Field("gives", "gives", "asset.gives"),
            new Merge.Field("place", "place", "asset.place"),
            new Merge.Field("address", "address", "asset.address"),
            new Merge.Field("postcode", "postcode", "asset.postcode"),
            new Merge.Field("days", "days", "asset.days"),
            new Merge.Field("opens", "opens", "asset.opens"),
            new Merge.Field("closes", "closes", "asset.closes"),
            new Merge.Field("hours", "hours", "asset.hours"),
            new Merge.Field("contact", "contact", "asset.contact"),
            new Merge.Field("phone", "phone", "asset.phone"),
            new Merge.Field("email", "email", "asset.email"),
            new Merge.Field("url", "url", "asset.url"),
            new Merge.Field("partner", "partner", "asset.partner"),
            new Merge.Field("consent-by", "consent_by", "asset.consent-by"),
            new Merge.Field("consent-how", "consent_how", "asset.consent-how"),
            new Merge.Field("consent-on", "consent_on", "asset.consent-on"),
            new Merge.Field("open-to", "open_to", "asset.open-to"));

    private final Form form;

    /** Boxes that are ticked become one value each, so that two people's can be laid side by side. */
    AssetForm(Form form) {
        this.form = form;
        form.replace(
                "gives",
                Give.text(Arrays.stream(Give.values())
                        .filter(give -> form.ticked("give-" + give.key()))
                        .toList()));
        form.replace(
                "days",
                String.join(
                        ",",
                        Asset.Open.DAYS.stream()
                                .filter(day -> form.ticked("day-" + day))
                                .toList()));
    }

    /** An asset in a form. */
    static Form of(Asset asset) {
        Map<String, String> values = new HashMap<>(Map.ofEntries(
                Map.entry("version", Integer.toString(asset.version())),
                Map.entry("kind", asset.kind().key()),
                Map.entry("name-en", asset.name().en()),
                Map.entry("name-cy", asset.name().cy()),
                Map.entry("what-en", asset.what().en()),
                Map.entry("what-cy", asset.what().cy()),
                Map.entry("gives", Give.text(asset.gives())),
                Map.entry("place", asset.where().place().map(UUID::toString).orElse("")),
                Map.entry("address", asset.where().address()),
                Map.entry("postcode", asset.where().postcode()),
                Map.entry("days", String.join(",", asset.open().days())),
                Map.entry("opens", asset.open().opens()),
                Map.entry("closes", asset.open().closes()),
                Map.entry("hours", asset.open().words()),
                Map.entry("contact", asset.reach().contact()),
                Map.entry("phone", asset.reach().phone()),
                Map.entry("email", asset.reach().email()),
                Map.entry("url", asset.reach().url()),
                Map.entry("partner", asset.partner().map(UUID::toString).orElse("")),
                Map.entry("consent-by", asset.consent().by()),
                Map.entry("consent-how", asset.consent().how()),
                Map.entry("consent-on", asset.consent().on().toString()),
                Map.entry("open-to", asset.consent().isPublic() ? "public" : "partnership")));
        return ticked(new Form(values));
    }

    /** Ticks the boxes that its two lists name, and no others. */
    static Form ticked(Form form) {
        List<String> gives = List.of(form.value("gives").split(","));
        for (Give give : Give.values()) {
            form.replace("give-" + give.key(), gives.contains(give.key()) ? "yes" : "");
        }
        List<String> days = List.of(form.value("days").split(","));
        for (String day : Asset.Open.DAYS) {
            form.replace("day-" + day, days.contains(day) ? "yes" : "");
        }
        return form;
    }

    /**
     * What was put in, with what cannot be refused by name.
     *
     * @param places where it may be
     * @param partners whose it may be
     * @return nothing while something is wrong
     */
    Optional<Asset> asset(UUID id, Set<UUID> places, Set<UUID> partners, Asset.Check check, LocalDate today) {
        Optional<Asset.Kind> kind = Asset.Kind.find(form.value("kind"));
        if (kind.isEmpty()) {
            form.refuse("kind", "asset.kind.blank");
        }
        if (form.value("name-en").isEmpty() && form.value("name-cy").isEmpty()) {
            form.refuse("name-en", "asset.name.blank");
        }
        if (form.value("what-en").isEmpty() && form.value("what-cy").isEmpty()) {
            form.refuse("what-en", "asset.what.blank");
        }
        refuseUnless("postcode", POSTCODE, "asset.postcode.wrong");
        checkHours();
        refuseUnless("email", EMAIL, "asset.email.wrong");
        refuseUnless("url", URL, "asset.url.wrong");
        Optional<LocalDate> agreed = checkConsent(kind, today);
        if (!form.isRight()) {
            return Optional.empty();
        }
        return Optional.of(new Asset(
                id,
                kind.orElseThrow(),
                new Both(text("name-en"), text("name-cy")),
                new Both(text("what-en"), text("what-cy")),
                Give.list(form.value("gives")),
                new Asset.Where(one("place", places), text("address"), text("postcode")),
                new Asset.Open(
                        form.value("days").isEmpty()
                                ? List.of()
                                : List.of(form.value("days").split(",")),
                        form.value("opens"),
                        form.value("closes"),
                        text("hours")),
                new Asset.Reach(text("contact"), text("phone"), text("email"), text("url")),
                one("partner", partners),
                new Asset.Consent(
                        text("consent-by"),
                        form.value("consent-how"),
                        agreed.orElseThrow(),
                        form.value("open-to").equals("public")),
                check,
                form.number("version").orElse(1)));
    }

    /** A day with its hours, or none of them. */
    private void checkHours() {
        boolean days = !form.value("days").isEmpty();
        boolean hours = !form.value("opens").isEmpty() || !form.value("closes").isEmpty();
        if (hours && !days) {
            form.refuse("day-MO", "asset.days.blank");
        }
        if (hours || days) {
            try {
                if (!time("opens").isBefore(time("closes"))) {
                    form.refuse("closes", "asset.closes.wrong");
                }
            } catch (DateTimeParseException _) {
                form.refuse("opens", "asset.opens.wrong");
            }
        }
    }

    /** Hours and minutes, and no seconds. */
    private LocalTime time(String field) {
        String text = form.value(field);
        return LocalTime.parse(text.length() == "10:00".length() ? text : "");
    }

    private Optional<LocalDate> checkConsent(Optional<Asset.Kind> kind, LocalDate today) {
        boolean person = kind.equals(Optional.of(Asset.Kind.PERSON));
        form.require("consent-by", "asset.consent-by.blank");
        if (!Asset.Consent.HOW.contains(form.value("consent-how"))) {
            form.refuse("consent-how", "asset.consent-how.blank");
        } else if (person && form.value("consent-how").equals("published")) {
            form.refuse("consent-how", "asset.consent-how.person");
        }
        Optional<LocalDate> agreed = past(form, "consent-on", today);
        if (agreed.isEmpty()) {
            form.refuse("consent-on", "asset.consent-on.wrong");
        }
        if (!Set.of("public", "partnership").contains(form.value("open-to"))) {
            form.refuse("open-to", "asset.open-to.blank");
        } else if (person && form.value("open-to").equals("public")) {
            form.refuse("open-to", "asset.open-to.person");
        }
        return agreed;
    }

    /** The day in a field, unless it is none or still to come. */
    static Optional<LocalDate> past(Form form, String field, LocalDate today) {
        try {
            return Optional.of(LocalDate.parse(form.value(field))).filter(day -> !day.isAfter(today));
        } catch (DateTimeParseException _) {
            return Optional.empty();
        }
    }

    private void refuseUnless(String field, Pattern right, String sentence) {
        if (!form.value(field).isEmpty() && !right.matcher(form.value(field)).matches()) {
            form.refuse(field, sentence);
        }
    }

    private Optional<UUID> one(String field, Set<UUID> known) {
        return known.stream()
                .filter(id -> id.toString().equals(form.value(field)))
                .findFirst();
    }

    private String text(String field) {
        String text = form.value(field);
        return text.substring(0, Math.min(LONGEST, text.length()));
    }
}
