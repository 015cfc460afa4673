package org.whorl.engine.simulation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.SplittableRandom;
import org.whorl.engine.Cases;
import org.whorl.engine.model.Arrival;
import org.whorl.engine.model.Capacity;
import org.whorl.engine.model.Duration;
import org.whorl.engine.model.Measure;
import org.whorl.engine.model.Model;
import org.whorl.engine.model.Name;
import org.whorl.engine.model.Opening;
import org.whorl.engine.model.Parameter;
import org.whorl.engine.model.Profile;

/** Some services alone and two in a row beside them, with a bit of everything that does not make them meet. */
final class LoneNetworks {

    private final SplittableRandom random;
    private final Cases cases;

    private LoneNetworks(long seed) {
        random = new SplittableRandom(seed);
        cases = Cases.model().days(random.nextInt(3) * 15, 20 + random.nextInt(60));
    }

    static Model of(long seed) {
        return new LoneNetworks(seed).model();
    }

    private boolean chance(double p) {
        return random.nextDouble() < p;
    }

    private Model model() {
        int alone = 1 + random.nextInt(4);
        for (int s = 0; s < alone; s++) {
            lone("lone" + s);
        }
        cases.service("hall").unlimited().constant(2);
        cases.arrive(arrival("to-hall", "hall", 1));
        cases.arrive(arrival("to-first", "first", 1.5));
        cases.service("first")
                .places(4)
                .exponential(2)
                .waitsIn("hall")
                .to("second", 0.7)
                .to("home", 0.3);
        cases.service("second").places(3).lognormal(3, 2).to("home", 1);
        for (int m = 0; m < 6; m++) {
            measure("m" + m, alone);
        }
        cases.scenario(
                "other",
                Cases.times("services.lone0.length-of-stay", 1.3),
                Cases.add(
                        "services.lone0.capacity",
                        random.nextInt(7) - 3,
                        chance(0.5) ? null : Cases.MONDAY.plusDays(7),
                        chance(0.5) ? null : Cases.MONDAY.plusDays(15)));
        return cases.build();
    }

    private void lone(String id) {
        double stay = chance(0.15) ? 0.01 : 1 + 6 * random.nextDouble();
        Cases.Stop stop = cases.service(id);
        if (chance(0.2)) {
            stop.constant(Math.rint(stay));
        } else {
            stop.lognormal(stay, stay * (0.2 + random.nextDouble()));
        }
        if (chance(0.6)) {
            stop.waitsIn("hall");
        }
        if (chance(0.2)) {
            stop.stayGrows(0.05);
        }
        if (chance(0.3)) {
            stop.to("home", 0.4).to("died", 0.6);
        }
        stop.capacity(id.equals("lone0") ? Capacity.places(3 + random.nextInt(12)) : places());
        int streams = random.nextInt(3);
        for (int a = 0; a < streams; a++) {
            cases.arrive(arrival(id + "-" + a, id, chance(0.1) ? 40 : 3 * random.nextDouble()));
        }
        if (chance(0.3)) {
            cases.open(id, random.nextInt(12), random.nextInt(8), 0);
        } else if (chance(0.2)) {
            Opening.Group some = Opening.Group.of(random.nextInt(12));
            cases.open(new Opening(id, some, Duration.of(Duration.Family.GAMMA, 4, 3), some, Opening.Group.nobody()));
        } else if (chance(0.4)) {
            cases.open(id, List.of(0.5, 3.0), List.of(0.0, 4.0, 2.25), null);
        }
    }

    private Capacity places() {
        return switch (random.nextInt(5)) {
            case 0 -> new Capacity.Unlimited();
            case 1 ->
                new Capacity.Calendar(
                        Capacity.Unit.PLACES,
                        List.of(
                                new Capacity.Step(null, Parameter.of(random.nextInt(15))),
                                new Capacity.Step(Cases.MONDAY.plusDays(9), Parameter.of(random.nextInt(15))),
                                new Capacity.Step(Cases.MONDAY.plusDays(11), Parameter.of(random.nextInt(15)))));
            case 2 ->
                new Capacity.Cycle(
                        Capacity.Unit.PLACES,
                        List.of(Parameter.of(random.nextInt(15)), Parameter.of(0), Parameter.of(random.nextInt(9))));
            default -> Capacity.places(1 + random.nextInt(14));
        };
    }

    private Arrival arrival(String id, String to, double rate) {
        SequencedMap<String, SequencedMap<String, Double>> tags = Arrival.noTags();
        if (to.equals("first") || chance(0.5)) {
            SequencedMap<String, Double> colour = new LinkedHashMap<>();
            colour.put("red", 0.3);
            colour.put("green", 0.7);
            tags.put("colour", colour);
        }
        return new Arrival(
                id,
                Name.of(id),
                to,
                Parameter.of(rate),
                Profile.flat(7),
                Profile.flat(12),
                Parameter.of(chance(0.5) ? 1 : 2),
                tags);
    }

    private void measure(String id, int alone) {
        SequencedMap<String, String> where = new LinkedHashMap<>();
        if (chance(0.3)) {
            where.put("colour", "red");
        }
        List<String> in = new ArrayList<>();
        if (chance(0.5)) {
            in.add(chance(0.5) ? "hall" : "lone" + random.nextInt(alone));
        }
        cases.measure(new Measure(
                id,
                Name.of(id),
                chance(0.5) ? Measure.Count.WAITING : Measure.Count.IN_PLACE,
                in,
                List.of(),
                where,
                chance(0.3) ? 0 : chance(0.5) ? 2 : 4 * random.nextDouble(),
                null,
                chance(0.5) ? 3.0 : null));
    }
}
