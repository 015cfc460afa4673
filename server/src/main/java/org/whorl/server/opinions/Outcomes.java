package org.whorl.server.opinions;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.whorl.engine.voices.Votes;
import org.whorl.server.trust.Action;
import org.whorl.server.trust.Disclosure;
import org.whorl.server.trust.Door;
import org.whorl.server.trust.Needs;
import org.whorl.server.trust.Note;
import org.whorl.server.trust.Viewer;

/** The door to what came of votes. */
@Door
public class Outcomes {

    /** Before so many more have voted, nothing is worked out again: what has changed since would be what few said. */
    static final int MORE = Disclosure.VOICES.least();

    private final ConversationStore store;
    private final StatementStore statements;
    private final Conversations conversations;
    private final VoteStore votes;
    private final ResultStore results;
    private final Clock clock;

    Outcomes(
            ConversationStore store,
            StatementStore statements,
            Conversations conversations,
            VoteStore votes,
            ResultStore results,
            Clock clock) {
        this.store = store;
        this.statements = statements;
        this.conversations = conversations;
        this.votes = votes;
        this.results = results;
        this.clock = clock;
    }

    /** Whether the votes can be looked at now. */
    enum Ready {
        YES,
        /** Fewer than ten have voted. */
        TOO_FEW,
        /** Fewer than ten more than the last time. */
        NOT_MORE;

        /**
         * The one rule for showing votes and for taking them away: ten must have voted, and ten more than the last time, or
         * what has changed since would be what few said. Votes that were brought in change no more, and tell nothing of few.
         *
         * @param now how many have voted
         * @param before how many had the last time
         */
        static Ready of(int now, int before, boolean brought) {
            return now < MORE ? TOO_FEW : now - before < MORE && !brought ? NOT_MORE : YES;
        }
    }

    /** What came of it, if it was worked out. */
    @Needs(Action.LOOK)
    Optional<ResultStore.Kept> find(UUID conversation) {
        return results.find(conversation);
    }

    /** How many have voted, as far as it is told. */
    @Needs(Action.LOOK)
    public Disclosure.Shown countVoted(UUID conversation) {
        return Disclosure.VOICES.show(votes.listVoters(conversation).size());
    }

    /** Whether it can be worked out now. */
    @Needs(Action.SEE_WAITING)
    Ready ready(UUID conversation) {
        int before = results.find(conversation).map(ResultStore.Kept::voted).orElse(0);
        return Ready.of(
                votes.listVoters(conversation).size(),
                before,
                store.find(conversation).orElseThrow().brought());
    }

    /** All votes, for whoever works them out or takes them away. */
    @Needs(Action.SEE_WAITING)
    Reckoning.Table table(UUID conversation) {
        List<Statement> columns = statements.list(conversation);
        Map<UUID, Integer> column = new HashMap<>();
        columns.forEach(each -> column.put(each.id(), column.size()));
        List<VoteStore.Voter> voters = votes.listVoters(conversation);
        Map<UUID, Integer> row = new HashMap<>();
        voters.forEach(each -> row.put(each.id(), row.size()));
        byte[] cells = new byte[voters.size() * columns.size()];
        Arrays.fill(cells, Votes.UNSEEN);
        for (VoteStore.Cast cast : votes.listCast(conversation)) {
            Integer i = row.get(cast.voter());
            Integer j = column.get(cast.statement());
            if (i != null && j != null) {
                cells[i * columns.size() + j] = (byte) cast.vote();
            }
        }
        List<String> people = new ArrayList<>();
        List<@Nullable String> roles = new ArrayList<>();
        for (int i = 0; i < voters.size(); i++) {
            people.add(Integer.toString(voters.get(i).number().orElse(i)));
            roles.add(voters.get(i).role().map(String::valueOf).orElse(null));
        }
        Set<UUID> shown = conversations.listShown(conversation).stream()
                .map(Statement::id)
                .collect(Collectors.toSet());
        boolean[] out = new boolean[columns.size()];
        for (int j = 0; j < out.length; j++) {
            out[j] = !shown.contains(columns.get(j).id());
        }
        return new Reckoning.Table(
                Votes.of(
                        people,
                        columns.stream()
                                .map(each -> Integer.toString(each.number()))
                                .toList(),
                        cells),
                columns.stream().map(Statement::id).toList(),
                out,
                roles);
    }

    /** Keeps what came of it. */
    @Needs(Action.KEEP_OPINIONS)
    void keep(UUID conversation, Result result, int voted) {
        Note.about("conversation", conversation, "worked out");
        results.put(
                Viewer.current().partnership().orElseThrow(),
                conversation,
                new ResultStore.Kept(result, clock.instant().truncatedTo(ChronoUnit.SECONDS), voted));
    }
}
