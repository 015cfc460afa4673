package org.whorl.files.report;

import java.util.ArrayList;
import java.util.HashSet;
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

/** What a reader must know before trusting the answer: each warning once, with all it is about. */
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
        Set<Said> already = new HashSet<>();
        out.element("h3", edition.say("notes.simulation"));
        write(out, edition.answer(), already);
        edition.instant().ifPresent(instant -> {
            out.element("h3", edition.say("notes.formulas"));
            write(out, instant, already);
        });
        if (edition.report().unsure() != null) {
            out.element("h3", edition.say("notes.unsure"));
            write(out, edition.report().unsure(), already);
        }
        out.element("h3", edition.say("notes.always"));
        out.open("ul");
        for (String always : List.of("notes.intervals", "notes.means", "notes.routes", "notes.people")) {
            out.element("li", edition.say(always));
        }
        out.close("ul");
    }

    /** Only what this answer itself warns of. */
    void notes(Html out) {
        write(out, edition.answer(), new HashSet<>());
    }

    /** A warning apart from what it is about. */
    private record Said(String code, String message) {}

    /** Each warning once, with all it is about; what was said of another tier already is not said again. */
    private void write(Html out, Answer answer, Set<Said> already) {
        SequencedMap<Said, SequencedMap<String, SequencedSet<String>>> notes = new LinkedHashMap<>();
        answer.notes().forEach(note -> about(notes, note));
        for (Outcome outcome : answer.scenarios().values()) {
            outcome.notes().forEach(note -> about(notes, note).add(outcome.scenario()));
        }
        notes.keySet().removeAll(already);
        already.addAll(notes.keySet());
        if (notes.isEmpty()) {
            out.element("p", edition.say("notes.none"));
            return;
        }
        out.open("ul", "class", "notes");
        int all = answer.scenarios().size();
        notes.forEach((said, subjects) -> {
            List<String> about = new ArrayList<>();
            subjects.forEach((subject, scenarios) -> {
                String name = subject.contains(".") ? edition.parameterNames().of(subject) : "";
                List<String> only = scenarios.size() == all
                        ? List.of()
                        : scenarios.stream().map(edition::scenario).toList();
                about.add(
                        only.isEmpty()
                                ? name
                                : edition.say("notes.only", name, Edition.list(only))
                                        .strip());
            });
            about.removeIf(String::isEmpty);
            write(out, said, about);
        });
        out.close("ul");
    }

    /** The scenarios of a note's subject, to be added to. */
    private static SequencedSet<String> about(
            SequencedMap<Said, SequencedMap<String, SequencedSet<String>>> notes, Note note) {
        return notes.computeIfAbsent(new Said(note.code(), note.message()), _ -> new LinkedHashMap<>())
                .computeIfAbsent(note.subject(), _ -> new LinkedHashSet<>());
    }

    private void write(Html out, Said note, List<String> about) {
        out.open("li");
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
        if (!about.isEmpty()) {
            out.text(" ").element("span", edition.say("notes.about", Edition.list(about)), "class", "about");
        }
        out.close("li");
    }
}
