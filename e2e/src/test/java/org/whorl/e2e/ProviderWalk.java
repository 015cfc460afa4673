package org.whorl.e2e;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.whorl.server.design.Language;

/** Somebody comes in by way of a real organisation's sign-in, Keycloak: invited, again another day, and out again. */
class ProviderWalk {

    private static @Nullable Keycloak keycloak;

    @BeforeAll
    static void start() {
        // Before there is one: this is what its people see while it is away.
        try (Visitor early = new Visitor(Device.PHONE, Language.CY)) {
            early.go("/sign-in/with/health")
                    .sees("trouble.away.heading", organisation(Language.CY))
                    .look("organisation-away");
        }
        keycloak = new Keycloak();
    }

    @AfterAll
    static void stop() {
        if (keycloak != null) {
            keycloak.close();
        }
    }

    @ParameterizedTest
    @CsvSource({"PHONE, EN", "PHONE, CY", "DESK, EN", "DESK, CY"})
    void anInvitedMemberComesInByTheirOrganisation(Device device, Language language) {
        String name = organisation(language);
        String user = "%s-%s".formatted(device.key(), language.code());
        String slug;
        try (Visitor keeper = Keeper.at(device, language)) {
            slug = Keeper.open(keeper, "Organisation " + device + " " + language);
        }
        String link = Keeper.invite(slug, "member");
        try (Visitor megan = new Visitor(device, language)) {
            megan.go(link).look("join-with-organisation").follow("way.provider", name);
            signIn(megan, user);
            megan.isAt("/p/" + slug).look("home-by-organisation");
            megan.go("/p/" + slug + "/people").reads("Megan " + user);
            megan.go("/account").sees("account.organisations.yes", name).look("account-with-organisation");
            megan.follow("sessions.see").sees("sessions.only").look("sessions");

            // Out here is out there, too: the organisation asks again.
            megan.press("sign-out").isAt("/");
            megan.go("/sign-in").look("sign-in-with-organisation").follow("way.provider", name);
            megan.page().locator("#password").waitFor();
        }
        try (Visitor anotherDay = new Visitor(device, language)) {
            anotherDay.go("/sign-in?next=/p/" + slug + "/plan").follow("way.provider", name);
            signIn(anotherDay, user);
            anotherDay.isAt("/p/" + slug + "/plan");
            try (Visitor elsewhere = new Visitor(device, language)) {
                elsewhere.go("/sign-in").follow("way.provider", name);
                signIn(elsewhere, user);
                elsewhere.isAt("/").go("/account/sessions").look("sessions-of-two");
                elsewhere.press("account.end").sees("account.ended");
            }
            anotherDay.go("/account").sees("problem.refused.title");
        }
    }

    @ParameterizedTest
    @CsvSource({"PHONE, EN", "DESK, CY"})
    void whoIsNotInvitedIsToldWhatToDo(Device device, Language language) {
        try (Visitor stranger = new Visitor(device, language)) {
            stranger.go("/sign-in").follow("way.provider", organisation(language));
            signIn(stranger, "uninvited");
            stranger.sees("uninvited.what", organisation(language)).look("uninvited");
        }
    }

    @Test
    void whoHasSignedInConnectsTheirOrganisationAndLeavesItAgain() {
        String name = organisation(Language.EN);
        String slug;
        try (Visitor keeper = Keeper.at(Device.DESK, Language.EN)) {
            slug = Keeper.open(keeper, "Connected");
        }
        try (Visitor rhian = new Visitor(Device.DESK, Language.EN)) {
            rhian.go(Keeper.invite(slug, "member"));
            rhian.write("name.label", "Rhian")
                    .write("email.label", "rhian@example.org")
                    .write("password.label", "four quiet brown owls")
                    .press("join.button")
                    .isAt("/p/" + slug);
            rhian.go("/account");
            // Signed in here: the organisation is told to ask anew, because this changes how one signs in.
            button(rhian, rhian.say("provider.add", name));
            signIn(rhian, "connecting");
            rhian.isAt("/account").sees("provider.connected").look("connected");
            button(rhian, rhian.say("provider.remove", name));
            rhian.isAt("/account").sees("provider.removed");
        }
    }

    /** At the organisation, in its own form and language. */
    private static void signIn(Visitor visitor, String user) {
        Page page = visitor.page();
        page.waitForURL(url -> url.contains("/realms/health/"));
        page.locator("#username").fill(user);
        page.locator("#password").fill(Keycloak.PASSWORD);
        page.locator("#kc-login").click();
    }

    private static void button(Visitor visitor, String name) {
        visitor.page()
                .getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(name).setExact(true))
                .click();
    }

    private static String organisation(Language language) {
        return language.pick("Health Board account", "Cyfrif y Bwrdd Iechyd");
    }
}
