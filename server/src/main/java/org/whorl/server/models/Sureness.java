package org.whorl.server.models;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import org.springframework.stereotype.Component;
import org.whorl.engine.answer.Answer;
import org.whorl.engine.load.Preview;
import org.whorl.engine.model.Model;

/**
 * How far not knowing the numbers could move an answer: every number with a spread drawn again and again. It takes a good
 * part of a second, so a few at a time are worked out, and what somebody has just asked is remembered.
 */
@Component
class Sureness {

    /** Enough for an interval on a page; the report and the command line draw more. */
    static final int DRAWS = 60;

    private static final long SEED = 20;
    private static final int ROOM = 64;

    private final Semaphore turns =
            new Semaphore(Math.max(1, Runtime.getRuntime().availableProcessors() / 2), true);

    private record Key(Model model, List<String> scenarios) {}

    private final Map<Key, Answer> known = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Answer> eldest) {
            return size() > ROOM;
        }
    };

    /** The answer with an interval for not knowing the numbers. */
    Answer of(Model model, List<String> scenarios) {
        Key key = new Key(model, scenarios);
        turns.acquireUninterruptibly();
        try {
            synchronized (known) {
                Answer answer = known.get(key);
                if (answer != null) {
                    return answer;
                }
            }
            Answer answer = Preview.withUncertainty(model, scenarios, DRAWS, SEED);
            synchronized (known) {
                known.put(key, answer);
            }
            return answer;
        } finally {
            turns.release();
        }
    }
}
