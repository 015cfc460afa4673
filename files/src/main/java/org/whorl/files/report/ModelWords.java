package org.whorl.files.report;

import java.util.ArrayList;
import java.util.List;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;
import org.whorl.draw.Words;
import org.whorl.engine.model.Arrival;
import org.whorl.engine.model.Duration;
import org.whorl.engine.model.Measure;
import org.whorl.engine.model.Parameter;
import org.whorl.engine.model.Queue;
import org.whorl.engine.model.Route;
import org.whorl.engine.model.Service;

/** What a model is made of, in words: who comes, what each service does, how people wait and where they go. */
final class ModelWords {

    private final Edition edition;
    private final Words words;

    ModelWords(Edition edition) {
        this.edition = edition;
        words = edition.words();
    }

    /** A service, or the two places that are none. */
    String place(String id) {
        return switch (id) {
            case Measure.OUTSIDE -> edition.say("place.outside");
            case Measure.HOME -> edition.say("place.home");
            default -> edition.service(id);
        };
    }

    /** Entities, activities, resources, queues, ways in and out. */
    void components(Html out) {
        out.element("p", edition.say("stress.entities"));
        Grid arrivals = new Grid(
                        edition.say("stress.arrivals-table"),
                        List.of(
                                edition.say("stress.arrival"),
                                edition.say("stress.arrives-at"),
                                edition.say("stress.rate"),
                                edition.say("stress.pattern"),
                                edition.say("stress.tags")))
                .ofWords();
        for (Arrival arrival : edition.model().arrivals()) {
            arrivals.row(edition.name(arrival.name()))
                    .cell(edition.service(arrival.to()))
                    .cell(words.number(arrival.rate().value()))
                    .cell(pattern(arrival))
                    .cell(tags(arrival.tags()));
        }
        arrivals.write(out);
        out.element("p", edition.say("stress.services"));
        Grid services = new Grid(
                        edition.say("stress.services-table"),
                        List.of(
                                edition.say("column.service"),
                                edition.say("stress.stay"),
                                edition.say("stress.resource"),
                                edition.say("stress.queue"),
                                edition.say("stress.waits-in"),
                                edition.say("stress.next")))
                .ofWords();
        for (Service service : edition.model().services()) {
            services.row(edition.service(service))
                    .cell(stay(service))
                    .cell(capacity(service))
                    .cell(queue(service))
                    .cell(service.waitsIn() == null ? edition.say("place.home") : edition.service(service.waitsIn()))
                    .cell(next(service));
        }
        services.write(out);
        out.element(
                "p",
                edition.say(
                        "stress.exits",
                        Edition.list(edition.model().exits().stream()
                                .map(edition::destination)
                                .toList())));
    }

    private String pattern(Arrival arrival) {
        List<String> said = new ArrayList<>();
        if (!arrival.weekday().isFlat()) {
            said.add(edition.say("stress.weekday"));
        }
        if (!arrival.month().isFlat()) {
            said.add(edition.say("stress.month"));
        }
        if (arrival.dispersion().value() != 1) {
            said.add(edition.say(
                    "stress.dispersion", words.number(arrival.dispersion().value())));
        }
        return said.isEmpty() ? edition.say("stress.steady") : String.join(", ", said);
    }

    private String tags(SequencedMap<String, SequencedMap<String, Double>> tags) {
        List<String> said = new ArrayList<>();
        tags.forEach((tag, shares) -> {
            List<String> values = new ArrayList<>();
            shares.forEach((value, share) -> values.add(shares.size() == 1 ? value : value + " " + words.share(share)));
            said.add(edition.say("parameter.name", tag, String.join(", ", values)));
        });
        return said.isEmpty() ? edition.say("value.none") : Edition.list(said);
    }

    private String stay(Service service) {
        if (service.lengthOfStay() == null) {
            return edition.say("stress.only-waiting");
        }
        String stay = duration(service.lengthOfStay());
        Parameter grows = service.whileWaiting().stayGrows();
        if (grows != null) {
            stay = edition.say("stress.grows", stay, words.share(grows.value()));
        }
        for (var transfer : service.transfer().entrySet()) {
            stay = edition.say(
                    "stress.transfer", stay, edition.destination(transfer.getKey()), duration(transfer.getValue()));
        }
        return service.handOver() == null ? stay : edition.say("stress.hand-over", stay, duration(service.handOver()));
    }

    private String duration(Duration duration) {
        List<String> said =
                new ArrayList<>(List.of(edition.say("part." + duration.family().word())));
        if (duration.family() == Duration.Family.EMPIRICAL) {
            said.add(edition.say().count("stress.sample", duration.sample().size()));
        }
        for (int i = 0; i < duration.parameters().size(); i++) {
            String name = duration.family().names().get(i);
            String value = words.number(duration.parameters().get(i).value());
            said.add(name.equals("value") ? value : edition.say("part." + name) + " " + value);
        }
        return String.join(", ", said);
    }

    private String capacity(Service service) {
        if (service.capacity().isUnlimited()) {
            return edition.say("stress.unlimited");
        }
        String places = Load.of(edition).stream()
                .filter(load -> load.service().id().equals(service.id()))
                .findFirst()
                .map(load -> load.places(edition))
                .orElse("");
        return service.capacity().countsVisits() ? places : edition.say("capacity.places", places);
    }

    private String queue(Service service) {
        Queue queue = service.queue();
        List<String> said = new ArrayList<>();
        said.add(
                switch (queue.order()) {
                    case Queue.Order.Fifo _ -> edition.say("stress.fifo");
                    case Queue.Order.ByTag by -> edition.say("stress.by-tag", by.tag(), String.join(", ", by.first()));
                });
        if (queue.limit() != null) {
            said.add(edition.say("stress.limit", words.number(queue.limit().value())));
        }
        if (queue.target() != null) {
            said.add(edition.say("stress.target", words.number(queue.target())));
        }
        if (queue.overflow() == Queue.Overflow.LOST) {
            said.add(edition.say("stress.lost"));
        }
        if (queue.leaveAfter() != null) {
            said.add(edition.say("stress.leave-after", duration(queue.leaveAfter()), leaveTo(queue.leaveTo())));
        }
        if (service.whileWaiting().moves() != null) {
            var moves = service.whileWaiting().moves();
            said.add(edition.say(
                    "stress.moves",
                    words.number(moves.after().value()),
                    words.share(moves.share().value()),
                    edition.service(moves.to())));
        }
        if (!service.starts().isFlat()) {
            said.add(edition.say(
                    "stress.starts",
                    String.join(
                            " ",
                            service.starts().factors().stream()
                                    .map(words::share)
                                    .toList())));
        }
        return String.join("; ", said);
    }

    private String leaveTo(@Nullable String leaveTo) {
        return edition.destination(
                leaveTo != null
                        ? leaveTo
                        : edition.model().exits().isEmpty()
                                ? "out"
                                : edition.model().exits().getFirst());
    }

    private String next(Service service) {
        if (service.routes().isEmpty()) {
            return leaveTo(null);
        }
        List<String> said = new ArrayList<>();
        for (Route route : service.routes()) {
            said.add(edition.destination(route.to()) + " "
                    + words.share(route.share().value()));
        }
        return Edition.list(said);
    }
}
