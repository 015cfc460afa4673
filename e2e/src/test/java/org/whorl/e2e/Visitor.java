package org.whorl.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.SelectOption;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.whorl.server.design.Language;
import org.whorl.server.design.Texts;

/** Somebody with a telephone or a computer of their own, who reads one language. */
final class Visitor implements AutoCloseable {

    private final Device device;
    private final BrowserContext context;
    private final Page page;
    private final List<String> complaints = new ArrayList<>();
    private Language language;
    private int pictures;

    Visitor(Device device, Language language) {
        this(device, language, device.open(language, true));
    }

    Visitor(Device device, Language language, BrowserContext context) {
        this.device = device;
        this.language = language;
        this.context = context;
        this.page = context.newPage();
        page.setDefaultTimeout(15_000);
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") && !message.text().contains("the server responded with a status of")) {
                complaints.add(message.text());
            }
        });
        page.onPageError(complaints::add);
    }

    /** The sentence of that name, in their language. */
    String say(String key, Object... parts) {
        return Texts.in(language).say(key, parts);
    }

    Page page() {
        return page;
    }

    /** What was said on the console since this was asked last. */
    List<String> complaints() {
        List<String> said = List.copyOf(complaints);
        complaints.clear();
        return said;
    }

    BrowserContext context() {
        return context;
    }

    Visitor reads(Language other) {
        language = other;
        return this;
    }

    Visitor go(String path) {
        page.navigate(path.startsWith("http") ? path : House.address() + path);
        return this;
    }

    Visitor write(String label, String text) {
        page.getByLabel(say(label), new Page.GetByLabelOptions().setExact(true)).fill(text);
        return this;
    }

    /** Ticks or chooses what is labelled so. */
    Visitor choose(String label) {
        page.getByLabel(say(label), new Page.GetByLabelOptions().setExact(true)).check();
        return this;
    }

    Visitor press(String button) {
        button(button).click();
        return this;
    }

    Visitor follow(String link, Object... parts) {
        link(link, parts).first().click();
        return this;
    }

    /** Fills in the three things a spiral starts with, and starts it. */
    Visitor start(String question, String population) {
        write("start.question", question).write("start.population", population);
        page.getByLabel(say("start.place"), new Page.GetByLabelOptions().setExact(true))
                .selectOption(new SelectOption().setIndex(0));
        return press("start.button").sees("start.done");
    }

    /** Adds a step to the plan of the partnership they are in, so many months from now. */
    Visitor plan(String what, int first, int last) {
        go(page.url().replaceFirst("(/p/[^/?#]+).*", "$1/plan"));
        write("plan.name", what);
        month("plan.first", first);
        month("plan.last", last);
        return press("plan.add.button").sees("saved");
    }

    private void month(String label, int ahead) {
        page.getByLabel(say(label), new Page.GetByLabelOptions().setExact(true))
                .selectOption(YearMonth.now(ZoneId.of("Europe/London"))
                        .plusMonths(ahead)
                        .toString());
    }

    Visitor key(String key) {
        page.keyboard().press(key);
        return this;
    }

    Visitor type(String text) {
        page.keyboard().type(text);
        return this;
    }

    /** Presses Tab until what has that name is reached. */
    Visitor tabTo(String name) {
        for (int i = 0; i < 60; i++) {
            if (key("Tab").focused().equals(name)) {
                return this;
            }
        }
        throw new AssertionError("Tab never comes to " + name + " on " + page.url());
    }

    /** What a screen reader calls what the keyboard is at. */
    String focused() {
        return (String) page.evaluate("""
                () => {
                  const here = document.activeElement;
                  const label = here.labels && here.labels[0];
                  return (here.getAttribute('aria-label') || (label || here).textContent).trim();
                }""");
    }

    Locator button(String key) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(say(key)).setExact(true));
    }

    Locator link(String key, Object... parts) {
        return page.getByRole(
                AriaRole.LINK,
                new Page.GetByRoleOptions().setName(say(key, parts)).setExact(true));
    }

    Visitor sees(String key, Object... parts) {
        return reads(say(key, parts));
    }

    Visitor reads(String text) {
        PlaywrightAssertions.assertThat(page.locator("body"))
                .containsText(text, new LocatorAssertions.ContainsTextOptions().setUseInnerText(true));
        return this;
    }

    Visitor isAt(String path) {
        page.waitForURL(url -> url.replaceFirst("[?#].*", "").equals(House.address() + path));
        return this;
    }

    /** It is on the screen before anything is scrolled. */
    Visitor atFirstSight(Locator what) {
        BoundingBox box = what.boundingBox();
        Number scrolled = (Number) page.evaluate("window.scrollY");
        assertThat(box.y + box.height + scrolled.doubleValue())
                .as("%s ends at", what)
                .isLessThanOrEqualTo(device.height());
        return this;
    }

    /** Keeps a picture of the page. */
    Visitor picture(String name) {
        page.waitForLoadState();
        page.screenshot(new Page.ScreenshotOptions()
                .setFullPage(true)
                .setPath(House.screens()
                        .resolve("%s-%s-%02d-%s.png".formatted(device.key(), language.code(), ++pictures, name))));
        return this;
    }

    /** Keeps a picture of the page, and lets axe and a ruler look at it, too. */
    Visitor look(String name) {
        picture(name);
        assertThat(complaints).as("said on the console of %s", page.url()).isEmpty();
        assertThat(page.getAttribute("html", "lang")).as(page.url()).isEqualTo(language.code());
        assertThat(((Number) page.evaluate("document.documentElement.scrollWidth")).intValue())
                .as("%s is no wider than the screen", page.url())
                .isLessThanOrEqualTo(device.width());
        assertThat(Axe.look(page)).as("axe on %s", page.url()).isEmpty();
        return this;
    }

    /** Gives them a device that keeps passkeys and has just seen their finger. */
    CDPSession passkeys() {
        CDPSession devices = context.newCDPSession(page);
        devices.send("WebAuthn.enable");
        JsonObject options = new JsonObject();
        options.addProperty("protocol", "ctap2");
        options.addProperty("transport", "internal");
        options.addProperty("hasResidentKey", true);
        options.addProperty("hasUserVerification", true);
        options.addProperty("isUserVerified", true);
        options.addProperty("automaticPresenceSimulation", true);
        JsonObject all = new JsonObject();
        all.add("options", options);
        devices.send("WebAuthn.addVirtualAuthenticator", all);
        return devices;
    }

    @Override
    public void close() {
        context.close();
    }
}
