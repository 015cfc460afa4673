package org.whorl.server.patterns;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.whorl.server.design.Form;
import org.whorl.server.stories.Heard;
import org.whorl.server.stories.Released;

/** Opens quotes: each time anew in its story, through the door of what may be heard. */
@Component
class Quotes {

    private final Heard heard;

    Quotes(Heard heard) {
        this.heard = heard;
    }

    /**
     * A passage that is kept.
     *
     * @param id which quote
     * @param passage where it is
     */
    record Kept(UUID id, Passage passage) {}

    /** What whoever looks may read of them, in the same order. */
    List<Quote> open(List<Kept> all) {
        Map<UUID, Released> mine = heard.list().stream().collect(Collectors.toMap(Released::id, Function.identity()));
        Set<UUID> anybodys = heard.listKept();
        return all.stream().map(kept -> open(kept, mine, anybodys)).toList();
    }

    private static Quote open(Kept kept, Map<UUID, Released> mine, Set<UUID> anybodys) {
        @Nullable Released story = mine.get(kept.passage().story());
        if (story == null) {
            return anybodys.contains(kept.passage().story())
                    ? new Quote.ForOthers(kept.id())
                    : new Quote.TakenBack(kept.id());
        }
        return kept.passage()
                .words(story)
                .<Quote>map(words -> new Quote.Read(kept.id(), story, words))
                .orElseGet(() -> new Quote.Changed(kept.id(), story));
    }

    /** The passage whose sentences are ticked in a form. */
    static Optional<Passage> chosen(Form form, Released story) {
        List<Passage.Sentence> sentences = Passage.sentences(story);
        return Passage.of(
                story,
                IntStream.range(0, sentences.size())
                        .filter(i -> form.ticked("sentence-" + i))
                        .mapToObj(sentences::get)
                        .toList());
    }
}
