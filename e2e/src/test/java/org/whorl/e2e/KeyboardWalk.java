package org.whorl.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.whorl.server.design.Language;

/** Somebody who uses no mouse. */
class KeyboardWalk {

    private static final String EXAMPLE = "/p/cwm-taf-morgannwg";

    @Test
    void aSpiralIsStartedAndReadByKeyboardAlone() {
        try (Visitor nia = Keeper.at(Device.DESK, Language.EN)) {
            String slug = Keeper.open(nia, "Keys");
            nia.go("/p/" + slug).key("Tab");
            assertThat(nia.focused()).isEqualTo(nia.say("skip"));
            nia.picture("skip-link").key("Enter");
            nia.key("Tab");
            assertThat(nia.focused()).as("first in the page itself").isEqualTo(nia.say("empty.button"));
            nia.key("Enter").isAt("/p/" + slug + "/spirals/new");
            nia.tabTo(nia.say("start.question")).type("Who has no key?");
            nia.key("Tab").type("Everybody").key("Tab").key("Tab");
            assertThat(nia.focused()).isEqualTo(nia.say("start.button"));
            nia.picture("focus-on-button").key("Enter").sees("start.done");
            // Enter in a field sends the form; it does not change the language, whose button comes first on the page.
            nia.go("/p/" + slug + "/plan").tabTo(nia.say("plan.name")).type("Ask the caretaker");
            nia.key("Enter").sees("saved").reads("Ask the caretaker");
        }
    }

    /** In order, seen, with nothing left out, and out again at the end. */
    @ParameterizedTest
    @ValueSource(strings = {"", "/plan", "/asks", "/asks/new", "/people", "/people/invite", "/record", "/spirals/new"})
    void everythingIsReachedInOrderAndSeen(String path) {
        try (Visitor nia = Who.ADMINISTRATOR.at(Device.DESK, Language.EN)) {
            nia.go("/p/" + Who.slug() + path);
            assertThat(faultsOfTabbing(nia.page())).as(path).isEmpty();
        }
    }

    @Test
    void theFirstPageAndTheAccountAreReachedToo() {
        // Somebody who has just come: whoever signed in a quarter of an hour ago is asked to do so again.
        try (Visitor cai = new Visitor(Device.PHONE, Language.CY)) {
            cai.go(Keeper.invite(Who.slug(), "member"))
                    .write("name.label", "Cai")
                    .write("email.label", "cai@example.org")
                    .write("password.label", "four words nobody else")
                    .press("join.button")
                    .isAt("/p/" + Who.slug());
            for (String path : List.of("/", "/account", "/account/passkeys/new", "/account/password")) {
                cai.go(path);
                assertThat(faultsOfTabbing(cai.page())).as(path).isEmpty();
            }
        }
    }

    @Test
    void theSpiralTellsItsTurnsByKeyboard() {
        try (Visitor guest = new Visitor(Device.DESK, Language.EN)) {
            guest.go(EXAMPLE);
            Locator numbers = guest.page().locator(".whorl-spiral .w-numbers");
            numbers.locator("summary").focus();
            guest.key("Enter").picture("spiral-in-numbers");
            PlaywrightAssertions.assertThat(numbers.locator("tbody tr")).hasCount(3);
            PlaywrightAssertions.assertThat(numbers).containsText("118");
        }
    }

    @Test
    @SuppressWarnings("unchecked")
    void theSpiralTellsItsTurnsByTouch() {
        try (Visitor guest = new Visitor(Device.PHONE, Language.CY, Device.PHONE.touch(Language.CY))) {
            guest.go(EXAMPLE);
            // A band across the cone for each turn: fingers are wider than lines.
            Map<String, Object> at = (Map<String, Object>) guest.page().evaluate("""
                    () => {
                      window.band = [...document.querySelectorAll('.whorl-spiral .w-hit')].filter(
                          (each) => each.getBoundingClientRect().width > 0)[1];
                      band.scrollIntoView({ block: 'center', behavior: 'instant' });
                      const box = band.querySelector('rect').getBoundingClientRect();
                      return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
                    }""");
            guest.page().touchscreen().tap(((Number) at.get("x")).doubleValue(), ((Number) at.get("y")).doubleValue());
            guest.picture("spiral-touched");
            assertThat(guest.page().evaluate("getComputedStyle(band.querySelector('.w-readout')).visibility"))
                    .isEqualTo("visible");
            assertThat((String) guest.page().evaluate("band.textContent")).contains("118");
        }
    }

    /** Presses Tab until the page is left, and says what was wrong on the way. */
    @SuppressWarnings("unchecked")
    private static List<String> faultsOfTabbing(Page page) {
        page.evaluate("""
                () => {
                  const look = (style) => [style.outlineStyle, style.outlineWidth, style.boxShadow, style.backgroundColor,
                      style.borderColor, style.borderWidth, style.strokeWidth, style.textDecorationLine].join();
                  // The ring of a box drawn by a design is on its label, that of a summary on the words in it.
                  window.seen = (each) => [each, each.firstElementChild, each.nextElementSibling, each.querySelector('path:nth-of-type(3)')]
                      .filter(Boolean)
                      .flatMap((one) => [getComputedStyle(one), getComputedStyle(one, '::before')])
                      .map(look).join(' / ');
                  const group = new Set();
                  window.stops = [...document.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex="0"]')]
                      .filter((each) => each.tabIndex >= 0 && !each.disabled && each.type !== 'hidden' && each.checkVisibility())
                      .filter((each) => each.type !== 'radio' || (!group.has(each.name) && group.add(each.name)));
                  window.before = new Map(stops.map((each) => [each, seen(each)]));
                }""");
        int stops = ((Number) page.evaluate("stops.length")).intValue();
        List<String> faults = new ArrayList<>();
        int last = -1;
        // A field for a day has several stops of its own.
        for (int i = 0; i < stops + 8 && last < stops - 1; i++) {
            page.keyboard().press("Tab");
            Map<String, Object> at = (Map<String, Object>) page.evaluate("""
                    () => {
                      const here = document.activeElement;
                      const box = here.getBoundingClientRect();
                      return {
                        index: here.type === 'radio' ? stops.findIndex((each) => each.name === here.name) : stops.indexOf(here),
                        what: here.outerHTML.slice(0, 120),
                        parts: here.type === 'date',
                        changed: before.get(here) !== seen(here),
                        inView: box.bottom > 0 && box.top < innerHeight,
                      };
                    }""");
            int index = ((Number) at.get("index")).intValue();
            if (index == last && Boolean.TRUE.equals(at.get("parts"))) {
                continue;
            }
            if (index <= last) {
                faults.add("out of order: " + at.get("what"));
            }
            if (index > last + 1) {
                faults.add("left out before " + at.get("what"));
            }
            if (Boolean.FALSE.equals(at.get("changed"))) {
                faults.add("focus is not seen on " + at.get("what"));
            }
            if (Boolean.FALSE.equals(at.get("inView"))) {
                faults.add("focus is off the screen on " + at.get("what"));
            }
            last = index;
        }
        page.keyboard().press("Tab");
        if ((Boolean) page.evaluate("document.activeElement === stops.at(-1)")) {
            faults.add("the keyboard is caught at the end");
        }
        return faults;
    }
}
