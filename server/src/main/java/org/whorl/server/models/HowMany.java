package org.whorl.server.models;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.whorl.engine.allocation.DelayCurve;
import org.whorl.engine.answer.Answer;
import org.whorl.engine.answer.Estimate;
import org.whorl.engine.answer.Field;
import org.whorl.engine.answer.Subject;
import org.whorl.engine.load.RightSizing;
import org.whorl.engine.load.WeekdayLoads;
import org.whorl.engine.model.Arrival;
import org.whorl.engine.model.Distribution;
import org.whorl.engine.model.Duration;
import org.whorl.engine.model.Measure;
import org.whorl.engine.model.Model;
import org.whorl.engine.model.Route;
import org.whorl.engine.model.Scenario;
import org.whorl.engine.model.Service;
import org.whorl.engine.model.Visits;

/**
 * How many places a service needs: by the arithmetic people know, by formulas, and what fewer or more would cost everybody.
 *
 * @param service which
 * @param streams who comes, from where
 * @param sized the arithmetic
 * @param answer the formulas, with the curve's changes
 * @param curve what everybody pays with fewer and more places; empty where nobody can tell
 * @param weekdays by weekday
 */
record HowMany(
        Service service,
        List<Stream> streams,
        RightSizing.Sized sized,
        Answer answer,
        Optional<DelayCurve> curve,
        WeekdayLoads weekdays) {

    /** As many numbers of places as a picture can show. */
    private static final int STEPS = 7;

    /** How far the curve reaches each way, as a share of today's places. */
    private static final double REACH = 0.25;

    private static final int WEEK = 7;
    private static final int DRAWS = 2;

    /**
     * Somebody who comes from somewhere.
     *
     * @param from an arrival's or a service's id
     * @param outside do they come from outside?
     * @param week how many leave there in a week
     * @param share what share of them comes here
     */
    record Stream(String from, boolean outside, double week, double share) {
        double here() {
            return week * share;
        }
    }

    /**
     * Minutes of a visit and hours of a post, where somebody has said them.
     *
     * @param minutes of one visit, the way and the writing included
     * @param hours a week that one post is paid for
     * @param away the share of those that is leave, sickness and training
     */
    record Work(double minutes, double hours, double away) {}

    /** Services of which it can be asked: people stay there, and there is a limit. */
    static List<Service> services(Model model) {
        return model.services().stream()
                .filter(service -> service.lengthOfStay() != null
                        && !service.capacity().isUnlimited()
                        && today(model, service) >= 1)
                .toList();
    }

    /**
     * Works it out.
     *
     * @param occupancy the share of places that is to be taken, above 0 and up to 1
     * @param work what a visit takes; empty where nobody has said
     * @param sure with how far not knowing the numbers could move it
     */
    static HowMany of(
            Ready ready, Service service, double occupancy, Optional<Work> work, boolean sure, Pictures pictures) {
        Model model = ready.model();
        int today = (int) today(model, service);
        int apart = Math.max(1, (int) Math.ceil(today * REACH / STEPS));
        int most = Math.min(STEPS, (today - 1) / apart) * apart;
        int more = STEPS * apart;
        Optional<Measure> measure = model.measures().stream().findFirst();
        List<Scenario> changes = measure.isEmpty() ? List.of() : DelayCurve.scenarios(service, most, more, apart);
        Answer answer = pictures.answer(ready, changes, sure);
        List<Stream> streams = streams(model, service, answer);
        return new HowMany(
                service,
                streams,
                sized(service, streams, occupancy, work),
                answer,
                measure.filter(each -> canTell(answer, each))
                        .map(each -> DelayCurve.of(answer, service, most, more, apart, each.id())),
                WeekdayLoads.of(model, service.id()));
    }

    /** Places, or visits a day, today. */
    double today() {
        return today(answer.model(), service);
    }

    /** Is anything paid, and anybody counted? */
    private static boolean canTell(Answer answer, Measure measure) {
        return answer.base()
                        .figures()
                        .find(Subject.measure(measure.id()), Field.MEAN)
                        .isPresent()
                && answer.base()
                        .figures()
                        .find(Subject.system(), Field.CASH_WHEN_STEPS_CLOSE)
                        .filter(pounds -> pounds.mean() != 0)
                        .isPresent();
    }

    private static double today(Model model, Service service) {
        return Math.floor(service.capacity().amount(model.time(), model.time().warmUp()) + 1e-9);
    }

    private static List<Stream> streams(Model model, Service service, Answer answer) {
        List<Stream> streams = new ArrayList<>();
        for (Arrival arrival : model.arrivals()) {
            if (arrival.to().equals(service.id())) {
                streams.add(new Stream(arrival.id(), true, arrival.rate().value() * WEEK, 1));
            }
        }
        for (Service other : model.services()) {
            for (Route route : other.routes()) {
                if (route.to().equals(service.id())) {
                    double starts = answer.base()
                            .figures()
                            .find(Subject.service(other.id()), Field.STARTS)
                            .map(Estimate::mean)
                            .orElse(0.0);
                    streams.add(new Stream(
                            other.id(), false, starts * WEEK, route.share().value()));
                }
            }
        }
        return streams;
    }

    private static RightSizing.Sized sized(
            Service service, List<Stream> streams, double occupancy, Optional<Work> work) {
        double week = streams.stream().mapToDouble(Stream::here).sum();
        Distribution stay = stay(service);
        @Nullable Visits visits = service.visits();
        Optional<RightSizing.Work> done = Optional.ofNullable(visits)
                .map(each -> new RightSizing.Work(
                        each.first().value(),
                        each.last().value(),
                        each.doubleHanded().value(),
                        work.map(Work::minutes).orElse(0.0),
                        0,
                        0,
                        work.map(Work::hours).orElse(1.0),
                        work.map(Work::away).orElse(0.0)));
        RightSizing.Pathway pathway = new RightSizing.Pathway(
                service.id(), week, 0, stay.mean(), Math.sqrt(stay.variance()), occupancy, done);
        return RightSizing.of(new RightSizing.Question(List.of(week), List.of(pathway)), DRAWS, 1)
                .sized()
                .getFirst();
    }

    /** The days people stay. */
    static Distribution stay(Service service) {
        @Nullable Duration days = service.lengthOfStay();
        if (days == null) {
            throw new IllegalArgumentException("nobody stays at " + service.id());
        }
        return days.distribution();
    }
}
