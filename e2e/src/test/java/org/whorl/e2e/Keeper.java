package org.whorl.e2e;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import org.whorl.server.design.Language;

/** Whoever looks after this Whorl: comes first, with the link from the console, and makes a passkey. */
final class Keeper {

    private static final Keeper THE = new Keeper();

    private final String remembered;

    private Keeper() {
        try (Visitor first = new Visitor(Device.DESK, Language.EN)) {
            first.passkeys();
            first.go(House.setUp()).look("set-up").follow("way.passkey.button").look("set-up-passkey");
            first.write("name.label", "Nia").press("passkey.make").isAt("/account/codes");
            first.look("codes").follow("codes.kept").isAt("/").look("front-of-keeper");
            remembered = first.context().storageState();
        }
    }

    /** The keeper at another device, still signed in. */
    static Visitor at(Device device, Language language) {
        Visitor keeper = new Visitor(device, language, device.open(language, THE.remembered));
        // The language of the one browser is the other's too, until it is changed.
        return keeper.go("/?lang=" + language.code());
    }

    /** An invitation's link, as the keeper passes it on. */
    static String invite(String slug, String role) {
        try (Visitor keeper = at(Device.DESK, Language.EN)) {
            keeper.go("/p/" + slug + "/people/invite");
            keeper.page().getByLabel(keeper.say("role." + role)).check();
            keeper.press("invite.button");
            return keeper.page().locator("#link code").innerText();
        }
    }

    /** Opens a partnership and gives back its part of the address. */
    static String open(Visitor keeper, String name) {
        keeper.go("/partnerships/new");
        keeper.write("partnership.name-en", name)
                .write("partnership.name-cy", name + " (Cymraeg)")
                .write("partnership.place-en", "Rhondda")
                .write("partnership.place-cy", "Y Rhondda");
        keeper.look("new-partnership").press("partnership.new.button");
        keeper.page().waitForURL(url -> url.contains("/p/"));
        return keeper.page().url().replaceFirst(".*/p/", "");
    }

    /** What the browser's passkeys say of themselves, to look at in a test. */
    static JsonObject credentials(CDPSession devices, String authenticator) {
        JsonObject which = new JsonObject();
        which.addProperty("authenticatorId", authenticator);
        return devices.send("WebAuthn.getCredentials", which);
    }
}
