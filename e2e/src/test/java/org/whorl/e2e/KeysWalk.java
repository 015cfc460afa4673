package org.whorl.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.whorl.server.design.Language;

/** Somebody makes a key to look with, a program looks with it and can change nothing, and the key is ended. */
class KeysWalk {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @ParameterizedTest
    @CsvSource({"DESK, EN", "PHONE, CY"})
    void aKeyToLookWithLooksUntilItIsEnded(Device device, Language language) throws IOException, InterruptedException {
        String name = "Dashboard " + device;
        // Somebody who has just come in: keys are made by those who have lately shown who they are.
        String link = Keeper.invite(Who.slug(), "administrator");
        try (Visitor nia = new Visitor(device, language)) {
            nia.passkeys();
            nia.go(link + "/passkey").write("name.label", "Nia").press("passkey.make");
            nia.isAt("/account/codes")
                    .go("/p/" + Who.slug() + "/tokens")
                    .look("keys")
                    .follow("tokens.make")
                    .look("key-new")
                    .press("token.button")
                    .sees("token.name.missing")
                    .look("key-wrong");
            nia.write("token.name", name);
            nia.page().getByLabel(nia.say("role.guest")).check();
            nia.press("token.button").sees("token.made.once").look("key-made");
            String key = nia.page().locator("#token").innerText();
            nia.follow("token.made.kept").reads(name).sees("token.never").look("keys-one");
            both(nia, "keys-one");
            assertThat(nia.page().content()).doesNotContain(key);

            HttpResponse<String> models = ask(key, language, "/models", "");
            assertThat(models.statusCode()).as(models.body()).isEqualTo(200);
            JsonArray items = read(models).getAsJsonArray("items");
            assertThat(items).isNotEmpty();
            String versions =
                    "/models/" + items.get(0).getAsJsonObject().get("id").getAsString() + "/versions";
            String before = ask(key, language, versions, "").body();
            HttpResponse<String> refused = ask(
                    key, language, versions, "{\"files\": {\"model.yaml\": \"\"}, \"note\": \"More\", \"basedOn\": 1}");
            assertThat(refused.statusCode()).as(refused.body()).isEqualTo(403);
            assertThat(read(refused).get("title").getAsString()).isEqualTo(nia.say("problem.refused.title"));
            assertThat(ask(key, language, versions, "").body()).isEqualTo(before);

            nia.go("/p/" + Who.slug() + "/tokens")
                    .follow("tokens.all")
                    .reads(name)
                    .look("keys-all");
            nia.go("/account/password").sees("tokens.too").look("password");
            nia.go("/p/" + Who.slug() + "/tokens");
            nia.page()
                    .locator(".whorl-keys li")
                    .filter(new Locator.FilterOptions().setHasText(name))
                    .getByRole(AriaRole.BUTTON)
                    .click();
            nia.sees("token.withdrawn").look("key-ended");
            HttpResponse<String> ended = ask(key, language, "/models", "");
            assertThat(ended.statusCode()).isEqualTo(401);
            assertThat(read(ended).get("title").getAsString()).isEqualTo(nia.say("problem.no-key.title"));
        }
    }

    @ParameterizedTest
    @CsvSource({"DESK, EN", "PHONE, CY", "PHONE, EN", "DESK, CY"})
    void whatProgramsMayAskCanBeRead(Device device, Language language) {
        try (Visitor anybody = new Visitor(device, language)) {
            anybody.go("/?lang=" + language.code()).follow("footer.programs").sees("programs.title");
            anybody.page().locator("#askFormulas summary").click();
            anybody.sees("programs.sent").look("for-programs");
            both(anybody, "for-programs");
        }
    }

    private static void both(Visitor visitor, String name) {
        visitor.page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        visitor.look(name + "-dark");
        visitor.page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
    }

    private static JsonObject read(HttpResponse<String> response) {
        return JsonParser.parseString(response.body()).getAsJsonObject();
    }

    /** As a program does: with what is sent, or without anything to read only. */
    private static HttpResponse<String> ask(String key, Language language, String path, String sent)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create(House.address() + "/api/v1/p/" + Who.slug() + path))
                .header("Authorization", "Bearer " + key)
                .header("Accept-Language", language.code());
        if (!sent.isEmpty()) {
            request.header("Content-Type", "application/json").POST(HttpRequest.BodyPublishers.ofString(sent));
        }
        return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
