package org.whorl.files.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.whorl.draw.Flow;
import org.whorl.engine.answer.Estimate;
import org.whorl.engine.answer.Field;
import org.whorl.engine.answer.Figures;
import org.whorl.engine.answer.Subject;
import org.whorl.engine.model.Arrival;
import org.whorl.engine.model.Model;
import org.whorl.engine.model.Route;
import org.whorl.engine.model.Scenario;
import org.whorl.engine.model.Service;
import org.whorl.engine.model.Timeline;

/**
 * From where people come, through the services, to where they go. The answer counts who starts, leaves and changes; how
 * those who finish share themselves out is the model's own routes.
 */
final class HowPeopleMove implements Section {

    /** With more of them nobody could follow the lines. */
    private static final int MOST_ARRIVALS_DRAWN = 3;

    /** Fewer than one person in most of a year would be a line nobody can see. */
    private static final double LEAST = 0.005;

    private final Edition edition;
    private final Map<String, Flow.Stop> stops = new LinkedHashMap<>();
    private final Map<List<String>, Double> links = new LinkedHashMap<>();

    private final Figures figures;
    private final Model model;

    HowPeopleMove(Edition edition) {
        this(edition, Scenario.BASE);
    }

    /** How they move in one scenario, in the end: the last of its changes has been made. */
    HowPeopleMove(Edition edition, String scenario) {
        this.edition = edition;
        figures = edition.outcome(scenario).figures();
        model = scenario.equals(Scenario.BASE)
                ? edition.model()
                : Timeline.of(edition.model(), edition.model().scenario(scenario))
                        .epochs()
                        .getLast()
                        .model();
    }

    @Override
    public String id() {
        return "flow";
    }

    @Override
    public void write(Html out) {
        double arriving = arrivals();
        model.services().forEach(service -> service(service.id()));
        for (Service service : model.services()) {
            leave(service);
        }
        List<Flow.Link> drawn = new ArrayList<>();
        links.forEach((ends, rate) -> drawn.add(new Flow.Link(ends.getFirst(), ends.getLast(), rate)));
        drawn.sort(Comparator.comparingInt(link -> List.copyOf(stops.keySet()).indexOf(link.from())));
        out.markup(new Flow(
                        edition.words(),
                        edition.say("flow.chart"),
                        edition.say("flow.sentence", edition.words().number(arriving)),
                        List.copyOf(stops.values()),
                        drawn)
                .figure("flow-chart"));
        out.element("p", edition.say("flow.how"));
    }

    /** Draws where people come from when that is a few places; otherwise only the services they come to. */
    private double arrivals() {
        boolean drawn = model.arrivals().size() <= MOST_ARRIVALS_DRAWN;
        double all = 0;
        for (Arrival arrival : model.arrivals()) {
            double rate = rate(arrival);
            all += rate;
            if (drawn) {
                link(stop("arrival." + arrival.id(), edition.name(arrival.name())), service(arrival.to()), rate);
            }
        }
        return all;
    }

    private double rate(Arrival arrival) {
        double sum = 0;
        int days = edition.model().time().days();
        LocalDate day = edition.firstDay();
        for (int i = 0; i < days; i++) {
            sum += arrival.meanOn(day.plusDays(i));
        }
        return days == 0 ? 0 : sum / days;
    }

    private void leave(Service service) {
        double starts = perDay(service, Field.STARTS);
        if (service.routes().isEmpty()) {
            link(service(service.id()), destination(firstExit()), starts);
        }
        for (Route route : service.routes()) {
            link(
                    service(service.id()),
                    destination(route.to()),
                    starts * route.share().value());
        }
        String leaveTo = service.queue().leaveTo();
        link(service(service.id()), destination(leaveTo == null ? firstExit() : leaveTo), perDay(service, Field.LEFT));
        if (service.whileWaiting().moves() != null) {
            link(service(service.id()), service(service.whileWaiting().moves().to()), perDay(service, Field.MOVED));
        }
        double lost = perDay(service, Field.LOST);
        if (lost > LEAST) {
            link(service(service.id()), stop("turned-away", edition.say("flow.lost")), lost);
        }
    }

    private String firstExit() {
        return model.exits().isEmpty() ? "out" : model.exits().getFirst();
    }

    private double perDay(Service service, Field field) {
        return figures.find(Subject.service(service.id()), field)
                .map(Estimate::mean)
                .orElse(0.0);
    }

    private String service(String id) {
        return stop("service." + id, edition.service(id));
    }

    private String destination(String id) {
        return edition.model().findService(id).isPresent() ? service(id) : stop("exit." + id, edition.destination(id));
    }

    private String stop(String id, String name) {
        stops.putIfAbsent(id, new Flow.Stop(id, name));
        return id;
    }

    private void link(String from, String to, double perDay) {
        if (perDay > LEAST) {
            links.merge(List.of(from, to), perDay, Double::sum);
        }
    }
}
