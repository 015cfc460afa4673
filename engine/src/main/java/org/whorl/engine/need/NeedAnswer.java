package org.whorl.engine.need;

import java.util.List;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;
import org.whorl.engine.answer.Estimate;
import org.whorl.engine.answer.Note;
import org.whorl.engine.model.Driver;
import org.whorl.engine.model.Model;
import org.whorl.engine.model.Need;
import org.whorl.engine.model.Parameter;

/**
 * What a place needs, now and then, and why that differs. All intervals are those that not knowing the model's numbers leaves;
 * which variant of a projection comes true is one of the things not known.
 *
 * @param model what was asked about
 * @param now the year in which the model starts, or the year people were counted where nothing tells how they grow
 * @param then the year it is compared with
 * @param draws how many times what is not known was drawn
 * @param seed of the draws
 * @param people who lives there
 * @param needs each need, in the order of the model
 * @param arrivals for each arrival that comes from a need: how many times as many come then as come now
 * @param notes what must be known before trusting it
 */
public record NeedAnswer(
        Model model,
        int now,
        int then,
        int draws,
        long seed,
        List<Row<People>> people,
        List<OfNeed> needs,
        SequencedMap<String, Estimate> arrivals,
        List<Note> notes) {

    /** The age bands of tables, by their lowest age. */
    public static final List<Integer> BANDS = List.of(0, 18, 65, 75, 85);

    /** Keeps copies. */
    public NeedAnswer {
        people = List.copyOf(people);
        needs = List.copyOf(needs);
        notes = List.copyOf(notes);
    }

    /** The answer about one need; an error where there is none. */
    public OfNeed need(String id) {
        return needs.stream()
                .filter(n -> n.need().id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("The answer has no need " + id));
    }

    /**
     * A group of people.
     *
     * @param area one of the model's areas; null for all
     * @param fifth of deprivation, 1 (most) to 5; 0 for all
     * @param band the lowest age of one of {@link #BANDS}; -1 for all
     */
    public record Group(@Nullable String area, int fifth, int band) {
        /** Everybody. */
        public static final Group ALL = new Group(null, 0, -1);
    }

    /**
     * What there is of something in a group.
     *
     * @param group whose
     * @param now in the first year
     * @param then in the other
     */
    public record Row<T>(Group group, T now, T then) {}

    /**
     * How many live there.
     *
     * @param count people
     */
    public record People(Estimate count) {}

    /**
     * Need, demand and what is met, which are not the same.
     *
     * @param need all there is, seen or unseen
     * @param demand what comes to light and asks for help
     * @param met what is met of the demand; null where nobody can tell
     * @param unmet need less what is met; null where nobody can tell
     */
    public record Amount(
            Estimate need,
            Estimate demand,
            @Nullable Estimate met,
            @Nullable Estimate unmet) {}

    /**
     * All about one need.
     *
     * @param need which
     * @param rows for everybody, areas, fifths, both, and age bands
     * @param notMedical the demand that is not about medicine, or not only; null where nobody can tell
     * @param parts what made demand change, in the order of {@link Cause}; they add to the change
     * @param effects of every driver of the model
     * @param neighbourhoods what is expected of each now, where the model knows any
     */
    public record OfNeed(
            Need need,
            List<Row<Amount>> rows,
            @Nullable Row<Estimate> notMedical,
            SequencedMap<Cause, Estimate> parts,
            List<Effect> effects,
            List<Neighbourhood> neighbourhoods) {

        /** Keeps copies. */
        public OfNeed {
            rows = List.copyOf(rows);
            effects = List.copyOf(effects);
            neighbourhoods = List.copyOf(neighbourhoods);
        }

        /** The row of a group; an error where there is none. */
        public Row<Amount> row(Group group) {
            return rows.stream()
                    .filter(r -> r.group().equals(group))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("There is no row for " + group));
        }
    }

    /** Why demand changes. */
    public enum Cause {
        /** More people or fewer. */
        SIZE("size"),
        /** Older people or younger, women or men, here or there. */
        AGE("age"),
        /** People of an age healthier than before. */
        HEALTH("health"),
        /** Drivers that moved. */
        CIRCUMSTANCES("circumstances"),
        /** More or less of a need comes to light or asks for help. */
        PRACTICE("practice");

        private final String word;

        Cause(String word) {
            this.word = word;
        }

        /** The word in JSON. */
        public String word() {
            return word;
        }
    }

    /**
     * What a driver does to a need.
     *
     * @param driver which
     * @param moved by how many standard deviations it moves
     * @param ratio how many times as much is needed for one standard deviation more, with its source; null where no source was
     *     found, so that nobody can tell
     * @param factor what it comes to as far as it moves; null where nobody can tell
     */
    public record Effect(
            Driver driver,
            double moved,
            @Nullable Parameter ratio,
            @Nullable Estimate factor) {}

    /**
     * What is expected of a neighbourhood: its people at the rates of their ages and fifth. Nobody was counted.
     *
     * @param id its code
     * @param name what people call it
     * @param area in which area
     * @param fifth of deprivation
     * @param people who live there
     * @param demand expected in a year, now
     * @param seen what was counted there, where somebody did
     */
    public record Neighbourhood(
            String id,
            String name,
            String area,
            int fifth,
            double people,
            Estimate demand,
            @Nullable Seen seen) {}

    /** Counts below this are not told: they might point to somebody. */
    public static final int FEWEST_TOLD = 10;

    /**
     * What was counted in a neighbourhood. Where fewer than {@link #FEWEST_TOLD} were, neither is told.
     *
     * @param count in a year; 0 where it is not told
     * @param rate next to what is expected of its people, 1 being that of all counted neighbourhoods together, steadied by
     *     {@link Shrinkage}; null where it is not told
     */
    public record Seen(double count, @Nullable Estimate rate) {}
}
