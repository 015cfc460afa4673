package org.whorl.server.design;

import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.whorl.server.trust.Saved;

/** For programs: undoing a change, where the owner of the key may. */
@RestController
@RequestMapping("/api/v1/p/{slug}/undo")
class UndoApi {

    private final UndoPages pages;

    UndoApi(UndoPages pages) {
        this.pages = pages;
    }

    /**
     * A change that is to be undone.
     *
     * @param kind of what: spiral, plan-step, ask, first-ask, fixed-point, woven, pulled-in, shift, finding, partner,
     *     place, perspective, member or partnership
     * @param id of which
     * @param version what the change made it: one more than the version that was changed
     */
    record SentUndo(Optional<String> kind, Optional<UUID> id, Optional<Integer> version) {}

    /**
     * What was undone.
     *
     * @param version what it is now; undoing this one brings the change back
     */
    record Undone(int version) {}

    /** If somebody has changed it since, nothing is undone. */
    @PostMapping
    Undone undoChange(Screen s, @RequestBody SentUndo sent) {
        String kind = sent.kind().orElseThrow(() -> Wrong.field(s, "kind", "api.missing"));
        UUID id = sent.id().orElseThrow(() -> Wrong.field(s, "id", "api.missing"));
        int version = sent.version().orElseThrow(() -> Wrong.field(s, "version", "api.missing"));
        Undoable undoable = pages.find(kind).orElseThrow(() -> Wrong.field(s, "kind", "api.no-such-kind"));
        return switch (undoable.door().undo(id, version)) {
            case Saved.Yes yes -> new Undone(yes.version());
            case Saved.Conflict conflict -> throw Wrong.conflict(conflict.version());
            case Saved.Gone _ -> throw new NoSuchElementException("nothing of that version can be undone");
        };
    }
}
