package org.whorl.server.example;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Optional;
import java.util.UUID;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;
import org.whorl.server.experiments.Experiments;
import org.whorl.server.findings.Finding;
import org.whorl.server.findings.Findings;
import org.whorl.server.models.Models;
import org.whorl.server.shifts.Shifts;
import org.whorl.server.trust.Role;
import org.whorl.server.trust.Viewer;

/** Loads the example on first start, before the first page is asked for. */
@Component
class LoadExample implements ApplicationRunner {

    private final Example example;
    private final Models models;
    private final Shifts shifts;
    private final ExampleModel model;
    private final Findings findings;
    private final ExampleFinding finding;
    private final Experiments experiments;
    private final ExampleExperiment experiment;
    private final Clock clock;

    LoadExample(
            Example example,
            Models models,
            Shifts shifts,
            ExampleModel model,
            Findings findings,
            ExampleFinding finding,
            Experiments experiments,
            ExampleExperiment experiment,
            Clock clock) {
        this.example = example;
        this.models = models;
        this.shifts = shifts;
        this.model = model;
        this.findings = findings;
        this.finding = finding;
        this.experiments = experiments;
        this.experiment = experiment;
        this.clock = clock;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        Viewer house = new Viewer(
                Optional.empty(), Optional.empty(), Optional.empty(), EnumSet.of(Role.ANYBODY, Role.SIGNED_IN));
        Optional<UUID> partnership = house.doing(() -> {
            if (!example.isLoaded()) {
                example.load();
            }
            return example.find();
        });
        partnership.ifPresent(id -> Viewer.house(id).doing(() -> {
            if (models.find(model.id()).isEmpty()) {
                models.begin(model.id(), model.folder(), "The example that comes with Whorl");
                shifts.keep(model.shift());
                Finding found = finding.of(model.id(), clock.instant());
                findings.begin(found);
                findings.publish(found.id(), found.version());
                example.decide();
                experiments.begin(
                        experiment.of(LocalDate.ofInstant(clock.instant(), ZoneId.of("Europe/London"))),
                        Optional.empty());
            }
            return true;
        }));
    }
}
