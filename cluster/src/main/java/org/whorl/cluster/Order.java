package org.whorl.cluster;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.apache.spark.TaskContext;
import org.whorl.engine.answer.Answer;
import org.whorl.engine.answer.Progress;
import org.whorl.engine.model.Scenario;
import org.whorl.engine.simulation.Part;
import org.whorl.engine.simulation.Plan;
import org.whorl.engine.simulation.Simulation;

/**
 * All there is to play. Every machine has a copy. In each draw chance has the same seed, so that draws differ by their
 * numbers alone, as scenarios differ by their changes alone.
 *
 * @param places where
 * @param draws of each place's numbers, beside its model as it stands
 * @param replications of each scenario with each draw
 * @param seed of chance
 */
record Order(List<Place> places, int draws, int replications, long seed) implements Serializable {

    /** So many pieces for each core: who is ready sooner takes one more, and little is lost with a machine. */
    private static final int PIECES_A_CORE = 8;

    /** A piece costs some milliseconds to prepare and to send; fewer replications are not worth it. */
    private static final int FEWEST = 10;

    /** More are too much to lose. */
    private static final int MOST = 1_000;

    /**
     * What is played at one go: replications {@code from} to {@code to} of a scenario.
     *
     * @param place its number in the order
     * @param draw 0 for the model as it stands
     */
    record Piece(int place, int draw, String scenario, int from, int to) implements Serializable {}

    /** What can be told of a place with one draw of its numbers when all its pieces are there. */
    record Question(int place, int draw) {}

    /** The pieces, for a machine or machines with so many cores. */
    List<Piece> pieces(int cores) {
        long lines = 0;
        for (Place place : places) {
            lines += (place.scenarios().size() + 1L) * (draws + 1L);
        }
        long size = Math.ceilDiv(replications * lines, (long) PIECES_A_CORE * cores);
        int most = Math.clamp(size, FEWEST, MOST);
        List<Piece> pieces = new ArrayList<>();
        for (int draw = 0; draw <= draws; draw++) {
            for (int p = 0; p < places.size(); p++) {
                List<String> scenarios = new ArrayList<>(places.get(p).scenarios());
                scenarios.addFirst(Scenario.BASE);
                for (String scenario : scenarios) {
                    for (int from = 0; from < replications; from += most) {
                        pieces.add(new Piece(p, draw, scenario, from, Math.min(replications, from + most)));
                    }
                }
            }
        }
        return pieces;
    }

    /** How many questions there are. */
    int questions() {
        return places.size() * (draws + 1);
    }

    /** The number of the question a piece belongs to. */
    int question(Piece piece) {
        return piece.draw() * places.size() + piece.place();
    }

    Question question(int number) {
        return new Question(number % places.size(), number / places.size());
    }

    /** Plays a piece, here and now. */
    Part play(Piece piece) {
        Place place = places.get(piece.place());
        Part part = Simulation.play(
                place.drawn(piece.draw()), plan(place), piece.scenario(), piece.from(), piece.to(), stoppable());
        // The days are for the answer as it stands; of a draw only figures are kept.
        return piece.draw() == 0 ? part : part.withoutDays();
    }

    /** Puts the pieces of a question together. */
    Answer answer(Question question, Collection<Part> parts) {
        Place place = places.get(question.place());
        return Simulation.combine(place.drawn(question.draw()), plan(place), parts);
    }

    private Plan plan(Place place) {
        return new Plan(place.scenarios(), seed, new Plan.Stop.Replications(replications), 1);
    }

    private static Progress stoppable() {
        TaskContext task = TaskContext.get();
        return new Progress() {
            @Override
            public void at(int done, int expected) {}

            @Override
            public boolean cancelled() {
                return task != null && task.isInterrupted();
            }
        };
    }
}
