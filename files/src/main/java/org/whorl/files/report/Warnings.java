package org.whorl.files.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedMap;
import java.util.SequencedSet;
import java.util.Set;
import org.whorl.draw.Words;
import org.whorl.engine.answer.Answer;
import org.whorl.engine.answer.Note;
import org.whorl.engine.answer.Outcome;

/** What a reader must know before trusting the answer. The same note to several scenarios is written once. */
final class Warnings implements Section {

    private final Edition edition;

    Warnings(Edition edition) {
        this.edition = edition;
    }

    @Override
    public String id() {
        return "notes";
    }

    @Override
    public void write(Html out) {
        out.element("h3", edition.say("notes.simulation"));
        write(out, edition.answer());
        edition.instant().ifPresent(instant -> {
            out.element("h3", edition.say("notes.formulas"));
            write(out, instant);
        });
        out.element("h3", edition.say("notes.always"));
        out.open("ul");
        for (String always : List.of("notes.intervals", "notes.means", "notes.routes", "notes.people")) {
            out.element("li", edition.say(always));
        }
        out.close("ul");
    }

    private void write(Html out, Answer answer) {
        SequencedMap<Note, SequencedSet<String>> notes = new LinkedHashMap<>();
        answer.notes().forEach(note -> notes.computeIfAbsent(note, _ -> new LinkedHashSet<>()));
        for (Outcome outcome : answer.scenarios().values()) {
            outcome.notes()
                    .forEach(note -> notes.computeIfAbsent(note, _ -> new LinkedHashSet<>())
                            .add(outcome.scenario()));
        }
        if (notes.isEmpty()) {
            out.element("p", edition.say("notes.none"));
            return;
        }
        out.open("ul", "class", "notes");
        notes.forEach((note, scenarios) ->
                write(out, note, scenarios.size() == answer.scenarios().size() ? Set.of() : scenarios));
        out.close("ul");
    }

    private void write(Html out, Note note, Set<String> scenarios) {
        out.open("li");
        List<String> about = new ArrayList<>();
        if (!note.subject().isEmpty()) {
            about.add(edition.parameterNames().of(note.subject()));
        }
        scenarios.forEach(id -> about.add(edition.scenario(id)));
        if (!about.isEmpty()) {
            out.element("strong", edition.say("notes.about", Edition.list(about)))
                    .text(" ");
        }
        // The engine speaks English and knows the numbers; a Welsh reader gets the meaning first, then those.
        String key = "note." + note.code();
        if (edition.words() == Words.EN) {
            out.text(note.message());
        } else {
            if (edition.say().has(key)) {
                out.text(edition.say(key)).text(" ");
            }
            out.element("span", note.message(), "lang", Words.EN.code());
        }
        out.close("li");
    }
}
