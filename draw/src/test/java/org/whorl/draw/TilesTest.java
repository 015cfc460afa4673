package org.whorl.draw;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Tiles: the more, the darker, and never by colour alone. */
class TilesTest {

    @ParameterizedTest
    @CsvSource({"1, 0", "2, 0", "3, 1", "5, 2", "7, 3", "9, 4", "10, 4"})
    void eachShadeIsForAFifthOfPlaces(int value, int shade) {
        double[] ten = IntStream.rangeClosed(1, 10).asDoubleStream().toArray();
        assertThat(Tiles.shade(ten, value)).isEqualTo(shade);
    }

    @Test
    void equalNumbersAreEquallyDark() {
        assertThat(Tiles.shade(new double[] {4, 4, 4}, 4)).isZero();
        assertThat(Tiles.shade(new double[] {1, 4, 4, 4, 4, 4}, 1)).isZero();
        assertThat(Tiles.shade(new double[] {1, 4, 4, 4, 4, 4}, 4)).isEqualTo(1);
        assertThat(Tiles.shade(new double[] {7}, 7)).isZero();
    }

    @ParameterizedTest
    @EnumSource(Size.class)
    void everyTileCarriesItsNumber(Size size) {
        Tiles chart = new Tiles(
                Words.EN,
                "T",
                "S.",
                "m",
                Unit.NUMBER,
                "Council",
                List.of(new Tiles.Group(
                        "North",
                        List.of(
                                new Tiles.Tile("Here", Reading.of(112, 100, 125), false),
                                new Tiles.Tile("There", Reading.of(31), true),
                                new Tiles.Tile("Nowhere", Reading.unknown(), false)))));
        String svg = chart.svg(size, "a");
        assertThat(svg)
                .contains(">112</text>", ">31</text>", ">*</text>")
                .contains("<title>Here: 112 (100 to 125)</title>")
                .contains("<title>There: 31, borrowed from the larger place</title>")
                .contains("<title>Nowhere: *</title>")
                .contains("Dashed");
        assertThat(chart.table().rows())
                .containsExactly(
                        List.of("Here", "North", "112", "100", "125"),
                        List.of("There", "North", "31, borrowed from the larger place", "", ""),
                        List.of("Nowhere", "North", "*", "", ""));
    }
}
