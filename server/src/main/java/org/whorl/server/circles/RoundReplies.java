package org.whorl.server.circles;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import org.whorl.server.mail.TakesReplies;
import org.whorl.server.trust.Action;
import org.whorl.server.trust.Viewer;

/**
 * Takes what somebody says in a round by e-mail. Questions and thoughts are taken as they are written. Whether somebody objects
 * is taken only where it is plain: an objection needs its reason and what would resolve it, and they are asked for on the page.
 */
@Component
class RoundReplies implements TakesReplies {

    private static final int LONGEST = 1_000;
    // Nothing but that, and perhaps a name below: no objection, but ... is read by a person, on the page.
    private static final Pattern NOTHING =
            Pattern.compile("(no objections?|dim gwrthwynebiad(au)?)[.!]?(\\R.{0,40})?", Pattern.DOTALL);
    private static final Pattern CONCERN = Pattern.compile("(a )?(concern|pryder)\\b[:.,]?\\s*(.+)", Pattern.DOTALL);

    private final Items items;

    RoundReplies(Items items) {
        this.items = items;
    }

    @Override
    public String kind() {
        return RoundLetters.KIND;
    }

    @Override
    public Taken take(Reply said) {
        List<UUID> about =
                List.of(said.about().split(" ")).stream().map(UUID::fromString).toList();
        UUID item = about.getFirst();
        UUID round = about.getLast();
        if (!Viewer.current().may(Action.DECIDE)) {
            return new Taken.No("letter.reply.refused", "");
        }
        Optional<Sight.Shown> going =
                items.find(item).flatMap(Sight::going).filter(each -> each.id().equals(round));
        if (going.isEmpty()) {
            return new Taken.No("letter.reply.late", "");
        }
        if (said.words().length() > LONGEST) {
            return new Taken.No("letter.reply.long", "");
        }
        Optional<org.whorl.server.circles.Reply> reply = going.get().kind() == Round.Kind.OBJECT
                ? stance(said)
                : Optional.of(reply(org.whorl.server.circles.Reply.Stance.NONE, said.words(), said));
        if (reply.isEmpty()) {
            return new Taken.No("letter.reply.round.unclear", "");
        }
        return switch (items.reply(item, round, reply.get())) {
            case YES, AS_CONCERN -> new Taken.Yes();
            case OVER -> new Taken.No("letter.reply.late", "");
            case NOT_HEARD -> new Taken.No("letter.reply.refused", "");
        };
    }

    /** Where somebody stands, if it is plain. */
    private static Optional<org.whorl.server.circles.Reply> stance(Reply said) {
        String small = said.words().toLowerCase(Locale.ROOT);
        if (NOTHING.matcher(small).matches()) {
            return Optional.of(reply(org.whorl.server.circles.Reply.Stance.NONE, "", said));
        }
        return CONCERN.matcher(small).matches()
                ? Optional.of(reply(org.whorl.server.circles.Reply.Stance.CONCERN, said.words(), said))
                : Optional.empty();
    }

    private static org.whorl.server.circles.Reply reply(
            org.whorl.server.circles.Reply.Stance stance, String words, Reply said) {
        // Whose it is, the item knows from who replies.
        return new org.whorl.server.circles.Reply(
                new UUID(0, 0),
                stance,
                Optional.empty(),
                words,
                "",
                Optional.empty(),
                said.language().code(),
                "");
    }
}
