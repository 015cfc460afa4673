package org.whorl.server.jobs;

import java.util.ArrayList;
import java.util.List;
import org.whorl.server.design.Screen;

/** A sentence by its name, with its parts, to be said in either language later. */
final class Sentence {

    private Sentence() {}

    static List<String> of(String name, List<String> parts) {
        List<String> sentence = new ArrayList<>();
        sentence.add(name);
        sentence.addAll(parts);
        return List.copyOf(sentence);
    }

    /** Says it; nothing where there is none, or where it was said by a Whorl that knew other sentences. */
    static String said(Screen s, List<String> sentence) {
        return sentence.isEmpty() || !s.texts().keys().contains(sentence.getFirst())
                ? ""
                : s.say(
                        sentence.getFirst(),
                        sentence.subList(1, sentence.size()).toArray());
    }
}
