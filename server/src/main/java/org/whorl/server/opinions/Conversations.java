package org.whorl.server.opinions;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.whorl.server.news.Telling;
import org.whorl.server.news.What;
import org.whorl.server.people.PrivateCode;
import org.whorl.server.stories.Heard;
import org.whorl.server.stories.Quoted;
import org.whorl.server.trust.Action;
import org.whorl.server.trust.Door;
import org.whorl.server.trust.Needs;
import org.whorl.server.trust.Note;
import org.whorl.server.trust.Viewer;

/** The door to conversations and their statements: opening one, saying something, and looking at it before others vote. */
@Door
public class Conversations {

    private static final int CODE_LENGTH = 12;
    private static final ZoneId HERE = ZoneId.of("Europe/London");

    private final ConversationStore store;
    private final StatementStore statements;
    private final VoteStore votes;
    private final Heard heard;
    private final Telling telling;
    private final Clock clock;

    Conversations(
            ConversationStore store,
            StatementStore statements,
            VoteStore votes,
            Heard heard,
            Telling telling,
            Clock clock) {
        this.telling = telling;
        this.store = store;
        this.statements = statements;
        this.votes = votes;
        this.heard = heard;
        this.clock = clock;
    }

    /** All of them, the newest first. */
    @Needs(Action.LOOK)
    public List<Conversation> list() {
        return store.list();
    }

    /** One of them. */
    @Needs(Action.LOOK)
    public Optional<Conversation> find(UUID id) {
        return store.find(id);
    }

    /** What people vote on, by number. */
    @Needs(Action.LOOK)
    public List<Statement> listShown(UUID conversation) {
        List<Statement> all = statements.list(conversation);
        Map<UUID, Quoted> agreed = quoted(all).values().stream()
                .filter(each -> each.state() == Quoted.State.AGREED)
                .collect(Collectors.toMap(Quoted::id, Function.identity()));
        return said(all, agreed).stream().filter(Statement::isShown).toList();
    }

    /** Every statement, whatever became of it; of those from stories the words, whether or not their tellers agreed. */
    @Needs(Action.SEE_WAITING)
    public List<Statement> listAll(UUID conversation) {
        List<Statement> all = statements.list(conversation);
        return said(all, quoted(all));
    }

    /** Which of the sentences from stories their tellers have said yes or no to. */
    @Needs(Action.SEE_WAITING)
    public Map<UUID, Quoted> listQuoted(UUID conversation) {
        return quoted(statements.list(conversation));
    }

    /** What voters wrote at the end; who wrote it is not told. */
    @Needs(Action.SEE_WAITING)
    public List<String> listWhy(UUID conversation) {
        return votes.listWhy(conversation);
    }

    /** What the viewer has said. */
    @Needs(Action.LOOK)
    public List<Statement> listMine(UUID conversation) {
        Optional<UUID> me = Viewer.current().member();
        return statements.list(conversation).stream()
                .filter(each -> me.isPresent() && each.member().equals(me))
                .toList();
    }

    /** Opens one. */
    @Needs(Action.KEEP_OPINIONS)
    public UUID open(UUID spiral, String questionEn, String questionCy, List<Conversation.Named> roles) {
        Conversation conversation = new Conversation(
                UUID.randomUUID(),
                here(),
                freshCode(),
                spiral,
                questionEn,
                questionCy,
                true,
                false,
                roles,
                LocalDate.ofInstant(clock.instant(), HERE));
        Note.about("conversation", conversation.id(), "opened");
        store.add(conversation);
        return conversation.id();
    }

    /** Ends the voting, or lets it go on. */
    @Needs(Action.KEEP_OPINIONS)
    public void setOpen(UUID conversation, boolean open) {
        Note.about("conversation", conversation, open ? "opened again" : "closed");
        store.setOpen(conversation, open);
    }

    /** Says something that people could vote on; it waits until somebody has looked at it. */
    @Needs(Action.SAY_STATEMENT)
    public void say(UUID conversation, String words, String language) {
        UUID id = UUID.randomUUID();
        Note.about("statement", id, "");
        mustBeThere(conversation);
        add(fresh(id, conversation, words, language, "member", Viewer.current().member(), Optional.empty()));
    }

    /** Says one's own statement otherwise, where that was asked for; false if it was not, or is another by now. */
    @Needs(Action.SAY_STATEMENT)
    public boolean reword(UUID statement, int version, String words) {
        Note.about("statement", statement, "reworded");
        Optional<UUID> me = Viewer.current().member();
        return statements
                        .find(statement)
                        .filter(each -> me.isPresent() && each.member().equals(me))
                        .isPresent()
                && statements.reword(statement, version, words);
    }

    /**
     * Draws a statement from a story, in words its teller is asked for. Nobody votes on it before they have agreed.
     *
     * @return false if the viewer may not hear that story
     */
    @Needs(Action.KEEP_OPINIONS)
    public boolean draw(UUID conversation, UUID story, Quoted.Wanted wanted) {
        UUID id = UUID.randomUUID();
        Note.about("statement", id, "drawn from a story");
        mustBeThere(conversation);
        Optional<UUID> sentence = heard.askToQuote(story, wanted);
        sentence.ifPresent(name ->
                add(fresh(id, conversation, "", wanted.language(), "story", Optional.empty(), Optional.of(name))));
        return sentence.isPresent();
    }

    /**
     * What somebody who looks at statements makes of one.
     *
     * @param state accepted, refused, or to be said otherwise
     * @param note why; needed unless it is accepted
     * @param translation the same in the other language; blank for none
     * @param translated by whom: person or machine; blank for nobody
     */
    public record Judged(Statement.State state, String note, String translation, String translated) {}

    /** Accepts it, refuses it, or asks for other words, as it was read; false if it is no longer that version. */
    @Needs(Action.KEEP_OPINIONS)
    public boolean judge(UUID statement, int version, Judged judged) {
        Note.about("statement", statement, judged.state().key());
        if (judged.state() != Statement.State.ACCEPTED && judged.note().isBlank()) {
            throw new IllegalArgumentException("nobody is refused without a reason");
        }
        boolean story = statements
                .find(statement)
                .filter(each -> each.sentence().isPresent())
                .isPresent();
        return statements.judge(
                statement,
                version,
                judged.state(),
                judged.note(),
                story ? "" : judged.translation(),
                story ? "" : judged.translated());
    }

    /** The statements with what they say, those from stories too where their words are at hand. */
    private static List<Statement> said(List<Statement> all, Map<UUID, Quoted> quoted) {
        return all.stream()
                .map(each -> each.sentence()
                        .flatMap(name -> Optional.ofNullable(quoted.get(name)))
                        .map(each::saying)
                        .orElse(each))
                .toList();
    }

    private Map<UUID, Quoted> quoted(List<Statement> all) {
        List<UUID> names =
                all.stream().flatMap(each -> each.sentence().stream()).toList();
        return names.isEmpty()
                ? Map.of()
                : heard.listQuoted(names).stream().collect(Collectors.toMap(Quoted::id, Function.identity()));
    }

    private void add(Statement statement) {
        store.lock(statement.conversation());
        statements.add(here(), statement.numbered(statements.nextNumber(statement.conversation())));
        tellWaits(telling, statement.conversation());
    }

    /** Tells those who look at statements that one waits; once, until they have looked. */
    static void tellWaits(Telling telling, UUID conversation) {
        telling.tellWhoMay(
                Action.KEEP_OPINIONS, What.STATEMENT_WAITS, "/patterns/opinions/" + conversation + "/statements");
    }

    private static Statement fresh(
            UUID id,
            UUID conversation,
            String words,
            String language,
            String came,
            Optional<UUID> member,
            Optional<UUID> sentence) {
        return new Statement(
                id,
                conversation,
                0,
                words,
                language,
                "",
                "",
                came,
                member,
                Optional.empty(),
                sentence,
                Statement.State.WAITING,
                "",
                1);
    }

    private void mustBeThere(UUID conversation) {
        if (store.find(conversation).isEmpty()) {
            throw new NoSuchElementException("there is no such conversation");
        }
    }

    static String freshCode() {
        return PrivateCode.forLink(CODE_LENGTH);
    }

    private static UUID here() {
        return Viewer.current().partnership().orElseThrow();
    }
}
