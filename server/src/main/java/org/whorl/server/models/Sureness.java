package org.whorl.server.models;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Semaphore;
import java.util.function.BooleanSupplier;
import org.springframework.stereotype.Component;
import org.whorl.engine.answer.Answer;
import org.whorl.engine.answer.Progress;
import org.whorl.engine.load.PreparedDraws;
import org.whorl.engine.model.Scenario;

/**
 * How far not knowing the numbers could move an answer: every number with a spread drawn again and again. It takes a good
 * part of a second, so a few at a time are worked out, whoever moves a slider goes first, and what was drawn and what was
 * answered lately is remembered.
 */
@Component
class Sureness {

    /** Enough for an interval on a page; the report and the command line draw more. */
    static final int DRAWS = 60;

    /** Of the draws; the same for everybody, so that two people who try the same see the same. */
    static final long SEED = 20;

    private static final int ROOM = 64;

    /** A version's draws fill some ten megabytes. */
    private static final int VERSIONS = 6;

    private final SlidersFirst sliders;
    private final Semaphore turns =
            new Semaphore(Math.max(1, Runtime.getRuntime().availableProcessors() / 2), true);

    private record Which(UUID model, int version) {}

    private record Question(Which which, List<Scenario> scenarios) {}

    private final Map<Which, PreparedDraws> drawn = new Lately<>(VERSIONS);
    private final Map<Question, Answer> known = new Lately<>(ROOM);

    /** Remembers what was used lately. */
    private static final class Lately<K, V> extends LinkedHashMap<K, V> {
        private static final long serialVersionUID = 1L;

        private final int room;

        Lately(int room) {
            super(16, 0.75f, true);
            this.room = room;
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
            return size() > room;
        }
    }

    Sureness(SlidersFirst sliders) {
        this.sliders = sliders;
    }

    /**
     * The answer with an interval for not knowing the numbers.
     *
     * @param overtaken whether whoever asked has asked something else since; the work then ends with
     *     {@link CancellationException}
     */
    Answer of(Ready ready, List<Scenario> scenarios, BooleanSupplier overtaken) {
        Which which = new Which(ready.kept(), ready.version());
        Question question = new Question(which, scenarios);
        turns.acquireUninterruptibly();
        try {
            if (overtaken.getAsBoolean()) {
                throw new CancellationException("overtaken while it waited");
            }
            synchronized (known) {
                Answer answer = known.get(question);
                if (answer != null) {
                    return answer;
                }
            }
            Answer answer = draws(which, ready).answer(scenarios, givingWay(overtaken));
            synchronized (known) {
                known.put(question, answer);
            }
            return answer;
        } finally {
            turns.release();
        }
    }

    private PreparedDraws draws(Which which, Ready ready) {
        synchronized (drawn) {
            PreparedDraws here = drawn.get(which);
            if (here != null) {
                return here;
            }
        }
        // Whoever asked may have gone on; the draws serve the next question all the same.
        PreparedDraws draws = new PreparedDraws(ready.model(), DRAWS, SEED, givingWay(() -> false));
        synchronized (drawn) {
            drawn.put(which, draws);
        }
        return draws;
    }

    private Progress givingWay(BooleanSupplier overtaken) {
        return new Progress() {
            @Override
            public void at(int done, int expected) {
                sliders.giveWay();
            }

            @Override
            public boolean cancelled() {
                return overtaken.getAsBoolean();
            }
        };
    }
}
