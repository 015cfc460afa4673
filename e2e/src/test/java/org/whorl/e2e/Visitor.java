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

    Visitor press(String button) {
        button(button).click();
        return this;
    }

    Visitor follow(String link, Object... parts) {
        link(link, parts).first().click();
        return this;
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

    /** Keeps a picture of the page, and lets axe and a ruler look at it, too. */
    Visitor look(String name) {
        page.waitForLoadState();
        page.screenshot(new Page.ScreenshotOptions()
                .setFullPage(true)
                .setPath(House.screens()
                        .resolve("%s-%s-%02d-%s.png".formatted(device.key(), language.code(), ++pictures, name))));
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
