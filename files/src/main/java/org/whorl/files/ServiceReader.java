package org.whorl.files;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;
import org.whorl.engine.model.Cost;
import org.whorl.engine.model.Parameter;
import org.whorl.engine.model.Profile;
import org.whorl.engine.model.Queue;
import org.whorl.engine.model.Route;
import org.whorl.engine.model.Service;
import org.whorl.engine.model.Visits;
import org.whorl.engine.model.WhileWaiting;
import org.whorl.files.Written.Keyed;
import org.whorl.files.Written.Many;
import org.whorl.files.Written.Text;

/** Reads one service. */
final class ServiceReader {
    private static final List<String> KEYS = List.of(
            "name",
            "partner",
            "capacity",
            "length-of-stay",
            "visits",
            "starts",
            "queue",
            "waits-in",
            "while-waiting",
            "hand-over",
            "routes",
            "transfer",
            "cost",
            "funding",
            "carers");
    private static final SequencedMap<String, Queue.Overflow> OVERFLOWS = new LinkedHashMap<>();

    static {
        OVERFLOWS.put("outside", Queue.Overflow.OUTSIDE);
        OVERFLOWS.put("lost", Queue.Overflow.LOST);
    }

    private static final String SHARE = "a share from 0 to 1";

    private final Reading reading;
    private final Numbers numbers;
    private final Times times;
    private final CapacityReader capacities;

    ServiceReader(Reading reading) {
        this.reading = reading;
        this.numbers = new Numbers(reading);
        this.times = new Times(reading);
        this.capacities = new CapacityReader(reading);
    }

    Service read(Written written, String path) {
        String id = path.substring("services.".length());
        Fields fields = Fields.of(reading, written, path, "write {partner: ..., capacity: 46}", KEYS);
        Written waitsIn = fields.find("waits-in");
        return new Service(
                id,
                ModelReader.name(reading, fields, id),
                reading.text(
                        fields.need("partner", "write the partner who owns it"),
                        fields.at("partner"),
                        "write the partner who owns it"),
                capacities.read(fields),
                times.find(fields, "length-of-stay"),
                visits(fields),
                starts(fields),
                queue(fields),
                waitsIn == null ? null : reading.text(waitsIn, fields.at("waits-in"), "write a service"),
                whileWaiting(fields),
                times.find(fields, "hand-over"),
                routes(fields),
                reading.named(
                        fields.find("transfer"),
                        fields.at("transfer"),
                        "write {home: {exponential: {mean: 1.5}}}",
                        times::read),
                cost(fields),
                shares(fields, "funding", "write {health-board: 0.7, council: 0.3}"),
                numbers.find(fields, "carers", "a number of hours a day such as 1.5"));
    }

    private @Nullable Visits visits(Fields around) {
        Written written = around.find("visits");
        if (written == null) {
            return null;
        }
        Fields fields = Fields.of(
                reading,
                written,
                around.at("visits"),
                "write {first: 4, last: 1}",
                List.of("first", "last", "double-handed"));
        return new Visits(
                numbers.need(fields, "first", "a number of visits a day such as 4"),
                numbers.need(fields, "last", "a number of visits a day such as 1"),
                numbers.find(fields, "double-handed", SHARE, 0));
    }

    private Profile starts(Fields around) {
        Written written = around.find("starts");
        if (written == null) {
            return Profile.flat(7);
        }
        String right = "write {weekday: [1, 1, 1, 1, 1, 0.5, 0]}";
        Fields fields = Fields.of(reading, written, around.at("starts"), right, List.of("weekday"));
        fields.need("weekday", right);
        return numbers.profile(fields, "weekday", 7, "write seven shares, Monday first");
    }

    private Queue queue(Fields around) {
        Written written = around.find("queue");
        if (written == null) {
            return Queue.PLAIN;
        }
        Fields fields = Fields.of(
                reading,
                written,
                around.at("queue"),
                "write {order: fifo}",
                List.of("order", "limit", "overflow", "leave-after", "leave-to", "target"));
        Written target = fields.find("target");
        Written leaveTo = fields.find("leave-to");
        return new Queue(
                order(fields),
                numbers.find(fields, "limit", "a number of people such as 20"),
                reading.choice(fields.find("overflow"), fields.at("overflow"), OVERFLOWS, Queue.Overflow.OUTSIDE),
                times.find(fields, "leave-after"),
                leaveTo == null ? null : reading.text(leaveTo, fields.at("leave-to"), "write an exit or a service"),
                target == null ? null : reading.number(target, fields.at("target"), "a number of days such as 0.5", 1));
    }

    private Queue.Order order(Fields around) {
        Written written = around.find("order");
        String path = around.at("order");
        String right = "write fifo, or {by: TAG, first: [most urgent, next]}";
        if (written == null || (written instanceof Text text && text.text().equals("fifo"))) {
            return new Queue.Order.Fifo();
        }
        if (!(written instanceof Keyed)) {
            reading.unexpected(written, path, "an order", right);
            return new Queue.Order.Fifo();
        }
        Fields fields = Fields.of(reading, written, path, right, List.of("by", "first"));
        Written first = fields.need("first", right);
        reading.items(first, fields.at("first"), right);
        return new Queue.Order.ByTag(
                reading.text(fields.need("by", right), fields.at("by"), "write a tag"),
                first instanceof Many ? reading.texts(first, fields.at("first"), "write the tag's values") : List.of());
    }

    private WhileWaiting whileWaiting(Fields around) {
        Written written = around.find("while-waiting");
        if (written == null) {
            return WhileWaiting.NOTHING;
        }
        Fields fields = Fields.of(
                reading,
                written,
                around.at("while-waiting"),
                "write {stay-grows: 0.02}",
                List.of("stay-grows", "moves", "carers"));
        return new WhileWaiting(
                numbers.find(fields, "stay-grows", "a share a day such as 0.02"),
                moves(fields),
                numbers.find(fields, "carers", "hours a day such as 3"));
    }

    private WhileWaiting.@Nullable Moves moves(Fields around) {
        Written written = around.find("moves");
        if (written == null) {
            return null;
        }
        String right = "write {after: 7, to: SERVICE, share: 0.1}";
        Fields fields = Fields.of(reading, written, around.at("moves"), right, List.of("after", "to", "share"));
        return new WhileWaiting.Moves(
                numbers.need(fields, "after", "a number of days such as 7"),
                reading.text(fields.need("to", right), fields.at("to"), "write a service"),
                numbers.need(fields, "share", SHARE));
    }

    private List<Route> routes(Fields fields) {
        List<Route> routes = new ArrayList<>();
        shares(fields, "routes", "write {home-care: 0.35, home: 0.65}")
                .forEach((to, share) -> routes.add(new Route(to, share)));
        return routes;
    }

    private SequencedMap<String, Parameter> shares(Fields fields, String key, String right) {
        return reading.named(
                fields.find(key), fields.at(key), right, (written, path) -> numbers.read(written, path, SHARE));
    }

    private Cost cost(Fields around) {
        Written written = around.find("cost");
        if (written == null) {
            return Cost.NONE;
        }
        Fields fields = Fields.of(
                reading,
                written,
                around.at("cost"),
                "write {per-place-day: 125}",
                List.of("per-place-day", "per-used-day", "per-start", "per-visit", "fixed", "step"));
        String pounds = "a number of pounds such as 125";
        return new Cost(
                numbers.price(fields, "per-place-day", pounds),
                numbers.price(fields, "per-used-day", pounds),
                numbers.price(fields, "per-start", pounds),
                numbers.price(fields, "per-visit", pounds),
                numbers.price(fields, "fixed", pounds),
                step(fields));
    }

    private Cost.@Nullable Step step(Fields around) {
        Written written = around.find("step");
        if (written == null) {
            return null;
        }
        String right = "write {places: 10, cost: 180000, months: 6}";
        Fields fields = Fields.of(reading, written, around.at("step"), right, List.of("places", "cost", "months"));
        Parameter places = numbers.need(fields, "places", "a number of places such as 10");
        @Nullable Parameter cost = numbers.price(fields, "cost", "a number of pounds a year such as 180000");
        if (cost == null) {
            fields.need("cost", "write the pounds a year of one step");
        }
        return new Cost.Step(
                places,
                cost == null ? Parameter.of(1) : cost,
                numbers.need(fields, "months", "a number of months such as 6"));
    }
}
