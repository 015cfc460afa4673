package org.whorl.server.design;

import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.whorl.server.trust.Saved;

/** Undoes a change, and goes back to the page it was undone from. */
@Controller
class UndoPages {

    private final ObjectProvider<Undoable> kinds;

    UndoPages(ObjectProvider<Undoable> kinds) {
        this.kinds = kinds;
    }

    /** What undoes changes of that kind. */
    Optional<Undoable> find(String kind) {
        return kinds.stream().filter(each -> each.kind().equals(kind)).findFirst();
    }

    @PostMapping("/p/{slug}/undo")
    ResponseEntity<String> undo(Screen s, Form form) {
        String kind = form.value("kind");
        UUID id = UUID.fromString(form.value("id"));
        Undoable undoable =
                find(kind).orElseThrow(() -> new NoSuchElementException("nothing of that kind can be undone"));
        String back = form.value("back").startsWith(s.to("")) ? form.value("back") : s.to("");
        return switch (undoable.door().undo(id, form.number("version").orElse(0))) {
            case Saved.Yes yes -> s.leaveFor(back, "undone", kind, id, yes.version());
            case Saved.Conflict _, Saved.Gone _ -> s.leaveFor(back, "not-undone");
        };
    }
}
