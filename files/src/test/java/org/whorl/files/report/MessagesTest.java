package org.whorl.files.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.whorl.draw.Words;
import org.whorl.engine.answer.Field;
import org.whorl.engine.model.Duration;
import org.whorl.engine.model.Measure;
import org.whorl.engine.model.Quality;

class MessagesTest {

    private static final Pattern HOLE = Pattern.compile("\\{\\d}");
    private static final Pattern FORM = Pattern.compile("\\.(zero|one|two|few|many|other)$");

    private static final Say ENGLISH = new Say(Words.EN);
    private static final Say WELSH = new Say(Words.CY);

    /** A key without the form of its number. */
    private static Set<String> sentences(Say say) {
        return say.keys().stream()
                .map(key -> FORM.matcher(key).replaceFirst(".other"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void everySentenceStandsInBothLanguages() {
        assertThat(sentences(WELSH)).isEqualTo(sentences(ENGLISH));
    }

    @Test
    void aSentenceTakesTheSameValuesInBothLanguages() {
        for (String key : sentences(ENGLISH)) {
            assertThat(holes(WELSH, key)).as(key).isEqualTo(holes(ENGLISH, key));
        }
    }

    private static Set<String> holes(Say say, String key) {
        String[] names = {"{0}", "{1}", "{2}", "{3}", "{4}", "{5}", "{6}"};
        return HOLE.matcher(say.say(key, names)).results().map(r -> r.group()).collect(Collectors.toSet());
    }

    @ParameterizedTest
    @EnumSource(Words.class)
    void noSentenceIsEmptyAndNoneHoldsMarkup(Words words) {
        Say say = new Say(words);
        String[] values = {"a", "a", "a", "a", "a", "a", "a"};
        for (String key : say.keys()) {
            assertThat(say.say(key, values)).as(key).isNotBlank().doesNotContain("<", "&");
        }
    }

    @ParameterizedTest
    @EnumSource(Words.class)
    void everyWordOfTheEngineHasWordsForPeople(Words words) {
        Set<String> keys = new Say(words).keys();
        assertThat(keys)
                .containsAll(Arrays.stream(Field.values())
                        .map(f -> "field." + f.word())
                        .toList());
        assertThat(keys)
                .containsAll(Arrays.stream(Quality.values())
                        .map(q -> "quality." + q.word())
                        .toList());
        assertThat(keys)
                .containsAll(Arrays.stream(Duration.Family.values())
                        .map(f -> "part." + f.word())
                        .toList());
        assertThat(keys)
                .containsAll(Arrays.stream(Duration.Family.values())
                        .flatMap(f -> f.names().stream())
                        .filter(name -> !name.equals("value"))
                        .map(name -> "part." + name)
                        .toList());
        assertThat(keys)
                .containsAll(Arrays.stream(Measure.Count.values())
                        .map(c -> "measure." + c.name().toLowerCase(java.util.Locale.ROOT))
                        .toList());
    }

    @Test
    void aMissingKeyIsNamed() {
        assertThatThrownBy(() -> WELSH.say("no.such.key")).hasMessage("messages_cy.properties lacks no.such.key");
    }

    @ParameterizedTest
    @CsvSource({"1, One day is measured: a.", "2, '2 days are measured, a to b.'"})
    void englishHasTwoForms(long number, String beginning) {
        assertThat(ENGLISH.count("stress.run-length", number, "a", "b")).startsWith(beginning);
    }

    @ParameterizedTest
    @CsvSource({"1, Mesurir un diwrnod: a.", "6, 'Mesurir 6 o ddiwrnodau, a i b.'"})
    void welshToo(long number, String beginning) {
        assertThat(WELSH.count("stress.run-length", number, "a", "b")).startsWith(beginning);
    }
}
