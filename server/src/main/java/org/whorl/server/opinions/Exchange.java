package org.whorl.server.opinions;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.whorl.engine.voices.Polis;
import org.whorl.engine.voices.Votes;
import org.whorl.files.PolisFiles;
import org.whorl.files.VotesFile;
import org.whorl.server.trust.Action;
import org.whorl.server.trust.Disclosure;
import org.whorl.server.trust.Door;
import org.whorl.server.trust.Needs;
import org.whorl.server.trust.Note;
import org.whorl.server.trust.Viewer;

/** The door by which conversations come and go as files, as Polis writes them. */
@Door
public class Exchange {

    private static final ZoneId HERE = ZoneId.of("Europe/London");
    private static final int LONGEST = 2_000;

    private final ConversationStore store;
    private final StatementStore statements;
    private final VoteStore votes;
    private final Conversations conversations;
    private final Outcomes outcomes;
    private final Clock clock;

    Exchange(
            ConversationStore store,
            StatementStore statements,
            VoteStore votes,
            Conversations conversations,
            Outcomes outcomes,
            Clock clock) {
        this.store = store;
        this.statements = statements;
        this.votes = votes;
        this.conversations = conversations;
        this.outcomes = outcomes;
        this.clock = clock;
    }

    /** Whether files can be taken away now. */
    @Needs(Action.SEE_WAITING)
    Outcomes.Ready ready(UUID id) {
        return Outcomes.Ready.of(
                votes.listVoters(id).size(),
                store.countTaken(id),
                store.find(id).orElseThrow().brought());
    }

    /**
     * The files of a conversation, by name; that they were taken stands in the record. Never what people said they are: with how
     * they voted it could tell who they are. Empty unless they are {@link #ready}.
     */
    @Needs(Action.KEEP_OPINIONS)
    Optional<SequencedMap<String, String>> takeAway(UUID id) {
        Note.about("conversation", id, "taken away as files");
        Conversation conversation = store.find(id).orElseThrow();
        if (ready(id) != Outcomes.Ready.YES) {
            return Optional.empty();
        }
        Reckoning.Table table = outcomes.table(id);
        store.setTaken(id, table.votes().people().size());
        Map<UUID, Statement> shown =
                conversations.listShown(id).stream().collect(Collectors.toMap(Statement::id, Function.identity()));
        List<String> texts = table.statements().stream()
                .map(each -> Optional.ofNullable(shown.get(each))
                        .map(Statement::words)
                        .orElse("-"))
                .toList();
        Polis.Known nothing = Polis.Known.nothing(table.votes());
        Polis polis =
                Polis.of(table.votes(), new Polis.Known(table.out(), nothing.meta(), nothing.early(), nothing.order()));
        int[] groups = new int[table.votes().people().size()];
        Arrays.fill(groups, -1);
        boolean told = polis.groups().stream().noneMatch(group -> isFew(group.members().length));
        return Optional.of(PolisFiles.of(new PolisFiles.Conversation(
                conversation.questionEn(),
                "",
                conversation.openedOn().atStartOfDay(ZoneOffset.UTC).toInstant(),
                table.votes(),
                texts,
                table.out(),
                told ? polis.groupOf() : groups)));
    }

    /**
     * What is brought in, beside the votes.
     *
     * @param spiral in which spiral
     * @param language of the statements
     */
    record About(UUID spiral, String questionEn, String questionCy, String language) {}

    /** Those that came as files. */
    @Needs(Action.SEE_WAITING)
    List<Conversation> listBrought() {
        return store.list().stream().filter(Conversation::brought).toList();
    }

    /** Are the statements numbers alone, because the file with their words is not there? */
    static boolean isWordless(VotesFile.Good read) {
        return areNumbers(read.texts());
    }

    /** Brings in a conversation that was held elsewhere, as a whole. */
    @Needs(Action.KEEP_OPINIONS)
    UUID bring(VotesFile.Good read, About about) {
        UUID id = UUID.randomUUID();
        Note.about("conversation", id, "brought in as files");
        UUID partnership = Viewer.current().partnership().orElseThrow();
        List<String> roles = List.copyOf(new TreeSet<>(read.roles().stream()
                .flatMap(role -> Optional.ofNullable(role).stream())
                .toList()));
        List<Conversation.Named> named = new ArrayList<>();
        roles.forEach(role -> named.add(new Conversation.Named(named.size() + 1, role, role)));
        store.add(new Conversation(
                id,
                partnership,
                Conversations.freshCode(),
                about.spiral(),
                about.questionEn(),
                about.questionCy(),
                false,
                true,
                named,
                LocalDate.ofInstant(clock.instant(), HERE)));
        Votes table = read.votes();
        boolean numbers = areNumbers(table.statements());
        List<UUID> columns = new ArrayList<>();
        for (int j = 0; j < table.statements().size(); j++) {
            Statement statement = statement(
                    id, read, j, numbers ? Integer.parseInt(table.statements().get(j)) : j, about);
            statements.add(partnership, statement);
            columns.add(statement.id());
        }
        boolean people = areNumbers(table.people());
        List<VoteStore.Brought> voters = new ArrayList<>();
        List<VoteStore.Cast> cast = new ArrayList<>();
        for (int i = 0; i < table.people().size(); i++) {
            UUID voter = UUID.randomUUID();
            String role = read.roles().get(i);
            voters.add(new VoteStore.Brought(
                    voter,
                    Optional.of(people ? Integer.parseInt(table.people().get(i)) : i),
                    role == null ? Optional.empty() : Optional.of(roles.indexOf(role) + 1)));
            for (int j = 0; j < columns.size(); j++) {
                if (table.at(i, j) != Votes.UNSEEN) {
                    cast.add(new VoteStore.Cast(voter, columns.get(j), table.at(i, j)));
                }
            }
        }
        votes.addAll(partnership, id, voters, cast);
        return id;
    }

    private static Statement statement(UUID conversation, VotesFile.Good read, int column, int number, About about) {
        String text = read.texts().get(column);
        return new Statement(
                UUID.randomUUID(),
                conversation,
                number,
                text.substring(0, Math.min(LONGEST, text.length())),
                about.language(),
                "",
                "",
                "file",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                read.out()[column] ? Statement.State.REFUSED : Statement.State.ACCEPTED,
                read.out()[column] ? "moderated: -1" : "",
                1);
    }

    private static boolean areNumbers(List<String> names) {
        return names.stream().allMatch(name -> name.matches("\\d{1,9}"))
                && names.stream().map(Integer::valueOf).distinct().count() == names.size();
    }

    private static boolean isFew(int count) {
        return count == 0 || Disclosure.VOICES.show(count) instanceof Disclosure.Shown.Hidden;
    }
}
