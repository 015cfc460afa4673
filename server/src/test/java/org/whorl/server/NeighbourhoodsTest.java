package org.whorl.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Need by neighbourhood: expected and counted, and nothing that would point to somebody. */
class NeighbourhoodsTest {

    private static final Map<String, String> MODEL = Map.of(
            "model.yaml",
            """
            whorl: 1
            name: {en: Four places, cy: Pedwar lle}
            time: {start: 2023-04-01, days: 30}
            partners: {board: {}}
            arrivals: {ready: {to: ward, rate: 2}}
            services: {ward: {partner: board, capacity: 12, length-of-stay: {exponential: {mean: 5}}}}
            population:
              table: population.csv
              year: 2021
              areas: {north: {en: North, cy: Gogledd}, south: {en: South, cy: De}}
              small-areas: small-areas.csv
              source: made up for this test
              quality: guess
            needs:
              falls:
                name: {en: Falls, cy: Cwympiadau}
                unit: {en: falls a year, cy: o gwympiadau y flwyddyn}
                rates: by-age.csv
                seen: seen.csv
                source: A study elsewhere
                date: "2020"
                quality: borrowed
            """,
            "population.csv",
            """
            area,fifth,sex,0,65,75,85
            north,1,female,1000,200,50,20
            north,1,male,1100,110,50,15
            south,2,female,250,40,15,15
            south,2,male,250,40,15,15
            """,
            "by-age.csv",
            "age,rate\n0,10\n65,100\n",
            "small-areas.csv",
            """
            small-area,name,area,fifth,0,65,75,85
            W1,Hill,north,5,900,100,50,20
            W2,River,north,1,800,150,40,3
            W3,End,north,3,400,60,10,12
            W4,Shore,south,2,500,80,30,30
            """,
            "seen.csv",
            "small-area,count\nW1,50\nW2,30\nW3,4\nW4,20\n");

    private static final Browser keeper = Running.keeper();
    private static String places = "";

    @BeforeAll
    static void fourPlaces() throws IOException {
        keeper.open("/partnerships/new?lang=en")
                .send(Map.of("name-en", "Tiles", "name-cy", "Teils", "place-en", "Here", "place-cy", "Yma"));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, String> file : MODEL.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        assertThat(keeper.upload("/p/tiles/picture/new", "four.zip", bytes.toByteArray())
                        .body())
                .contains("The model is here");
        places = keeper.open("/p/tiles/picture").url().replaceFirst("[?#].*", "") + "/places";
        places = places.replaceFirst("https?://[^/]+", "");
    }

    /** The cells of a neighbourhood's row, by the heads of the table. */
    private static String row(String page, String name) {
        int at = page.indexOf("<th scope=\"row\" class=\"nhsuk-table__header\">" + name + "</th>");
        assertThat(at).as("a row of " + name).isPositive();
        return page.substring(at, page.indexOf("</tr>", at))
                .replaceAll("<[^>]*>", "|")
                .replaceAll("\\s*\\|[\\s|]*", "|");
    }

    @Test
    void whatIsExpectedIsNotACount() {
        String page = keeper.open(places).body();
        // Hill: 900 at 10 and 170 at 100 in 1,000: 26 of 1,070 people, 24.3 in 1,000.
        assertThat(row(page, "Hill")).isEqualTo("|Hill|24.3|26|1,070|Least deprived fifth|North|");
        // River: 8 + 19.3 of 993, and people to the nearest five.
        assertThat(row(page, "River")).isEqualTo("|River|27.5|27.3|995|Most deprived fifth|North|");
        assertThat(page)
                .contains("Expected, not counted", "A study elsewhere (2020)")
                .contains("Falls: for 1,000 people in a year, from 24.3 in Hill to 29.7 in Shore.")
                .contains("<li>Shore (South): 29.7 for 1,000 people in a year</li>")
                .contains("<title>Hill: 24.3</title>")
                .containsSubsequence("id=\"highest\"", "id=\"table\"", "<svg");
        assertThat(keeper.open(places.replace("/places", "/need")).body()).contains(places + "?need=falls");
        assertThat(keeper.open(places + "?lang=cy").body()).contains("Disgwyliedig, heb ei gyfrif", "Gogledd");
        keeper.open("/?lang=en");
    }

    @Test
    void tooFewToTellAreBorrowedFromTheLargerPlace() {
        String page = keeper.open(places + "?show=counted").body();
        assertThat(row(page, "Hill")).contains("|50|");
        assertThat(row(page, "Shore")).contains("|20|");
        // End has 4; North's total would give it away if River's were told.
        assertThat(row(page, "End")).contains("borrowed from North|*|");
        assertThat(row(page, "River")).contains("borrowed from North|*|");
        // North: 84 where 65.5 are expected; all: 104 where 84.5 are.
        assertThat(row(page, "End")).contains("|End|1.04|");
        assertThat(page)
                .contains("End: 1.04, borrowed from the larger place")
                .doesNotContain("<td class=\"nhsuk-table__cell\">4</td>");
        assertThat(row(page.substring(page.indexOf("id=\"totals\"")), "North")).contains("|85|");
    }

    @Test
    void theOldestOfASmallPlaceAreNotToldNorWorkedOut() {
        String oldest = keeper.open(places + "?age=85").body();
        assertThat(row(oldest, "River")).contains("borrowed from North", "|*|*|");
        // The three together would give River's away.
        assertThat(row(oldest, "End")).contains("|*|*|");
        assertThat(row(oldest, "Hill")).contains("|20|");
        // From all ages and the others, too.
        String younger = keeper.open(places + "?age=75").body();
        assertThat(row(younger, "River")).contains("|*|*|");
        assertThat(row(younger, "End")).contains("|*|*|");
        assertThat(row(younger, "Shore")).contains("|100|3|30|");
        assertThat(oldest).doesNotContain("What was counted, next to what is expected</option>\n<option selected");
        assertThat(keeper.open(places + "?age=85&show=counted").body()).contains("Expected, not counted");
    }

    @Test
    void placesAreOrderedLookedForAndChosen() {
        assertThat(keeper.open(places + "?order=fifth").body())
                .containsSubsequence("id=\"table\"", ">River<", ">Shore<", ">End<", ">Hill<");
        assertThat(keeper.open(places + "?order=name").body())
                .containsSubsequence(
                        "id=\"table\"", "aria-sort=\"ascending\"", ">End<", ">Hill<", ">River<", ">Shore<");
        String sought = keeper.open(places + "?q=RIV").body();
        assertThat(sought).contains(">River<").doesNotContain(">Hill<");
        assertThat(keeper.open(places + "?area=south").body())
                .contains(">Shore<")
                .doesNotContain(">River<");
        assertThat(keeper.open(places + "?q=zzz").body()).contains("No neighbourhood fits");
        assertThat(keeper.open(places + "?need=x&area=y&age=z&show=q&order=w").status())
                .isEqualTo(200);
    }

    @Test
    void aGuestSeesTheExamples() {
        Browser guest = Running.browser();
        String example = guest.open("/p/cwm-taf-morgannwg/picture").url().replaceFirst("[?#].*", "");
        assertThat(guest.open(example + "/places?age=65").body())
                .contains("Aberkenfig")
                .contains("Merthyr Tydfil")
                .doesNotContain("Make this a finding");
        keeper.open("/partnerships/new?lang=en")
                .send(Map.of("name-en", "No tiles", "name-cy", "Dim teils", "place-en", "Here", "place-cy", "Yma"));
        keeper.upload(
                "/p/no-tiles/picture/new",
                "model.yaml",
                MODEL.getOrDefault("model.yaml", "")
                        .replaceAll("(?s)population:.*", "")
                        .getBytes(StandardCharsets.UTF_8));
        assertThat(keeper.open(keeper.open("/p/no-tiles/picture").url().replaceFirst("https?://[^/]+", "") + "/places")
                        .body())
                .contains("This picture does not know neighbourhoods");
    }
}
