package org.whorl.server.strengths;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.whorl.server.people.Partner;
import org.whorl.server.people.Place;

/**
 * The asset map as Open Referral UK has it (UK profile 3.0 of the Human Services Data Specification): a service for each
 * asset that is for everybody. People are never among them.
 *
 * <p>The profile has no field for a Welsh name, for what an asset is, or for what it gives: these are attributes, each with
 * a term of a taxonomy of ours. A telephone number stands in its contact, where the profile's tables have it.
 */
final class OpenReferral {

    static final String KIND = "Whorl: kind of asset";
    static final String GIVES = "Whorl: what it would give";
    static final String NAME_CY = "Whorl: name in Welsh";
    static final String WHAT_CY = "Whorl: what it offers, in Welsh";

    private final List<Place> places;
    private final List<Partner> partners;

    OpenReferral(List<Place> places, List<Partner> partners) {
        this.places = places;
        this.partners = partners;
    }

    /** May it leave the partnership at all? */
    static boolean leaves(Asset asset) {
        return asset.consent().isPublic() && asset.kind() != Asset.Kind.PERSON;
    }

    /**
     * A piece of the list.
     *
     * @param page which, from 1
     * @param size how many on each
     */
    Map<String, Object> page(List<Asset> assets, int page, int size) {
        List<Asset> all = assets.stream().filter(OpenReferral::leaves).toList();
        int pages = Math.max(1, (all.size() + size - 1) / size);
        int from = Math.min((page - 1) * size, all.size());
        List<Map<String, Object>> contents = all.subList(from, Math.min(from + size, all.size())).stream()
                .map(this::service)
                .toList();
        Map<String, Object> list = new LinkedHashMap<>();
        list.put("total_items", all.size());
        list.put("total_pages", pages);
        list.put("page_number", page);
        list.put("size", contents.size());
        list.put("first_page", page == 1);
        list.put("last_page", page >= pages);
        list.put("empty", contents.isEmpty());
        list.put("contents", contents);
        return list;
    }

    /** One asset as a service. */
    Map<String, Object> service(Asset asset) {
        String id = asset.id().toString();
        Map<String, Object> organization = organization(asset);
        Map<String, Object> service = new LinkedHashMap<>();
        service.put("id", id);
        service.put("organization_id", organization.get("id"));
        service.put("name", asset.name().either());
        put(service, "description", asset.what().either());
        put(service, "url", asset.reach().url());
        put(service, "email", asset.reach().email());
        service.put("status", "active");
        asset.check().on().map(LocalDate::toString).ifPresent(on -> service.put("assured_date", on));
        putAll(service, "schedules", schedules(asset));
        putAll(service, "service_at_locations", locations(asset));
        service.put("organization", organization);
        putAll(service, "contacts", contacts(asset));
        service.put("attributes", attributes(asset));
        return service;
    }

    private Map<String, Object> organization(Asset asset) {
        Optional<Partner> partner = partners.stream()
                .filter(each -> asset.partner().equals(Optional.of(each.id())))
                .findFirst();
        Map<String, Object> organization = new LinkedHashMap<>();
        organization.put("id", partner.map(each -> each.id().toString()).orElse(derived(asset, "organization")));
        String name = partner.map(Partner::nameEn).orElse(asset.name().either());
        organization.put("name", name);
        // The profile asks for a description; who has said nothing is described by the name.
        organization.put(
                "description",
                partner.isPresent() || asset.what().isBlank()
                        ? name
                        : asset.what().either());
        return organization;
    }

    private static List<Map<String, Object>> schedules(Asset asset) {
        Asset.Open open = asset.open();
        if (open.isBlank()) {
            return List.of();
        }
        Map<String, Object> schedule = new LinkedHashMap<>();
        schedule.put("id", derived(asset, "schedule"));
        schedule.put("service_id", asset.id().toString());
        if (!open.days().isEmpty()) {
            schedule.put("freq", "WEEKLY");
            schedule.put("byday", String.join(",", open.days()));
            schedule.put("opens_at", open.opens());
            schedule.put("closes_at", open.closes());
        }
        put(schedule, "description", open.words());
        return List.of(schedule);
    }

    private List<Map<String, Object>> locations(Asset asset) {
        Asset.Where where = asset.where();
        Optional<Place> place = Places.find(places, where.place());
        if (place.isEmpty() && where.address().isBlank() && where.postcode().isBlank()) {
            return List.of();
        }
        Map<String, Object> location = new LinkedHashMap<>();
        String id = derived(asset, "location");
        location.put("id", id);
        location.put("location_type", "physical");
        place.ifPresent(each -> location.put("name", each.nameEn()));
        // An address of the profile has a town, a county and a postcode; what lacks one is told in words.
        if (place.isPresent() && !where.address().isBlank() && !where.postcode().isBlank()) {
            location.put("addresses", List.of(address(asset, place.get(), id)));
        } else {
            put(location, "description", (where.address() + " " + where.postcode()).strip());
        }
        Map<String, Object> at = new LinkedHashMap<>();
        at.put("id", derived(asset, "service_at_location"));
        at.put("service_id", asset.id().toString());
        at.put("location_id", id);
        at.put("location", location);
        return List.of(at);
    }

    private Map<String, Object> address(Asset asset, Place place, String location) {
        Place region = place;
        for (Optional<Place> up = Places.find(places, place.parent());
                up.isPresent();
                up = Places.find(places, up.get().parent())) {
            region = up.get();
        }
        Map<String, Object> address = new LinkedHashMap<>();
        address.put("id", derived(asset, "address"));
        address.put("location_id", location);
        address.put("address_1", asset.where().address());
        address.put("city", place.nameEn());
        address.put("state_province", region.nameEn());
        address.put("postal_code", asset.where().postcode());
        address.put("country", "GB");
        address.put("address_type", "physical");
        return address;
    }

    private static List<Map<String, Object>> contacts(Asset asset) {
        Asset.Reach reach = asset.reach();
        if (reach.contact().isBlank() && reach.phone().isBlank()) {
            return List.of();
        }
        Map<String, Object> contact = new LinkedHashMap<>();
        String id = derived(asset, "contact");
        contact.put("id", id);
        contact.put("service_id", asset.id().toString());
        put(contact, "name", reach.contact());
        if (!reach.phone().isBlank()) {
            Map<String, Object> phone = new LinkedHashMap<>();
            phone.put("id", derived(asset, "phone"));
            phone.put("contact_id", id);
            phone.put("number", reach.phone());
            contact.put("phones", List.of(phone));
        }
        return List.of(contact);
    }

    private static List<Map<String, Object>> attributes(Asset asset) {
        List<Map<String, Object>> attributes = new ArrayList<>();
        attributes.add(attribute(asset, KIND, asset.kind().key()));
        asset.gives().forEach(give -> attributes.add(attribute(asset, GIVES, give.key())));
        if (!asset.name().cy().isBlank()) {
            attributes.add(attribute(asset, NAME_CY, asset.name().cy()));
        }
        if (!asset.what().cy().isBlank()) {
            attributes.add(attribute(asset, WHAT_CY, asset.what().cy()));
        }
        return attributes;
    }

    private static Map<String, Object> attribute(Asset asset, String taxonomy, String name) {
        Map<String, Object> term = new LinkedHashMap<>();
        term.put("id", derived(taxonomy + "/" + name));
        term.put("name", name);
        term.put("description", taxonomy);
        term.put("taxonomy", taxonomy);
        Map<String, Object> attribute = new LinkedHashMap<>();
        attribute.put("id", derived(asset, taxonomy + "/" + name));
        attribute.put("link_id", asset.id().toString());
        attribute.put("taxonomy_term_id", term.get("id"));
        attribute.put("link_type", "service");
        attribute.put("taxonomy_term", term);
        return attribute;
    }

    /** The same part of the same asset has the same id in every file. */
    private static String derived(Asset asset, String part) {
        return derived(asset.id() + "/" + part);
    }

    private static String derived(String name) {
        return UUID.nameUUIDFromBytes(("whorl/" + name).getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    private static void put(Map<String, Object> object, String field, String text) {
        if (!text.isBlank()) {
            object.put(field, text);
        }
    }

    private static void putAll(Map<String, Object> object, String field, List<Map<String, Object>> all) {
        if (!all.isEmpty()) {
            object.put(field, all);
        }
    }
}
