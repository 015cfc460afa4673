package org.whorl.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import umontreal.ssj.randvar.ExponentialGen;
import umontreal.ssj.randvar.LognormalGen;
import umontreal.ssj.rng.MRG32k3a;
import umontreal.ssj.rng.RandomStream;
import umontreal.ssj.simevents.Event;
import umontreal.ssj.simevents.Simulator;
import umontreal.ssj.simevents.eventlist.SplayTree;

/**
 * D2A-3 written for SSJ, Stochastic Simulation in Java (University of Montreal), as its own guide does: an event is an
 * object, and the library keeps the event list. It counts what the C programs count.
 */
record Ssj(String name) implements Entrant {

    private static final double WARM_UP = 365;
    private static final double END = 730;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    @Override
    public Lap run(int replications, long seed) {
        long start = System.nanoTime();
        long begun = THREADS.getCurrentThreadCpuTime();
        MRG32k3a.setPackageSeed(new long[] {seed, 2, 3, 4, 5, 6});
        List<Pathway> pathways =
                List.of(new Pathway(8, 14, 10, 120), new Pathway(1.6, 28, 20, 50), new Pathway(0.8, 45, 35, 40));
        double[] waits = new double[pathways.size()];
        for (int r = 0; r < replications; r++) {
            Simulator simulator = new Simulator(new SplayTree());
            simulator.init();
            pathways.forEach(pathway -> pathway.begin(simulator));
            new End(simulator).schedule(END);
            simulator.start();
            for (int p = 0; p < waits.length; p++) {
                waits[p] += pathways.get(p).figures()[0] / replications;
            }
        }
        double work = (THREADS.getCurrentThreadCpuTime() - begun) / 1e9;
        return new Lap(
                (System.nanoTime() - start) / 1e9,
                work,
                Arrays.stream(waits).boxed().toList());
    }

    /** One service with its queue. */
    private static final class Pathway {
        private final RandomStream arrivals = new MRG32k3a();
        private final RandomStream stays = new MRG32k3a();
        private final double rate;
        private final double mu;
        private final double sigma;
        private final int places;
        private final Queue<Double> line = new ArrayDeque<>();
        private final List<Double> waits = new ArrayList<>();
        private int busy;
        private double since;
        private double waiting;
        private double inPlace;

        Pathway(double rate, double mean, double sd, int places) {
            this.rate = rate;
            this.places = places;
            double variance = Math.log1p(sd * sd / (mean * mean));
            sigma = Math.sqrt(variance);
            mu = Math.log(mean) - variance / 2;
        }

        void begin(Simulator simulator) {
            line.clear();
            waits.clear();
            busy = 0;
            since = WARM_UP;
            waiting = 0;
            inPlace = 0;
            new Arrival(simulator, this).schedule(ExponentialGen.nextDouble(arrivals, rate));
        }

        void count(double now) {
            if (now > WARM_UP) {
                waiting += (now - since) * line.size();
                inPlace += (now - since) * busy;
                since = now;
            }
        }

        void serve(Simulator simulator) {
            double now = simulator.time();
            while (busy < places && !line.isEmpty()) {
                double wait = now - line.remove();
                busy++;
                new Departure(simulator, this).schedule(LognormalGen.nextDouble(stays, mu, sigma));
                if (now >= WARM_UP) {
                    waits.add(wait);
                }
            }
        }

        /** Mean wait, mean number waiting, occupancy and the 95th percentile of waits, as the C programs have them. */
        double[] figures() {
            count(END);
            double[] sorted = waits.stream().mapToDouble(w -> w).sorted().toArray();
            return new double[] {
                Arrays.stream(sorted).average().orElse(Double.NaN),
                waiting / (END - WARM_UP),
                inPlace / (END - WARM_UP) / places,
                sorted[(int) (0.95 * (sorted.length - 1))]
            };
        }
    }

    private static final class Arrival extends Event {
        private final Pathway pathway;

        Arrival(Simulator simulator, Pathway pathway) {
            super(simulator);
            this.pathway = pathway;
        }

        @Override
        public void actions() {
            double now = simulator().time();
            pathway.count(now);
            schedule(ExponentialGen.nextDouble(pathway.arrivals, pathway.rate));
            pathway.line.add(now);
            pathway.serve(simulator());
        }
    }

    private static final class Departure extends Event {
        private final Pathway pathway;

        Departure(Simulator simulator, Pathway pathway) {
            super(simulator);
            this.pathway = pathway;
        }

        @Override
        public void actions() {
            pathway.count(simulator().time());
            pathway.busy--;
            pathway.serve(simulator());
        }
    }

    private static final class End extends Event {
        End(Simulator simulator) {
            super(simulator);
        }

        @Override
        public void actions() {
            simulator().stop();
        }
    }
}
