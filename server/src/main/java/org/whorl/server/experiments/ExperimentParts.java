package org.whorl.server.experiments;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.whorl.server.decisions.Beside;
import org.whorl.server.decisions.Charge;
import org.whorl.server.decisions.Charged;
import org.whorl.server.design.Screen;
import org.whorl.server.design.Undoable;
import org.whorl.server.measures.Logged;
import org.whorl.server.search.Findable;
import org.whorl.server.spirals.ForYou;
import org.whorl.server.thread.Spun;
import org.whorl.server.trust.Action;

/** What of experiments goes through the mechanisms all features share. */
@Configuration(proxyBeanMethods = false)
class ExperimentParts {

    @Bean
    Undoable undoExperiment(Experiments experiments) {
        return new Undoable(Experiment.VERSIONED.kind(), experiments::undo);
    }

    @Bean
    Undoable undoExperimentTask(Alongside alongside) {
        return new Undoable(Task.VERSIONED.kind(), alongside::undoTask);
    }

    @Bean
    Undoable undoExperimentFraming(Framing framing) {
        return new Undoable(Framings.VERSIONED.kind(), framing::undo);
    }

    /** A shift in a chart that meets the beginning of an experiment is worth asking about. */
    @Bean
    Logged loggedExperiments(Experiments experiments) {
        return (measure, site) -> experiments.list().stream()
                .filter(each -> each.isAbout(measure))
                .flatMap(each -> Picturing.beganIn(each, site)
                        .map(day -> new Logged.Start(day, each.title(), each.language(), "/experiments/" + each.id()))
                        .stream())
                .toList();
    }

    /** The experiments that stand on a decision, with where they have got to. */
    @Bean
    Beside experimentsBeside(Experiments experiments, Picturing picturing) {
        return new Beside() {
            @Override
            public List<Link> list(Screen s, UUID decision) {
                return of(decision).map(each -> link(s, each)).toList();
            }

            @Override
            public List<Counted> listCounted(Screen s, UUID decision) {
                return of(decision)
                        .flatMap(each -> picturing.findAlone(s, each).stream()
                                .map(its -> new Counted(
                                        link(s, each),
                                        its.chart(),
                                        Stream.concat(its.sentences().stream(), its.remarks().stream())
                                                .toList())))
                        .toList();
            }

            private Stream<Experiment> of(UUID decision) {
                return experiments.list().stream()
                        .filter(each -> each.decision().equals(Optional.of(decision)));
            }

            private Link link(Screen s, Experiment each) {
                return new Link(
                        each.title(), s.say("experiment.state." + each.state().key()), "/experiments/" + each.id());
            }
        };
    }

    /** What goes on stands on the map of who sees to what. */
    @Bean
    Charged chargedExperiments(Experiments experiments) {
        return s -> experiments.list().stream()
                .filter(each -> each.state() == Experiment.State.RUNNING)
                .map(each -> new Charge.Thing(
                        "experiment",
                        each.id().toString(),
                        each.title(),
                        each.language(),
                        each.id(Field.OWNER),
                        each.names().owner(),
                        "/experiments/" + each.id(),
                        "/experiments/" + each.id() + "/edit/who",
                        each.day(Field.RESPOND_BY)))
                .toList();
    }

    @Bean
    Findable findExperiments() {
        return ExperimentStore.FINDABLE;
    }

    /** Whoever said they would stop it reads on the first page that its figures ask them to. */
    @Bean
    ForYou experimentsForYou(Experiments experiments, Stopping stopping) {
        return new ForYou() {
            @Override
            public List<Thing> list(Screen s) {
                Optional<UUID> me = s.viewer().member();
                if (me.isEmpty() || !s.may(Action.SEE_MEASURES)) {
                    return List.of();
                }
                return experiments.list().stream()
                        .filter(each -> each.state() == Experiment.State.RUNNING
                                && (each.id(Field.STOPPER).equals(me)
                                        || each.id(Field.OWNER).equals(me))
                                && stopping.find(each).isPresent())
                        .map(each -> new Thing(
                                each.title(),
                                each.language(),
                                s.say("experiment.for-you.stop"),
                                "/experiments/" + each.id()))
                        .toList();
            }

            @Override
            public int minutesAsked() {
                return 0;
            }
        };
    }

    @Bean
    Spun spinExperiments() {
        return ExperimentThreadStore.SPUN;
    }
}
