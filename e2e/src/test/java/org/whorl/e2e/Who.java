package org.whorl.e2e;

import com.microsoft.playwright.options.SelectOption;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import org.whorl.server.design.Language;

/** Somebody in each role of one partnership that has begun, signed in, for walks that look on from several sides. */
enum Who {
    ADMINISTRATOR("203.0.113.1"),
    FACILITATOR("203.0.113.2"),
    MEMBER("203.0.113.3"),
    GUEST("203.0.113.4");

    private static final Map<Who, String> REMEMBERED = new EnumMap<>(Who.class);
    private static String slug = "";

    // Everybody sits somewhere else (RFC 5737 keeps these addresses for examples), as a proxy before us would say.
    private final String address;

    Who(String address) {
        this.address = address;
    }

    /** The part of the address of the partnership they are in. */
    static synchronized String slug() {
        if (slug.isEmpty()) {
            begin();
        }
        return slug;
    }

    /** They at a device of their own. */
    Visitor at(Device device, Language language) {
        slug();
        String remembered = REMEMBERED.get(this);
        Visitor visitor = new Visitor(
                device, language, remembered == null ? device.open(language, true) : device.open(language, remembered));
        visitor.context().setExtraHTTPHeaders(Map.of("X-Forwarded-For", address));
        return visitor.go("/?lang=" + language.code());
    }

    private static void begin() {
        try (Visitor keeper = Keeper.at(Device.DESK, Language.EN)) {
            slug = Keeper.open(keeper, "Everybody");
            keeper.follow("empty.button")
                    .start("Who is awake at night here, and why?", "Everybody on the Ridgeway estate")
                    .plan("Listen in the café", 0, 1)
                    .plan("Look at what we heard", 4, 5);
            keeper.go("/p/" + slug + "/asks/new")
                    .write("ask.what", "Could you sit in the café on Tuesday and listen?")
                    .write("ask.minutes", "20")
                    .press("ask.button")
                    .sees("ask.done");
            keeper.go("/p/" + slug + "/partners/new")
                    .write("partner.name-en", "Rhondda council")
                    .write("partner.name-cy", "Cyngor y Rhondda")
                    .press("save")
                    .sees("saved");
            keeper.go("/p/" + slug + "/picture/new")
                    .page()
                    .setInputFiles(
                            "#files",
                            Path.of(System.getProperty("whorl.root", ".."), "examples", "one-team", "model.yaml"));
            keeper.press("models.bring").sees("models.brought");
            keeper.button("finding.begin").first().click();
            keeper.write("finding.found", "One team is not enough in winter")
                    .press("finding.keep")
                    .sees("finding.before");
            keeper.go("/p/" + slug + "/shifts/new").write("shift.name", "Five more places");
            keeper.page().selectOption("#service0", new SelectOption().setIndex(1));
            keeper.page().fill("#places0", "5");
            keeper.press("shift.keep").sees("shift.kept");
            keeper.go("/p/" + slug).follow("spiral.child").start("What helps carers to sleep?", "Unpaid carers");
            REMEMBERED.put(ADMINISTRATOR, keeper.context().storageState());
        }
        try (Visitor ffion = new Visitor(Device.DESK, Language.EN)) {
            ffion.passkeys();
            ffion.go(Keeper.invite(slug, "facilitator")).follow("way.passkey.button");
            ffion.write("name.label", "Ffion").press("passkey.make").isAt("/account/codes");
            REMEMBERED.put(FACILITATOR, ffion.context().storageState());
        }
        try (Visitor macsen = new Visitor(Device.DESK, Language.EN)) {
            macsen.go(Keeper.invite(slug, "member"))
                    .write("name.label", "Macsen")
                    .write("email.label", "macsen@example.org")
                    .write("password.label", "four words nobody else")
                    .press("join.button")
                    .isAt("/p/" + slug);
            REMEMBERED.put(MEMBER, macsen.context().storageState());
        }
    }
}
