package org.whorl.e2e;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import java.util.Locale;
import org.whorl.server.design.Language;

/** What somebody looks at Whorl with. */
enum Device {
    /** A small telephone. */
    PHONE(360, 740),
    /** A computer on a desk. */
    DESK(1280, 900),
    /** A page blown up to four times its size on that computer. */
    ZOOMED(320, 256),
    /** A picture on a wall, for everybody in the room. */
    PROJECTOR(1920, 1080);

    private final int width;
    private final int height;

    Device(int width, int height) {
        this.width = width;
        this.height = height;
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** A browser of one's own, which remembers nothing. */
    BrowserContext open(Language language, boolean script) {
        return House.browser().newContext(options(language).setJavaScriptEnabled(script));
    }

    /** The same with what another browser remembers. */
    BrowserContext open(Language language, String remembered) {
        return House.browser().newContext(options(language).setStorageState(remembered));
    }

    /** The same, and no script runs in it. */
    BrowserContext open(Language language, String remembered, boolean script) {
        return House.browser()
                .newContext(options(language).setStorageState(remembered).setJavaScriptEnabled(script));
    }

    /** One that is held in the hand. */
    BrowserContext touch(Language language) {
        return House.browser().newContext(options(language).setHasTouch(true).setIsMobile(true));
    }

    private Browser.NewContextOptions options(Language language) {
        return new Browser.NewContextOptions()
                .setViewportSize(width, height)
                .setLocale(language.code() + "-GB")
                .setTimezoneId("Europe/London");
    }
}
