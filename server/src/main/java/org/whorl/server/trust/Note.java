package org.whorl.server.trust;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What a door notes for the record while it does something: about what, and why. */
public final class Note {

    private static final ScopedValue<Note> CURRENT = ScopedValue.newInstance();

    private Optional<Line> line = Optional.empty();
    private final List<Line> lines = new ArrayList<>();
    private Optional<UUID> partnership = Optional.empty();

    Note() {}

    /**
     * What the record says of one thing.
     *
     * @param subject which
     * @param why the reason given, or nothing
     */
    record Line(String subject, String why) {}

    /**
     * Notes what is being done.
     *
     * @param kind what kind of thing
     * @param id which one
     * @param why the reason given, or nothing; never a person's name or story
     */
    public static void about(String kind, Object id, String why) {
        if (CURRENT.isBound()) {
            CURRENT.get().line = Optional.of(new Line(kind + " " + id, why));
        }
    }

    /** Notes one of several things that are done at once; each has a line of its own in the record. */
    public static void each(String kind, Object id, String why) {
        if (CURRENT.isBound()) {
            CURRENT.get().lines.add(new Line(kind + " " + id, why));
        }
    }

    /** Notes a change, or that it was not made because somebody else had saved first. */
    public static void saved(String kind, Object id, String why, Saved saved) {
        about(
                kind,
                id,
                switch (saved) {
                    case Saved.Yes _ -> why;
                    case Saved.Conflict _, Saved.Gone _ -> "not saved: changed by somebody else first";
                });
    }

    /** Notes that it is done to a partnership that came into being, or was entered, only now. */
    public static void in(UUID partnership) {
        if (CURRENT.isBound()) {
            CURRENT.get().partnership = Optional.of(partnership);
        }
    }

    <T, X extends Throwable> T taken(ScopedValue.CallableOp<? extends T, X> work) throws X {
        return ScopedValue.where(CURRENT, this).call(work);
    }

    /** The lines to write: at least one. */
    List<Line> lines() {
        line.ifPresent(lines::add);
        if (lines.isEmpty()) {
            throw new IllegalStateException("a door changed something and did not say what: Note.about is missing");
        }
        return List.copyOf(lines);
    }

    Optional<UUID> partnership() {
        return partnership;
    }
}
