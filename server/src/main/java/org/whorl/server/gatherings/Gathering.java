package org.whorl.server.gatherings;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * A gathering as it stands: which step, and how its time runs. It changes only by making a new one, so that what a press of a
 * button does can be read here; it is kept in the database, and goes on after the server was away.
 *
 * @param id which one
 * @param code by which people join: eight signs
 * @param question what it is about, in people's own words
 * @param group who is meeting
 * @param language of the question
 * @param recipe how they think together
 * @param at the step, from 0; -1 before the first
 * @param state how the time runs
 * @param endsAt when the step's time is over, or the break's
 * @param left the step's seconds that are left while its time does not run
 * @param seen the last step whose round is open to all; -1 for none
 * @param openedAt since when people may join
 * @param endedAt since when they may not
 */
public record Gathering(
        UUID id,
        String code,
        String question,
        String group,
        String language,
        Recipe recipe,
        int at,
        State state,
        Optional<Instant> endsAt,
        int left,
        int seen,
        Instant openedAt,
        Optional<Instant> endedAt) {

    /** How long everybody rests when somebody asks for a break. */
    public static final Duration BREAK = Duration.ofMinutes(5);

    /** How its time runs. */
    public enum State {
        LOBBY,
        RUNNING,
        STOPPED,
        BREAK,
        ENDED;

        /** As in the database and in message keys. */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What whoever leads it may do. */
    public enum Move {
        START,
        NEXT,
        BACK,
        STOP,
        GO_ON,
        MORE,
        OPEN,
        END;

        /** As in forms and message keys. */
        public String key() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        static Optional<Move> of(String key) {
            for (Move move : values()) {
                if (move.key().equals(key)) {
                    return Optional.of(move);
                }
            }
            return Optional.empty();
        }
    }

    /** The step that goes on; none before the first and after the end. */
    public Optional<Step> step() {
        return state == State.LOBBY || state == State.ENDED
                ? Optional.empty()
                : Optional.of(recipe.steps().get(at));
    }

    /** Is this the last step? */
    public boolean isLast() {
        return at == recipe.steps().size() - 1;
    }

    /** May everybody see what was written in that step? */
    public boolean isOpen(int step) {
        return step <= seen || step < at || state == State.ENDED;
    }

    /** The last step up to now in which ideas were written, for what somebody adds late. */
    public Optional<Integer> written() {
        for (int step = Math.min(at, recipe.steps().size() - 1); step >= 0; step--) {
            if (recipe.steps().get(step).doing().captures()) {
                return Optional.of(step);
            }
        }
        return Optional.empty();
    }

    /** Seconds until the step's time is over, or the break's; nought when it is. */
    public int secondsLeft(Instant now) {
        return switch (state) {
            case RUNNING, BREAK -> endsAt.map(end -> between(now, end)).orElse(0);
            case STOPPED -> left;
            case LOBBY, ENDED -> 0;
        };
    }

    /**
     * Can the step before go on again? Not where people wrote, marked or said how they are without seeing each other's: that
     * round is open now, and nobody could do it blind again. What came too late can still be added.
     */
    public boolean mayGoBack() {
        return state != State.LOBBY
                && state != State.ENDED
                && at > 0
                && recipe.steps().get(at - 1).doing() == Step.Doing.SHARE;
    }

    /** After that move; the same where it does not fit. */
    Gathering after(Move move, Instant now) {
        boolean goes = state == State.RUNNING || state == State.STOPPED || state == State.BREAK;
        return switch (move) {
            case START -> state == State.LOBBY ? enter(0, seen, now) : this;
            case NEXT -> goes && !isLast() ? enter(at + 1, Math.max(seen, at), now) : this;
            case BACK -> mayGoBack() ? enter(at - 1, seen, now) : this;
            case STOP ->
                state == State.RUNNING ? with(State.STOPPED, Optional.empty(), secondsLeft(now), seen, endedAt) : this;
            case GO_ON ->
                state == State.STOPPED || state == State.BREAK
                        ? with(State.RUNNING, Optional.of(now.plusSeconds(left)), 0, seen, endedAt)
                        : this;
            case MORE -> goes ? more(60, now) : this;
            case OPEN -> goes ? with(state, endsAt, left, Math.max(seen, at), endedAt) : this;
            case END ->
                state == State.ENDED
                        ? this
                        : with(State.ENDED, Optional.empty(), 0, recipe.steps().size(), Optional.of(now));
        };
    }

    /** Everybody rests for five minutes; the step's time waits. */
    Gathering afterBreak(Instant now) {
        return switch (state) {
            case RUNNING -> with(State.BREAK, Optional.of(now.plus(BREAK)), secondsLeft(now), seen, endedAt);
            case STOPPED -> with(State.BREAK, Optional.of(now.plus(BREAK)), left, seen, endedAt);
            case LOBBY, BREAK, ENDED -> this;
        };
    }

    private Gathering more(int seconds, Instant now) {
        return state == State.RUNNING
                ? with(state, Optional.of(now.plusSeconds(secondsLeft(now) + seconds)), left, seen, endedAt)
                : with(state, endsAt, left + seconds, seen, endedAt);
    }

    private Gathering enter(int step, int open, Instant now) {
        Instant end = now.plus(Duration.ofMinutes(recipe.steps().get(step).minutes()));
        return new Gathering(
                id,
                code,
                question,
                group,
                language,
                recipe,
                step,
                State.RUNNING,
                Optional.of(end),
                0,
                open,
                openedAt,
                endedAt);
    }

    private Gathering with(State next, Optional<Instant> end, int kept, int open, Optional<Instant> ended) {
        return new Gathering(id, code, question, group, language, recipe, at, next, end, kept, open, openedAt, ended);
    }

    /** A second that has begun counts. */
    private static int between(Instant now, Instant end) {
        return Math.toIntExact(Math.max(0, (Duration.between(now, end).toMillis() + 999) / 1000));
    }
}
