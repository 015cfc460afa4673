package org.whorl.server.models;

import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.whorl.engine.model.Domain;
import org.whorl.engine.model.Parameter;
import org.whorl.files.ModelFolder;
import org.whorl.files.NumberText;
import org.whorl.files.report.Excerpt;
import org.whorl.server.design.Form;
import org.whorl.server.design.Screen;
import org.whorl.server.trust.Action;

/** Writes one number into the text of a model, as its page's form and programs ask for it. */
@Component
class ChangedNumber {

    private final Models models;

    ChangedNumber(Models models) {
        this.models = models;
    }

    /**
     * A number where it stands.
     *
     * @param kept its model
     * @param ready the latest version
     * @param domain what it can be
     * @param parameter the number
     * @param known the number in words
     */
    record Here(Kept kept, Ready ready, Domain domain, Parameter parameter, Excerpt.Known known) {}

    /** The number at a path, for whoever may change it. */
    Here find(Screen s, UUID id, String path) {
        s.refuseUnless(Action.CHANGE_MODEL);
        Kept kept = models.find(id).orElseThrow();
        Ready ready = models.ready(id, kept.latest()).orElseThrow();
        List<Here> found = new ArrayList<>();
        ready.model().map((at, domain, parameter) -> {
            if (at.equals(path)) {
                Register.find(ready, path, s.language().words())
                        .ifPresent(known -> found.add(new Here(kept, ready, domain, parameter, known)));
            }
            return parameter;
        });
        if (found.isEmpty()) {
            throw new NoSuchElementException("no number " + path);
        }
        return found.getFirst();
    }

    /**
     * Makes a version of the model with the number as the form says.
     *
     * @param basedOn the version that was read when the change was begun
     * @return empty, with what is wrong in the form, where the form says no other number
     */
    Optional<Models.Saved> save(Here here, Form form, int basedOn) {
        Optional<Parameter> after = new NumberForm(form, here.domain(), here.parameter()).read();
        if (after.isEmpty()) {
            return Optional.empty();
        }
        if (basedOn != here.kept().latest()) {
            return Optional.of(new Models.Saved.Conflict(here.kept().latest()));
        }
        UUID id = here.kept().id();
        String path = here.known().path();
        Folder folder = models.findFolder(id, basedOn).orElseThrow();
        Optional<String> text = NumberText.with(folder.model(), path, after.get());
        if (text.isEmpty()) {
            form.refuse("value", "number.error.in-text");
        }
        return text.map(written -> models.changeNumber(
                id,
                basedOn,
                folder.with(ModelFolder.MODEL, written),
                path,
                after.get(),
                note(here, after.get(), form.value("why"))));
    }

    private static String note(Here here, Parameter after, String why) {
        String name = here.known().whose() + ", " + here.known().which();
        return here.parameter().value() == after.value()
                ? name + ": " + why
                : "%s: %s → %s. %s"
                        .formatted(name, Tried.plain(here.parameter().value()), Tried.plain(after.value()), why);
    }
}
