package org.whorl.server.opinions;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.whorl.server.news.Telling;
import org.whorl.server.people.PrivateCode;
import org.whorl.server.trust.Action;
import org.whorl.server.trust.Door;
import org.whorl.server.trust.Needs;
import org.whorl.server.trust.Note;
import org.whorl.server.trust.Viewer;

/**
 * The door for whoever votes: the link opens it, and no account. A code in their browser keeps one vote on each statement.
 * The record says that somebody voted, and neither who nor what.
 */
@Door
public class Voting {

    private final ConversationStore store;
    private final StatementStore statements;
    private final VoteStore votes;
    private final Conversations conversations;
    private final Telling telling;

    Voting(
            ConversationStore store,
            StatementStore statements,
            VoteStore votes,
            Conversations conversations,
            Telling telling) {
        this.telling = telling;
        this.store = store;
        this.statements = statements;
        this.votes = votes;
        this.conversations = conversations;
    }

    /** Where a link leads. */
    @Needs(Action.SEE_OPEN)
    public Optional<Conversation> find(String code) {
        return store.find(code);
    }

    /** What whoever has that code has before them. */
    @Needs(Action.SEE_OPEN)
    public Ballot ballot(UUID conversation, String key) {
        byte[] code = PrivateCode.fingerprint(key);
        List<Statement> shown = Ballot.ordered(conversations.listShown(conversation), code);
        Optional<VoteStore.Voter> voter = votes.find(conversation, code);
        return new Ballot(
                shown,
                voter.map(each -> votes.listSaid(each.id())).orElse(Map.of()),
                statements.list(conversation).stream()
                        .filter(each -> voter.isPresent() && each.voter().equals(voter.map(VoteStore.Voter::id)))
                        .toList(),
                voter.flatMap(VoteStore.Voter::role),
                voter.map(VoteStore.Voter::why).orElse(""));
    }

    /** Votes, or votes again: the last vote counts. False if nobody votes on that now. */
    @Needs(Action.VOTE)
    public boolean vote(UUID conversation, String key, UUID statement, Vote vote, String language) {
        Note.about("conversation", conversation, "");
        boolean there = takesVotes(conversation)
                && conversations.listShown(conversation).stream()
                        .anyMatch(each -> each.id().equals(statement));
        if (there) {
            votes.vote(here(), come(conversation, key, language).id(), statement, vote);
        }
        return there;
    }

    /** Says what one is, and why one thinks so; both can be left out. */
    @Needs(Action.VOTE)
    public boolean say(UUID conversation, String key, Optional<Integer> role, String why) {
        Note.about("conversation", conversation, "said something of themselves");
        Optional<VoteStore.Voter> voter = votes.find(conversation, PrivateCode.fingerprint(key));
        boolean done = voter.isPresent() && takesVotes(conversation);
        if (done) {
            votes.say(voter.orElseThrow().id(), role, why);
        }
        return done;
    }

    /** Suggests a statement; it waits until somebody has looked at it. */
    @Needs(Action.VOTE)
    public boolean suggest(UUID conversation, String key, String words, String language) {
        UUID id = UUID.randomUUID();
        Note.about("statement", id, "suggested");
        if (!takesVotes(conversation)) {
            return false;
        }
        store.lock(conversation);
        statements.add(
                here(),
                new Statement(
                        id,
                        conversation,
                        statements.nextNumber(conversation),
                        words,
                        language,
                        "",
                        "",
                        "voter",
                        Optional.empty(),
                        Optional.of(come(conversation, key, language).id()),
                        Optional.empty(),
                        Statement.State.WAITING,
                        "",
                        1));
        Conversations.tellWaits(telling, conversation);
        return true;
    }

    /** Says one's own suggestion otherwise, where that was asked for. */
    @Needs(Action.VOTE)
    public boolean reword(UUID conversation, String key, UUID statement, int version, String words) {
        Note.about("statement", statement, "reworded");
        Optional<UUID> me =
                votes.find(conversation, PrivateCode.fingerprint(key)).map(VoteStore.Voter::id);
        return me.isPresent()
                && statements
                        .find(statement)
                        .filter(each -> each.voter().equals(me))
                        .isPresent()
                && reword(conversation, statement, version, words);
    }

    private boolean reword(UUID conversation, UUID statement, int version, String words) {
        boolean done = statements.reword(statement, version, words);
        if (done) {
            Conversations.tellWaits(telling, conversation);
        }
        return done;
    }

    /** Takes all one's votes back, and what one said of oneself. Statements one suggested stay, and are nobody's. */
    @Needs(Action.VOTE)
    public void takeBack(UUID conversation, String key) {
        Note.about("conversation", conversation, "took votes back");
        votes.find(conversation, PrivateCode.fingerprint(key)).ifPresent(each -> votes.remove(each.id()));
    }

    private VoteStore.Voter come(UUID conversation, String key, String language) {
        return votes.come(here(), conversation, PrivateCode.fingerprint(key), language);
    }

    private boolean takesVotes(UUID conversation) {
        return store.find(conversation).filter(Conversation::takesVotes).isPresent();
    }

    private static UUID here() {
        return Viewer.current().partnership().orElseThrow();
    }
}
