package org.whorl.server.design;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.Month;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.whorl.server.trust.Action;
import org.whorl.server.trust.Permissions;
import org.whorl.server.trust.Role;

/** Every sentence in both languages, and none that nobody says. */
class TextsTest {

    private static final Set<String> FORMS = Set.of("zero", "one", "two", "few", "many", "other");
    private static final Texts EN = Texts.in(Language.EN);
    private static final Texts CY = Texts.in(Language.CY);
    private static final Pattern SAID = Pattern.compile("\"([a-z0-9]+(?:[.-][a-z0-9-]+)*)\"");

    @Test
    void bothLanguagesSayTheSame() {
        assertThat(sentences(CY)).isEqualTo(sentences(EN));
    }

    @Test
    void countingSentencesHaveEveryFormOfTheirLanguage() {
        counting().forEach(key -> {
            assertThat(EN.keys()).contains(key + ".one", key + ".other");
            assertThat(CY.keys())
                    .containsAll(FORMS.stream().map(form -> key + "." + form).toList());
        });
    }

    /** Otherwise a number of people could be said without asking {@code Disclosure}. */
    @Test
    void sentencesThatCountPeopleHaveAFormForWhenHowManyIsNotTold() {
        Pattern people = Pattern.compile("\\b(people|persons?|members?|voices?|tellers?|residents?|patients?)\\b");
        for (String key : counting()) {
            assertThat(EN.keys().contains(key + ".hidden") && CY.keys().contains(key + ".hidden"))
                    .as(key)
                    .isEqualTo(people.matcher(EN.say(key + ".other")).find());
        }
    }

    @Test
    void welshIsNotEnglishLeftStanding() {
        // "1 person" is the same in both.
        Set<String> alike = Set.of("people.one");
        List<String> same = EN.keys().stream()
                .filter(CY.keys()::contains)
                .filter(key -> EN.say(key).equals(CY.say(key)) && !alike.contains(key))
                .toList();
        assertThat(same).isEmpty();
    }

    @Test
    void bothLanguagesUseTheSameParts() {
        EN.keys().stream()
                .filter(CY.keys()::contains)
                .filter(key -> !key.endsWith(".one"))
                .forEach(key -> assertThat(parts(CY.say(key))).as(key).isEqualTo(parts(EN.say(key))));
    }

    @Test
    void everySentenceSaidOnAPageExists() throws IOException {
        Set<String> missing = new TreeSet<>();
        Pattern said = Pattern.compile("\\b(?:say|count|people)\\(\\s*\"([^\"]+)\"\\s*([,)])");
        for (String source : sources()) {
            Matcher matcher = said.matcher(source);
            while (matcher.find()) {
                if (!sentences(EN).contains(matcher.group(1))) {
                    missing.add(matcher.group(1));
                }
            }
        }
        assertThat(missing).isEmpty();
    }

    @Test
    void everySentenceIsSaidSomewhere() throws IOException {
        Set<String> said = new TreeSet<>();
        Set<String> beginnings = new TreeSet<>();
        for (String source : sources()) {
            Matcher matcher = SAID.matcher(source);
            while (matcher.find()) {
                said.add(matcher.group(1));
            }
            Matcher begun =
                    Pattern.compile("\"([a-z-]+(?:\\.[a-z-]+)*\\.)\"\\s*\\+").matcher(source);
            while (begun.find()) {
                beginnings.add(begun.group(1));
            }
        }
        List<String> unsaid = sentences(EN).stream()
                .filter(key -> !said.contains(key))
                .filter(key -> beginnings.stream().noneMatch(key::startsWith))
                .filter(key -> !key.matches("(accessibility|privacy)\\.(title|\\d)"))
                .toList();
        assertThat(unsaid).isEmpty();
    }

    @Test
    void everyRoleAndActionHasItsName() {
        for (Role role : Role.values()) {
            if (role.isGiven() || role == Role.MEMBER) {
                assertThat(EN.keys()).contains("role." + role.key());
            }
        }
        for (Action action : Action.values()) {
            if (Permissions.allowedTo(action).stream().anyMatch(role -> role.isGiven() || role == Role.MEMBER)) {
                assertThat(EN.keys()).contains("may." + action.key());
            }
            if (action.changes()) {
                assertThat(EN.keys()).contains("action." + action.key());
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "0, dim amser",
        "1, 1 funud",
        "2, 2 funud",
        "3, 3 munud",
        "4, 4 munud",
        "6, 6 munud",
        "21, 21 munud",
        "100, 100 munud"
    })
    void welshNumbersChangeTheWordAfterThem(int minutes, String expected) {
        assertThat(CY.count("minutes", minutes)).isEqualTo(expected);
    }

    @Test
    void welshNamesStandInWelshOrder() {
        assertThat(Stream.of("Llinos", "Luned", "Chwef", "Cerys", "Dafydd", "Ddafydd", "Rhys", "Rosa", "Ngaio", "Gwen")
                        .sorted(CY.order())
                        .toList())
                .containsExactly(
                        "Cerys", "Chwef", "Dafydd", "Ddafydd", "Gwen", "Ngaio", "Luned", "Llinos", "Rosa", "Rhys");
    }

    @Test
    void everyWelshLetterHasItsPlace() {
        List<String> letters = List.of(
                "a", "b", "c", "ch", "d", "dd", "e", "f", "ff", "g", "ng", "h", "i", "j", "l", "ll", "m", "n", "o", "p",
                "ph", "r", "rh", "s", "t", "th", "u", "w", "y");
        // Capitals and roofs do not move a word.
        assertThat(letters.reversed().stream().sorted(CY.order()).toList()).isEqualTo(letters);
        assertThat(letters.reversed().stream()
                        .map(letter -> letter.toUpperCase(Locale.ROOT) + "x")
                        .sorted(CY.order())
                        .map(word -> word.toLowerCase(Locale.ROOT).substring(0, word.length() - 1))
                        .toList())
                .isEqualTo(letters);
        assertThat(Stream.of("Siôn", "Wyn", "Sara", "Siân", "Ŵyl", "Siop", "Tŷ Coch", "Tyddyn")
                        .sorted(CY.order())
                        .toList())
                .containsExactly("Sara", "Siân", "Siôn", "Siop", "Tŷ Coch", "Tyddyn", "Ŵyl", "Wyn");
    }

    @Test
    void daysAndMonthsAreWelshInWelsh() {
        LocalDate day = LocalDate.of(2027, 2, 1);
        assertThat(Language.CY.words().date(day)).isEqualTo("1 Chwefror 2027");
        assertThat(Language.EN.words().date(day)).isEqualTo("1 February 2027");
        for (Month month : Month.values()) {
            assertThat(Language.CY.words().month(month))
                    .isNotEqualTo(Language.EN.words().month(month));
        }
    }

    /** A name or a month that comes after such a word would change its first letter, and a program cannot know how. */
    @Test
    void noNameOrMonthIsPutAfterAWordThatChangesIt() {
        Pattern changes = Pattern.compile("\\b(i|o|â|ag?|at|am|ar|dan|dros|drwy|heb|hyd|wrth) \\{\\d}");
        // Where names and months come; numbers, days and names of people stay as they are.
        assertThat(CY.keys().stream()
                        .filter(key -> key.matches("(front|home|join|plan|spiral)\\..*"))
                        .filter(key -> !FORMS.contains(key.substring(key.lastIndexOf('.') + 1)))
                        .filter(key -> changes.matcher(CY.say(key)).find())
                        .toList())
                .isEmpty();
    }

    @Test
    void whatPeopleWroteIsPutInAsItIs() {
        assertThat(EN.say("join.heading", "The {0} and {1}")).isEqualTo("Join The {0} and {1}");
        assertThat(EN.count("people", 12_345)).isEqualTo("12,345 people");
        assertThat(CY.count("people", 12_345)).isEqualTo("12,345 o bobl");
    }

    private static Set<String> sentences(Texts texts) {
        Set<String> counting = counting();
        return texts.keys().stream()
                .map(key -> counting.contains(trunk(key)) ? trunk(key) : key)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> counting() {
        return CY.keys().stream()
                .filter(key -> key.endsWith(".zero"))
                .map(TextsTest::trunk)
                .collect(Collectors.toSet());
    }

    private static String trunk(String key) {
        int dot = key.lastIndexOf('.');
        return dot > 0 && (FORMS.contains(key.substring(dot + 1)) || key.endsWith(Texts.HIDDEN))
                ? key.substring(0, dot)
                : key;
    }

    private static Set<String> parts(String sentence) {
        return Pattern.compile("\\{\\d}")
                .matcher(sentence)
                .results()
                .map(java.util.regex.MatchResult::group)
                .collect(Collectors.toSet());
    }

    private static List<String> sources() throws IOException {
        Path main = Path.of(System.getProperty("whorl.root", ".."), "server", "src", "main");
        try (Stream<Path> files = Files.walk(main)) {
            return files.filter(file -> file.toString().matches(".*\\.(java|jte)"))
                    .map(TextsTest::read)
                    .toList();
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
