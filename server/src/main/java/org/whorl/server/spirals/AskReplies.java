package org.whorl.server.spirals;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.whorl.server.mail.TakesReplies;
import org.whorl.server.trust.Action;
import org.whorl.server.trust.Saved;
import org.whorl.server.trust.Viewer;

/** Takes a yes or no that came by e-mail. The first word says which; what follows goes with it. */
@Component
class AskReplies implements TakesReplies {

    private static final int LONGEST = 500;

    // Welsh says yes with the verb that was asked: I can, I will, I shall be, I am.
    private static final Set<String> YES =
            Set.of("yes", "y", "ok", "okay", "ie", "iawn", "gallaf", "gwnaf", "byddaf", "ydw", "oes", "cewch");
    private static final Set<String> NO = Set.of("no", "n", "na", "nage", "nac", "naddo");

    private final Asks asks;

    AskReplies(Asks asks) {
        this.asks = asks;
    }

    @Override
    public String kind() {
        return AskLetters.KIND;
    }

    @Override
    public Taken take(Reply reply) {
        Optional<Ask> open = asks.findOpen(UUID.fromString(reply.about()));
        if (open.isEmpty()) {
            return new Taken.No("letter.reply.ask.gone", "~/asks");
        }
        if (!Viewer.current().may(Action.ANSWER_ASK)) {
            return new Taken.No("letter.reply.refused", "");
        }
        String[] first = reply.words().split("[\\s,.!;:–-]+", 2);
        String word = first[0].toLowerCase(Locale.ROOT);
        boolean yes = YES.contains(word);
        if (!yes && !NO.contains(word)) {
            return new Taken.No("letter.reply.ask.unclear", "");
        }
        String rest = first.length > 1 ? first[1].strip() : "";
        if (rest.length() > LONGEST) {
            return new Taken.No("letter.reply.long", "");
        }
        Ask ask = open.get();
        return asks.answer(ask.id(), ask.version(), yes, rest) instanceof Saved.Yes
                ? new Taken.Yes()
                : new Taken.No("letter.reply.ask.gone", "");
    }
}
