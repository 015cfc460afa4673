package org.whorl.draw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Element;

/** What holds for every chart, whatever its data. */
class EveryChartTest {

    private static final Pattern HANDLER = Pattern.compile("\\son[a-z]+=");

    static Stream<String> samples() {
        return Samples.all().keySet().stream();
    }

    private static Chart sample(String name) {
        Chart chart = Samples.all().get(name);
        assertThat(chart).isNotNull();
        return chart;
    }

    @ParameterizedTest
    @MethodSource("samples")
    void isAnImageWithItsTitleAndItsSentence(String name) {
        Chart chart = sample(name);
        for (Size size : Size.values()) {
            Element root = new Picture(chart.svg(size, "one")).root();
            assertThat(root.getAttribute("role")).isEqualTo("img");
            assertThat(root.getAttribute("lang")).isEqualTo(chart.words().code());
            List<Element> named = Picture.elements(root, "*").stream()
                    .filter(element -> !element.getAttribute("id").isEmpty())
                    .toList();
            assertThat(named).extracting(Element::getTagName).containsExactly("title", "desc");
            assertThat(root.getAttribute("aria-labelledby"))
                    .isEqualTo(
                            named.get(0).getAttribute("id") + " " + named.get(1).getAttribute("id"));
            assertThat(named.get(0).getTextContent()).isEqualTo(readable(chart.title()));
            assertThat(named.get(1).getTextContent()).isEqualTo(readable(chart.sentence()));
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void laysOutItsWordsWithoutOneTouchingAnother(String name) {
        for (Size size : Size.values()) {
            Layout.check(sample(name), size);
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void isTheSameBytesEachTime(String name) {
        assertThat(sample(name).figure("a")).isEqualTo(sample(name).figure("a"));
        assertThat(sample(name).file(Size.WIDE)).isEqualTo(sample(name).file(Size.WIDE));
    }

    @ParameterizedTest
    @MethodSource("samples")
    void holdsNothingThatRuns(String name) {
        Chart chart = sample(name);
        for (String markup : List.of(chart.figure("a"), chart.file(Size.WIDE), chart.file(Size.NARROW))) {
            Element root = Picture.parse(markup).getDocumentElement();
            assertThat(Picture.elements(root, "*"))
                    .extracting(Element::getTagName)
                    .doesNotContain("script", "img", "a");
            for (Element element : Picture.elements(root, "*")) {
                for (int i = 0; i < element.getAttributes().getLength(); i++) {
                    String attribute = element.getAttributes().item(i).getNodeName();
                    assertThat(attribute)
                            .doesNotStartWith("on")
                            .isNotEqualTo("style")
                            .isNotEqualTo("href");
                }
            }
            assertThat(markup.replaceAll("\"[^\"]*\"|>[^<]*<", "")).doesNotContainPattern(HANDLER);
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void goesWithItsTable(String name) {
        Table table = sample(name).table();
        assertThat(table.caption()).startsWith(sample(name).title());
        Element html = Picture.parse(table.html()).getDocumentElement();
        assertThat(Picture.elements(html, "th"))
                .extracting(cell -> cell.getAttribute("scope"))
                .isSubsetOf("col", "row");
        assertThat(Picture.elements(html, "tr")).hasSize(table.rows().size() + 1);
    }

    @Test
    void sharesAPageWithOthersWithoutSharingAnId() {
        Set<String> ids = new HashSet<>();
        for (Map.Entry<String, Chart> sample : Samples.all().entrySet()) {
            Element figure =
                    Picture.parse(sample.getValue().figure(sample.getKey())).getDocumentElement();
            assertThat(ids.add(figure.getAttribute("id"))).isTrue();
            for (Element element : Picture.elements(figure, "*")) {
                if (!element.getAttribute("id").isEmpty()) {
                    assertThat(ids.add(element.getAttribute("id")))
                            .as(element.getAttribute("id"))
                            .isTrue();
                }
            }
        }
    }

    @Test
    void refusesAnIdThatIsNotOne() {
        for (String id : List.of("", "1a", "a b", "a\"", "é")) {
            assertThatThrownBy(() -> new Figure(id, Samples.days()))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("'" + id + "' cannot be an id: a letter first, then letters, digits, - and _");
        }
    }

    @Test
    void refusesAPictureWithoutWords() {
        assertThatThrownBy(() -> new Bars(Words.EN, "Title", " ", "", Unit.NUMBER, List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a chart needs a title and a sentence; got 'Title' and ' '");
    }

    @Test
    void saysThatThereIsNothingToDraw() {
        assertThat(Samples.awkward().get("empty").svg(Size.WIDE, "a")).contains("There is nothing to draw here yet.");
        assertThat(Samples.awkward().get("empty").figure("a")).doesNotContain("<details");
        assertThat(Samples.awkward().get("bands-empty").svg(Size.NARROW, "a")).contains("ddangos yma eto.");
    }

    @Test
    void putsTheSentenceBeforeThePicture() {
        String figure = Samples.days().figure("a");
        assertThat(figure.indexOf("w-sentence"))
                .isLessThan(figure.indexOf("<svg"))
                .isPositive();
        assertThat(figure.indexOf("<details")).isGreaterThan(figure.lastIndexOf("</svg>"));
    }

    @Test
    void isAFileWithItsOwnColours() {
        Element file = Picture.parse(Samples.days().file(Size.WIDE)).getDocumentElement();
        assertThat(Picture.elements(file, "style").getFirst().getTextContent())
                .contains("--whorl-series-1: " + Palette.LIGHT.colour("series-1"))
                .contains("prefers-color-scheme: dark");
    }

    /** What XML cannot hold has become a replacement character. */
    private static String readable(String text) {
        return text.replace('\u0000', '\uFFFD').replace('\uD800', '\uFFFD');
    }
}
