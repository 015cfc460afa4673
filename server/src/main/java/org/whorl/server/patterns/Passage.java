package org.whorl.server.patterns;

import java.nio.charset.StandardCharsets;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.zip.CRC32;
import org.whorl.server.stories.Released;

/**
 * Where in a story somebody quotes from. The words themselves stay in the story: taken back there, they are gone here.
 *
 * @param story which one
 * @param begin the first character of the passage in the story's text
 * @param end the character after the last
 * @param mark a checksum by which a text that was changed since is known; far too short to hold the words
 */
public record Passage(UUID story, int begin, int end, long mark) {

    /** Refuses a passage without a word in it. */
    public Passage {
        if (begin < 0 || end <= begin) {
            throw new IllegalArgumentException("no passage from %d to %d".formatted(begin, end));
        }
    }

    /**
     * A sentence of a story.
     *
     * @param begin its first character
     * @param end the character after its last
     * @param words what it says
     */
    public record Sentence(int begin, int end, String words) {}

    /** The sentences of a story, in their order. */
    public static List<Sentence> sentences(Released story) {
        String text = text(story);
        List<Sentence> sentences = new ArrayList<>();
        int line = 0;
        // A line ends a sentence, whether or not there is a full stop.
        for (String words : text.split("\n", -1)) {
            add(sentences, words, line);
            line += words.length() + 1;
        }
        return List.copyOf(sentences);
    }

    private static void add(List<Sentence> sentences, String line, int from) {
        BreakIterator breaks = BreakIterator.getSentenceInstance(Locale.ROOT);
        breaks.setText(line);
        int begin = breaks.first();
        for (int end = breaks.next(); end != BreakIterator.DONE; end = breaks.next()) {
            String words = line.substring(begin, end).strip();
            if (!words.isEmpty()) {
                int first = from + line.indexOf(words, begin);
                sentences.add(new Sentence(first, first + words.length(), words));
            }
            begin = end;
        }
    }

    /** From the first of some sentences of a story to the last; nothing where there is none. */
    static Optional<Passage> of(Released story, List<Sentence> chosen) {
        if (chosen.isEmpty()) {
            return Optional.empty();
        }
        int begin = chosen.stream().mapToInt(Sentence::begin).min().orElseThrow();
        int end = chosen.stream().mapToInt(Sentence::end).max().orElseThrow();
        return Optional.of(new Passage(story.id(), begin, end, mark(text(story).substring(begin, end))));
    }

    /** What it says, unless the story's text has been changed since. */
    public Optional<String> words(Released from) {
        String text = text(from);
        return Optional.of(text)
                .filter(_ -> end <= text.length())
                .map(whole -> whole.substring(begin, end))
                .filter(words -> mark(words) == mark);
    }

    private static String text(Released story) {
        return story.strength().isBlank() ? story.words() : story.strength() + "\n\n" + story.words();
    }

    private static long mark(String words) {
        CRC32 sum = new CRC32();
        sum.update(words.getBytes(StandardCharsets.UTF_8));
        return sum.getValue();
    }
}
