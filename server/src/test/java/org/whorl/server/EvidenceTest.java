package org.whorl.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What works elsewhere: a page for everybody. */
class EvidenceTest {

    @Test
    void anybodyReadsAllOfItGoodAndBad() {
        assertThat(Running.browser().open("/what-works").body())
                .contains(
                        "49 effects.",
                        "In 59 trials with 12,981 people: rate of falls vs control 23 in 100 lower (17 to 29).",
                        "INCREASE: sicker patients referred",
                        "Only an excerpt was read: check the source.",
                        "our convention, to be agreed locally",
                        "{value: 0.77, low: 0.7056, high: 0.8402, quality: borrowed");
    }

    @Test
    void wordsAndWhatItSaysNarrowIt() {
        assertThat(Running.browser()
                        .open("/what-works?words=falls&says=no-clear-difference")
                        .body())
                .contains("no clear difference in rate of falls")
                .doesNotContain("Tai Chi");
        assertThat(Running.browser().open("/what-works?says=harm").body()).contains("1 effect.");
        assertThat(Running.browser().open("/what-works?words=unicorn").body())
                .contains("Nothing with these words is known here");
    }

    @Test
    void itIsWelshToo() {
        assertThat(Running.browser()
                        .open("/what-works?lang=cy&words=cwympiadau")
                        .body())
                .contains("Beth sy’n gweithio mewn mannau eraill", "Mewn 59 o dreialon");
    }

    @Test
    void everyPageLeadsThere() {
        assertThat(Running.browser().open("/").body()).contains("href=\"/what-works\"");
    }
}
