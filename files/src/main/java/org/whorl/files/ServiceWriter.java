package org.whorl.files;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.whorl.engine.model.Capacity;
import org.whorl.engine.model.Cost;
import org.whorl.engine.model.Duration;
import org.whorl.engine.model.Parameter;
import org.whorl.engine.model.Profile;
import org.whorl.engine.model.Queue;
import org.whorl.engine.model.Route;
import org.whorl.engine.model.Service;
import org.whorl.engine.model.Visits;
import org.whorl.engine.model.WhileWaiting;

/** Writes one service. */
final class ServiceWriter {
    private final NumberWriter numbers;

    ServiceWriter(NumberWriter numbers) {
        this.numbers = numbers;
    }

    SequencedMap<String, String> fields(Service service) throws IOException {
        SequencedMap<String, String> fields = ModelWriter.named(service.id(), service.name());
        fields.put("partner", Yaml.text(service.partner()));
        fields.put("capacity", capacity(service.capacity()));
        numbers.ifAny(fields, "length-of-stay", service.lengthOfStay());
        if (service.visits() != null) {
            fields.put("visits", visits(service.visits()));
        }
        starts(fields, service.starts());
        queue(fields, service.queue());
        if (service.waitsIn() != null) {
            fields.put("waits-in", Yaml.text(service.waitsIn()));
        }
        whileWaiting(fields, service.whileWaiting());
        numbers.ifAny(fields, "hand-over", service.handOver());
        if (!service.routes().isEmpty()) {
            SequencedMap<String, String> routes = new LinkedHashMap<>();
            for (Route route : service.routes()) {
                routes.put(route.to(), numbers.of(route.share()));
            }
            fields.put("routes", Yaml.flow(routes));
        }
        if (!service.transfer().isEmpty()) {
            SequencedMap<String, String> transfer = new LinkedHashMap<>();
            for (Map.Entry<String, Duration> days : service.transfer().entrySet()) {
                numbers.ifAny(transfer, days.getKey(), days.getValue());
            }
            fields.put("transfer", Yaml.flow(transfer));
        }
        cost(fields, service.cost());
        if (!service.funding().isEmpty()) {
            SequencedMap<String, String> funding = new LinkedHashMap<>();
            for (Map.Entry<String, Parameter> share : service.funding().entrySet()) {
                funding.put(share.getKey(), numbers.of(share.getValue()));
            }
            fields.put("funding", Yaml.flow(funding));
        }
        numbers.ifAny(fields, "carers", service.carers());
        return fields;
    }

    private String capacity(Capacity capacity) throws IOException {
        String unit = capacity.countsVisits() ? "visits" : "places";
        switch (capacity) {
            case Capacity.Unlimited _ -> {
                return "unlimited";
            }
            case Capacity.Calendar calendar -> {
                Capacity.Step first = calendar.steps().getFirst();
                if (calendar.steps().size() == 1 && first.from() == null) {
                    String amount = numbers.of(first.amount());
                    return capacity.countsVisits() ? Yaml.flow(Yaml.keyed("visits", amount)) : amount;
                }
                List<String> steps = new ArrayList<>();
                for (Capacity.Step step : calendar.steps()) {
                    SequencedMap<String, String> fields = new LinkedHashMap<>();
                    if (step.from() != null) {
                        fields.put("from", step.from().toString());
                    }
                    fields.put(unit, numbers.of(step.amount()));
                    steps.add(Yaml.flow(fields));
                }
                return Yaml.list(steps);
            }
            case Capacity.Cycle cycle -> {
                List<String> amounts = new ArrayList<>();
                for (Parameter amount : cycle.amounts()) {
                    amounts.add(numbers.of(amount));
                }
                return Yaml.flow(Yaml.keyed("every", Integer.toString(amounts.size()), unit, Yaml.list(amounts)));
            }
        }
    }

    private String visits(Visits visits) throws IOException {
        SequencedMap<String, String> fields =
                Yaml.keyed("first", numbers.of(visits.first()), "last", numbers.of(visits.last()));
        numbers.ifWritten(fields, "double-handed", visits.doubleHanded());
        return Yaml.flow(fields);
    }

    private void starts(Map<String, String> fields, Profile starts) {
        SequencedMap<String, String> inner = new LinkedHashMap<>();
        numbers.profile(inner, "weekday", starts, Profile.flat(7));
        if (!inner.isEmpty()) {
            fields.put("starts", Yaml.flow(inner));
        }
    }

    private void queue(Map<String, String> fields, Queue queue) throws IOException {
        if (queue.equals(Queue.PLAIN)) {
            return;
        }
        SequencedMap<String, String> inner = new LinkedHashMap<>();
        switch (queue.order()) {
            case Queue.Order.Fifo _ -> inner.put("order", "fifo");
            case Queue.Order.ByTag(String tag, List<String> first) ->
                inner.put(
                        "order",
                        Yaml.flow(Yaml.keyed(
                                "by",
                                Yaml.text(tag),
                                "first",
                                Yaml.list(first.stream().map(Yaml::text).toList()))));
        }
        numbers.ifAny(inner, "limit", queue.limit());
        if (queue.overflow() == Queue.Overflow.LOST) {
            inner.put("overflow", "lost");
        }
        numbers.ifAny(inner, "leave-after", queue.leaveAfter());
        if (queue.leaveTo() != null) {
            inner.put("leave-to", Yaml.text(queue.leaveTo()));
        }
        if (queue.target() != null) {
            inner.put("target", Words.of(queue.target()));
        }
        fields.put("queue", Yaml.flow(inner));
    }

    private void whileWaiting(Map<String, String> fields, WhileWaiting waiting) throws IOException {
        if (waiting.equals(WhileWaiting.NOTHING)) {
            return;
        }
        SequencedMap<String, String> inner = new LinkedHashMap<>();
        numbers.ifAny(inner, "stay-grows", waiting.stayGrows());
        if (waiting.moves() != null) {
            inner.put(
                    "moves",
                    Yaml.flow(Yaml.keyed(
                            "after", numbers.of(waiting.moves().after()),
                            "to", Yaml.text(waiting.moves().to()),
                            "share", numbers.of(waiting.moves().share()))));
        }
        numbers.ifAny(inner, "carers", waiting.carers());
        fields.put("while-waiting", Yaml.flow(inner));
    }

    private void cost(Map<String, String> fields, Cost cost) throws IOException {
        if (cost.equals(Cost.NONE)) {
            return;
        }
        SequencedMap<String, String> inner = new LinkedHashMap<>();
        numbers.ifAny(inner, "per-place-day", cost.perPlaceDay());
        numbers.ifAny(inner, "per-used-day", cost.perUsedDay());
        numbers.ifAny(inner, "per-start", cost.perStart());
        numbers.ifAny(inner, "per-visit", cost.perVisit());
        numbers.ifAny(inner, "fixed", cost.fixed());
        if (cost.step() != null) {
            inner.put(
                    "step",
                    Yaml.flow(Yaml.keyed(
                            "places", numbers.of(cost.step().places()),
                            "cost", numbers.of(cost.step().cost()),
                            "months", numbers.of(cost.step().months()))));
        }
        fields.put("cost", Yaml.flow(inner));
    }
}
