package org.whorl.draw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Everybody can read the text, see the marks and tell the series apart: measured, not judged by eye. */
class PaletteTest {

    private static final List<String> TEXT = List.of("ink", "soft", "link", "alarm");
    private static final List<String> MARKS = List.of("axis", "alarm", "series-1", "series-2", "series-3", "series-4");

    /** WCAG 2.2, 1.4.3: text against what lies behind it. */
    @ParameterizedTest
    @EnumSource
    void textIsReadable(Palette palette) {
        for (String paper : List.of("paper", "raised")) {
            for (String text : TEXT) {
                assertThat(contrast(palette.colour(text), palette.colour(paper)))
                        .as("%s on %s", text, paper)
                        .isGreaterThanOrEqualTo(4.5);
            }
        }
    }

    /** WCAG 2.2, 1.4.11: marks one must see to understand. */
    @ParameterizedTest
    @EnumSource
    void marksAreSeen(Palette palette) {
        for (String mark : MARKS) {
            assertThat(contrast(palette.colour(mark), palette.colour("paper")))
                    .as(mark)
                    .isGreaterThanOrEqualTo(3);
        }
    }

    /** Labels of a flow lie on its streams, and where two cross: the stream's colour at a third, twice over paper. */
    @ParameterizedTest
    @EnumSource
    void labelsAreReadableOnAStream(Palette palette) {
        double[] stream = rgb(palette.colour("series-1"));
        double[] back = rgb(palette.colour("paper"));
        double[] mixed = new double[3];
        for (int i = 0; i < 3; i++) {
            mixed[i] = linear(back[i] * 0.68 * 0.68 + stream[i] * (1 - 0.68 * 0.68));
        }
        assertThat(contrast(luminance(linear(palette.colour("ink"))), luminance(mixed)))
                .isGreaterThanOrEqualTo(4.5);
    }

    /**
     * The two series that share a plot, and the alarm across them, stay apart for people who lack one kind of cone.
     * Simulation after Machado, Oliveira and Fernandes (2009), full severity; distance in OKLab (Ottosson, 2020), where
     * 0.02 is just about seen.
     */
    @ParameterizedTest
    @CsvSource({"LIGHT", "DARK"})
    void seriesStayApartForColourBlindPeople(Palette palette) {
        for (double[][] eyes : List.of(PROTAN, DEUTAN, TRITAN)) {
            double[] one = seen(palette.colour("series-1"), eyes);
            double[] two = seen(palette.colour("series-2"), eyes);
            double[] three = seen(palette.colour("series-3"), eyes);
            assertThat(distance(one, two)).isGreaterThan(0.08);
            assertThat(distance(two, three)).isGreaterThan(0.08);
            assertThat(distance(one, seen(palette.colour("alarm"), eyes))).isGreaterThan(0.08);
        }
    }

    @ParameterizedTest
    @EnumSource
    void refusesAColourNobodyMixed(Palette palette) {
        assertThatThrownBy(() -> palette.colour("mauve"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("no colour is called 'mauve'; there are [");
    }

    /** The four things a point can say; their edges, in the colour of text, are what makes them seen against paper. */
    @ParameterizedTest
    @CsvSource({"LIGHT", "DARK"})
    void whatPointsSayStaysApartForColourBlindPeople(Palette palette) {
        List<String> sorts = List.of("common", "improvement", "concern", "neutral");
        for (double[][] eyes : List.of(PROTAN, DEUTAN, TRITAN)) {
            for (int i = 0; i < sorts.size(); i++) {
                for (int j = 0; j < i; j++) {
                    assertThat(distance(
                                    seen(palette.colour(sorts.get(i)), eyes), seen(palette.colour(sorts.get(j)), eyes)))
                            .as("%s and %s", sorts.get(i), sorts.get(j))
                            .isGreaterThan(0.05);
                }
            }
        }
    }

    private static final double[][] PROTAN = {
        {0.152286, 1.052583, -0.204868}, {0.114503, 0.786281, 0.099216}, {-0.003882, -0.048116, 1.051998}
    };
    private static final double[][] DEUTAN = {
        {0.367322, 0.860646, -0.227968}, {0.280085, 0.672501, 0.047413}, {-0.011820, 0.042940, 0.968881}
    };
    private static final double[][] TRITAN = {
        {1.255528, -0.076749, -0.178779}, {-0.078411, 0.930809, 0.147602}, {0.004733, 0.691367, 0.303900}
    };
    private static final double[][] TO_CONES = {
        {0.4122214708, 0.5363325363, 0.0514459929},
        {0.2119034982, 0.6806995451, 0.1073969566},
        {0.0883024619, 0.2817188376, 0.6299787005}
    };
    private static final double[][] TO_OKLAB = {
        {0.2104542553, 0.7936177850, -0.0040720468},
        {1.9779984951, -2.4285922050, 0.4505937099},
        {0.0259040371, 0.7827717662, -0.8086757660}
    };

    private static double[] seen(String colour, double[][] eyes) {
        double[] light = times(eyes, linear(colour));
        for (int i = 0; i < 3; i++) {
            light[i] = Math.clamp(light[i], 0, 1);
        }
        double[] cones = times(TO_CONES, light);
        for (int i = 0; i < 3; i++) {
            cones[i] = Math.cbrt(cones[i]);
        }
        return times(TO_OKLAB, cones);
    }

    private static double distance(double[] a, double[] b) {
        return Math.hypot(Math.hypot(a[0] - b[0], a[1] - b[1]), a[2] - b[2]);
    }

    private static double[] times(double[][] matrix, double[] vector) {
        double[] product = new double[3];
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                product[i] += matrix[i][j] * vector[j];
            }
        }
        return product;
    }

    private static double contrast(String a, String b) {
        return contrast(luminance(linear(a)), luminance(linear(b)));
    }

    private static double contrast(double a, double b) {
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    private static double luminance(double[] linear) {
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2];
    }

    private static double[] linear(String colour) {
        double[] rgb = rgb(colour);
        return new double[] {linear(rgb[0]), linear(rgb[1]), linear(rgb[2])};
    }

    private static double linear(double channel) {
        return channel <= 0.04045 ? channel / 12.92 : Math.pow((channel + 0.055) / 1.055, 2.4);
    }

    private static double[] rgb(String colour) {
        return new double[] {
            Integer.parseInt(colour.substring(1, 3), 16) / 255.0,
            Integer.parseInt(colour.substring(3, 5), 16) / 255.0,
            Integer.parseInt(colour.substring(5, 7), 16) / 255.0
        };
    }
}
