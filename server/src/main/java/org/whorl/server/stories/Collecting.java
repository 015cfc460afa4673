package org.whorl.server.stories;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.whorl.server.people.PrivateCode;
import org.whorl.server.trust.Action;
import org.whorl.server.trust.Door;
import org.whorl.server.trust.Needs;
import org.whorl.server.trust.Note;
import org.whorl.server.trust.Viewer;

/** The door to who collects with us, and to how people tell. Counts come out as the one policy on them allows. */
@Door
public class Collecting {

    private final CollectorStore collectors;
    private final HeldStore held;

    Collecting(CollectorStore collectors, HeldStore held) {
        this.collectors = collectors;
        this.held = held;
    }

    /** Who collects with us: their names are said openly, for they are thanked. */
    @Needs(Action.LOOK)
    public List<Collector> list() {
        return collectors.list();
    }

    /**
     * Takes down somebody who collects.
     *
     * @return the code that opens their own page, shown once; empty if there is one of that name
     */
    @Needs(Action.SHARE_TELLING)
    public Optional<String> add(String name, Collector.Kind kind) {
        Collector collector = new Collector(UUID.randomUUID(), name, kind);
        String code = PrivateCode.fresh();
        Note.about("collector", collector.id(), "");
        return collectors.add(Viewer.current().partnership().orElseThrow(), collector, PrivateCode.fingerprint(code))
                ? Optional.of(code)
                : Optional.empty();
    }

    /** A new code for their own page; the old one opens nothing any more. */
    @Needs(Action.SHARE_TELLING)
    public Optional<String> renewCode(UUID id) {
        String code = PrivateCode.fresh();
        Note.about("collector", id, "new code");
        return collectors.setCode(id, PrivateCode.fingerprint(code)) ? Optional.of(code) : Optional.empty();
    }

    /** What came of what somebody collected, for whoever has their code. */
    @Needs(Action.SEE_OPEN)
    public Optional<Collected> findOwn(String code) {
        return collectors.find(PrivateCode.fingerprint(code)).map(found -> {
            UUID id = found.collector().id();
            return Collected.of(found, held.countStages(id), held.countConsents(id));
        });
    }

    /** How people tell here. */
    @Needs(Action.LOOK)
    public RouteMix mix() {
        return RouteMix.of(
                held.count(HeldStore.By.ROUTE),
                held.count(HeldStore.By.LANGUAGE),
                held.count(HeldStore.By.PLACE),
                held.count(HeldStore.By.COLLECTOR));
    }
}
