package org.whorl.server.permissions;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.whorl.server.measures.FiguresChanged;
import org.whorl.server.news.Telling;
import org.whorl.server.news.What;
import org.whorl.server.trust.Viewer;

/** Tells people when a figure meets what was to stop a permission. */
@Component
class Alerting {

    private final PermissionStore store;
    private final Watching watching;
    private final Telling telling;
    private final Clock clock;

    Alerting(PermissionStore store, Watching watching, Telling telling, Clock clock) {
        this.store = store;
        this.watching = watching;
        this.telling = telling;
        this.clock = clock;
    }

    /** Tells those who look after it and who signed it, once for each figure. */
    @EventListener
    void changed(FiguresChanged figures) {
        store.list().stream()
                .filter(each ->
                        each.stops().stream().anyMatch(stop -> stop.measure().equals(Optional.of(figures.measure()))))
                .forEach(this::tell);
    }

    private void tell(Permission permission) {
        UUID here = Viewer.current().partnership().orElseThrow();
        // Counted to the last: each figure is noted, whether or not another was fresh before it.
        long fresh = watching.list(permission).stream()
                .flatMap(met -> met.figures().figures().stream()
                        .filter(each ->
                                store.told(here, permission.id(), met.number(), each, Span.today(clock.instant()))))
                .count();
        if (fresh > 0) {
            List<UUID> whom = Stream.concat(
                            Stream.of(permission.owner()),
                            permission.signatures().stream().map(Signature::member))
                    .distinct()
                    .toList();
            // Whorl tells them: whoever writes the figure and has signed must hear of it too.
            Viewer.house(here).doing(() -> {
                whom.forEach(each ->
                        telling.tell(Optional.of(each), What.PERMISSION_STOP_MET, "/permissions/" + permission.id()));
                return whom;
            });
        }
    }
}
