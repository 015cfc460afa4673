package org.whorl.server.strengths;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.whorl.server.people.Partner;
import org.whorl.server.people.Place;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A file of services in the form of Open Referral UK, read: assets, or what is wrong with it and where.
 *
 * @param assets what is in it
 * @param notListed how many in it are not open any more, and so are left out
 * @param faults what is wrong; nothing is taken in while there is one
 */
record ReferralFile(List<Asset> assets, int notListed, List<Fault> faults) {

    private static final Set<String> STATUSES = Set.of("active", "inactive", "defunct", "temporarily closed");
    private static final JsonMapper JSON = new JsonMapper();

    ReferralFile {
        assets = List.copyOf(assets);
        faults = List.copyOf(faults);
    }

    /**
     * Something that is wrong.
     *
     * @param path where in the file: {@code contents[2].name}
     * @param sentence what is wrong and what would be right, as the name of a sentence
     */
    record Fault(String path, String sentence) {}

    /**
     * What whoever brings the file says about all of it.
     *
     * @param kind what those are that do not say it
     * @param consent who agreed that they are listed
     */
    record About(Asset.Kind kind, Asset.Consent consent) {}

    static ReferralFile read(byte[] bytes, About about, List<Place> places, List<Partner> partners) {
        JsonNode root;
        try {
            root = JSON.readTree(bytes);
        } catch (JacksonException _) {
            return new ReferralFile(List.of(), 0, List.of(new Fault("", "import.not-json")));
        }
        JsonNode contents = root.isArray() ? root : root.path("contents");
        if (root.isObject() && root.has("id")) {
            contents = JSON.createArrayNode().add(root);
        }
        if (!contents.isArray()) {
            return new ReferralFile(List.of(), 0, List.of(new Fault("contents", "import.no-contents")));
        }
        List<Asset> assets = new ArrayList<>();
        List<Fault> faults = new ArrayList<>();
        int notListed = 0;
        for (int i = 0; i < contents.size(); i++) {
            Service service = new Service(contents.get(i), "contents[%d]".formatted(i), faults);
            String status = service.text("status");
            if (!STATUSES.contains(status)) {
                service.refuse("status", "import.status");
            } else if (status.equals("active")) {
                service.asset(about, places, partners).ifPresent(assets::add);
            } else {
                notListed++;
            }
        }
        if (assets.stream().map(Asset::id).distinct().count() < assets.size()) {
            faults.add(new Fault("contents", "import.twice"));
        }
        return new ReferralFile(assets, notListed, faults);
    }

    /** One service of the file. */
    private record Service(JsonNode node, String path, List<Fault> faults) {

        Optional<Asset> asset(About about, List<Place> places, List<Partner> partners) {
            int before = faults.size();
            Optional<UUID> id = id();
            String name = text("name");
            if (name.isEmpty()) {
                refuse("name", "import.name");
            }
            Asset.Kind kind = terms(OpenReferral.KIND)
                    .flatMap(term -> Asset.Kind.find(term).stream())
                    .findFirst()
                    .orElse(about.kind());
            if (kind == Asset.Kind.PERSON) {
                refuse("attributes", "import.person");
            }
            Asset.Open open = open();
            Optional<LocalDate> assured = day("assured_date");
            if (faults.size() > before) {
                return Optional.empty();
            }
            JsonNode location = node.path("service_at_locations").path(0).path("location");
            JsonNode address = location.path("addresses").path(0);
            JsonNode contact = node.path("contacts").path(0);
            return Optional.of(new Asset(
                    id.orElseThrow(),
                    kind,
                    both(name, OpenReferral.NAME_CY),
                    both(text("description"), OpenReferral.WHAT_CY),
                    terms(OpenReferral.GIVES)
                            .flatMap(term -> Give.find(term).stream())
                            .toList(),
                    new Asset.Where(
                            place(places, text(location, "name")).or(() -> place(places, text(address, "city"))),
                            address.isMissingNode() ? text(location, "description") : text(address, "address_1"),
                            text(address, "postal_code")),
                    open,
                    new Asset.Reach(
                            text(contact, "name"),
                            text(contact.path("phones").path(0), "number"),
                            text("email"),
                            text("url")),
                    partners.stream()
                            .map(Partner::id)
                            .filter(each -> each.toString().equals(text(node.path("organization"), "id")))
                            .findFirst(),
                    about.consent(),
                    new Asset.Check(assured, Optional.empty(), ""),
                    1));
        }

        private Optional<UUID> id() {
            try {
                return Optional.of(UUID.fromString(text("id")));
            } catch (IllegalArgumentException _) {
                refuse("id", "import.id");
                return Optional.empty();
            }
        }

        /** Whose Welsh is its only one has no English. */
        private Both both(String words, String taxonomy) {
            String welsh = terms(taxonomy).findFirst().orElse("");
            return new Both(words.equals(welsh) ? "" : words, welsh);
        }

        /** The first weekly one with days and hours; whatever else is said about opening stays as words. */
        private Asset.Open open() {
            List<String> days = List.of();
            String opens = "";
            String closes = "";
            List<String> words = new ArrayList<>();
            for (JsonNode schedule : node.path("schedules")) {
                String byday = text(schedule, "byday");
                List<String> named = Asset.Open.DAYS.stream()
                        .filter(Arrays.asList(byday.split(","))::contains)
                        .toList();
                String from = time(schedule, "opens_at");
                String until = time(schedule, "closes_at");
                boolean whole = !named.isEmpty() && !from.isEmpty() && from.compareTo(until) < 0;
                if (whole && days.isEmpty()) {
                    days = named;
                    opens = from;
                    closes = until;
                } else if (!byday.isEmpty() || !from.isEmpty()) {
                    words.add("%s %s-%s".formatted(byday, from, until).strip());
                }
                if (!text(schedule, "description").isEmpty()) {
                    words.add(text(schedule, "description"));
                }
            }
            return new Asset.Open(days, opens, closes, String.join("; ", words));
        }

        private String time(JsonNode schedule, String field) {
            String text = text(schedule, field);
            try {
                return text.isEmpty() ? "" : LocalTime.parse(text).toString().substring(0, "10:00".length());
            } catch (DateTimeParseException _) {
                refuse("schedules." + field, "import.time");
                return "";
            }
        }

        private Optional<LocalDate> day(String field) {
            try {
                return text(field).isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(text(field)));
            } catch (DateTimeParseException _) {
                refuse(field, "import.day");
                return Optional.empty();
            }
        }

        private static Optional<UUID> place(List<Place> places, String name) {
            return places.stream()
                    .filter(place ->
                            place.nameEn().equals(name) || place.nameCy().equals(name))
                    .map(Place::id)
                    .findFirst();
        }

        private Stream<String> terms(String taxonomy) {
            return node.path("attributes")
                    .valueStream()
                    .map(attribute -> attribute.path("taxonomy_term"))
                    .filter(term -> text(term, "taxonomy").equals(taxonomy))
                    .map(term -> text(term, "name"));
        }

        String text(String field) {
            return text(node, field);
        }

        private static String text(JsonNode object, String field) {
            return object.path(field).asString("").strip();
        }

        void refuse(String field, String sentence) {
            faults.add(new Fault(path + "." + field, sentence));
        }
    }
}
