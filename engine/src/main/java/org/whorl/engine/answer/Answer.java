package org.whorl.engine.answer;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.whorl.engine.model.Model;
import org.whorl.engine.model.Quality;

/**
 * A whole answer, of either tier.
 *
 * @param model what was asked about
 * @param tier which engine answered
 * @param seed the seed of the random streams; 0 for the instant tier
 * @param replications how many replications were played, those of all draws together; 0 for the instant tier
 * @param scenarios what each scenario came to, {@code base} first
 * @param differences scenario minus base, paired replication by replication
 * @param quality how many of the model's parameters there are of each quality
 * @param notes warnings that belong to the whole
 * @param sources where the uncertainty comes from, where that was asked for
 */
public record Answer(
        Model model,
        Tier tier,
        long seed,
        int replications,
        SequencedMap<String, Outcome> scenarios,
        SequencedMap<String, Figures> differences,
        Map<Quality, Integer> quality,
        List<Note> notes,
        Sources sources) {

    /** An answer that does not say where its uncertainty comes from. */
    public Answer(
            Model model,
            Tier tier,
            long seed,
            int replications,
            SequencedMap<String, Outcome> scenarios,
            SequencedMap<String, Figures> differences,
            Map<Quality, Integer> quality,
            List<Note> notes) {
        this(model, tier, seed, replications, scenarios, differences, quality, notes, Sources.NONE);
    }

    /** Which engine answered. */
    public enum Tier {
        INSTANT("instant"),
        SIMULATION("simulation");

        private final String word;

        Tier(String word) {
            this.word = word;
        }

        /** The word in JSON and on badges. */
        public String word() {
            return word;
        }
    }

    public Answer {
        scenarios = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(scenarios));
        differences = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(differences));
        quality = Map.copyOf(quality);
        notes = List.copyOf(notes);
    }

    /** The same answer with more to know before trusting it. */
    public Answer with(List<Note> more) {
        List<Note> all = new ArrayList<>(notes);
        all.addAll(more);
        return new Answer(model, tier, seed, replications, scenarios, differences, quality, all, sources);
    }

    /** The model as it stands. */
    public Outcome base() {
        return scenarios.firstEntry().getValue();
    }
}
