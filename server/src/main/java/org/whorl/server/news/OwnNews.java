package org.whorl.server.news;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.whorl.server.design.Unread;
import org.whorl.server.platform.Tenancy;
import org.whorl.server.trust.Action;
import org.whorl.server.trust.Refused;
import org.whorl.server.trust.Viewer;

/**
 * What members do with their own news. It changes nothing for anybody else, and leaves no line in the record: who looked
 * at what, and when, is nobody's business.
 */
@Component
class OwnNews implements Unread {

    private final NewsStore store;
    private final News news;
    private final TransactionTemplate transaction;

    OwnNews(NewsStore store, News news, PlatformTransactionManager transactions) {
        this.store = store;
        this.news = news;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public int count() {
        return news.countUnread();
    }

    /** Notes that the viewer has looked at it; where it leads, if it is theirs. */
    Optional<String> read(UUID id) {
        return mine((_, member) -> store.read(member, id));
    }

    void readAll() {
        mine((_, member) -> store.readAll(member));
    }

    void mute(List<What> muted) {
        mine((partnership, member) -> store.mute(partnership, member, muted));
    }

    private <T> T mine(BiFunction<UUID, UUID, T> work) {
        Viewer viewer = Viewer.current();
        if (!viewer.may(Action.SEE_NEWS)) {
            throw new Refused(Action.SEE_NEWS);
        }
        UUID partnership = viewer.partnership().orElseThrow();
        UUID member = viewer.member().orElseThrow();
        return Tenancy.within(partnership, () -> {
            T done = transaction.execute(_ -> work.apply(partnership, member));
            if (done == null) {
                throw new IllegalStateException("a store answered with nothing");
            }
            return done;
        });
    }
}
