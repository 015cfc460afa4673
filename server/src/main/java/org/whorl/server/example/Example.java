package org.whorl.server.example;

import java.util.Optional;
import java.util.UUID;
import org.whorl.server.trust.Action;
import org.whorl.server.trust.Door;
import org.whorl.server.trust.Needs;
import org.whorl.server.trust.Note;
import org.whorl.server.trust.Viewer;

/** The door to the example. */
@Door
public class Example {

    private final ExampleStore store;

    Example(ExampleStore store) {
        this.store = store;
    }

    /** Puts the example there if it is not; what people have changed in it since stays as it is. */
    @Needs(Action.OPEN_PARTNERSHIP)
    public void load() {
        UUID id = store.load();
        Note.about("partnership", id, "example loaded");
        Note.in(id);
    }

    /** Puts the thread there that leads from its stories to what was decided; its picture and Shift come first. */
    @Needs(Action.KEEP_DECISION)
    public void decide() {
        store.decide();
        Note.about("partnership", Viewer.current().partnership().orElseThrow(), "example decided");
    }

    /** Is it there? */
    @Needs(Action.SEE_OPEN)
    public boolean isLoaded() {
        return store.isLoaded();
    }

    /** Which partnership it is, once it is there. */
    @Needs(Action.SEE_OPEN)
    public Optional<UUID> find() {
        return store.find();
    }
}
