package org.whorl.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.SelectOption;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.whorl.server.design.Language;

/** Somebody would rather say it: recorded, heard by themselves, sent with a photograph, listened to, and gone once agreed. */
class VoiceWalk {

    @ParameterizedTest
    @CsvSource({"EN", "CY"})
    void aVoiceIsRecordedHeardByTheCarerAndGoneOnceItsTellerAgrees(Language language) {
        String slug = Who.slug();
        String code = told(link(), language);
        String story = cared(slug, language);
        try (Visitor teller = new Visitor(Device.PHONE, language)) {
            teller.go("/t/mine/" + code).sees("mine.voice").look("voice-mine-offered");
            assertThat(teller.page().locator("audio").count()).isZero();
            teller.choose("mine.text.yes").press("mine.text.send").sees("mine.voice.gone");
            teller.look("voice-mine-agreed");
        }
        try (Visitor member = Who.MEMBER.at(Device.PHONE, language)) {
            member.go("/p/" + slug + "/stories/" + story).reads("Eirlys");
            assertThat(isDrawn(member)).isTrue();
            member.look("voice-story");
        }
    }

    private static String told(String link, Language language) {
        try (Visitor teller = new Visitor(Device.PHONE, language)) {
            teller.go(link);
            teller.choose("tell.kind.story").press("tell.next").press("tell.next");
            teller.sees("tell.voice.nothing").look("voice-words");
            // By keyboard alone.
            teller.tabTo(teller.say("tell.voice.record")).key("Enter").sees("tell.voice.recording");
            assertThat(teller.focused()).isEqualTo(teller.say("tell.voice.stop"));
            teller.page().waitForTimeout(2_500);
            teller.look("voice-recording").key("Enter").sees("tell.voice.kept");
            assertThat(teller.focused()).isEqualTo(teller.say("tell.voice.again"));
            assertThat(plays(teller)).as("one hears oneself").isTrue();
            teller.look("voice-recorded");
            // Once more, then the page is loaded anew: it is still there.
            teller.press("tell.voice.again").sees("tell.voice.recording");
            teller.page().waitForTimeout(1_500);
            teller.press("tell.next").sees("tell.ask.teller");
            teller.press("tell.back").sees("tell.voice.kept").press("tell.next");
            teller.choose("tell.teller.own").press("tell.next");
            teller.choose("tell.age.adult").press("tell.next");
            teller.page().selectOption("#where", new SelectOption().setIndex(1));
            teller.press("tell.next");
            teller.choose("tell.for.partnership").press("tell.next");
            teller.choose("tell.name.none").press("tell.next").press("tell.next");
            teller.sees("tell.voice.kept");
            assertThat(teller.page().evaluate("document.querySelector('#recording').files.length"))
                    .isEqualTo(1);
            assertThat(plays(teller)).isTrue();
            teller.page().setInputFiles("#photo-1", new FilePayload("gate.png", "image/png", photograph()));
            teller.page().fill("#photo-on-1", "A gate");
            teller.look("voice-check").press("tell.send").sees("sent.title");
            teller.page().waitForFunction("""
                    () => new Promise(done => {
                      const opened = indexedDB.open('whorl-voice', 1);
                      opened.onsuccess = () => {
                        const all = opened.result.transaction('recording').objectStore('recording').count();
                        all.onsuccess = () => { opened.result.close(); done(all.result === 0); };
                      };
                    })""");
            return teller.page().locator("#code").innerText();
        }
    }

    private static String cared(String slug, Language language) {
        try (Visitor carer = new Visitor(Device.PHONE, language)) {
            carer.passkeys();
            carer.go("/?lang=" + language.code());
            carer.go(Keeper.invite(slug, "story-carer")).follow("way.passkey.button");
            carer.write("name.label", "Nerys").press("passkey.make").isAt("/account/codes");
            carer.go("/p/" + slug + "/care?lang=" + language.code());
            carer.write(
                    "care.trained", LocalDate.now(ZoneId.of("Europe/London")).toString());
            carer.choose("care.today").press("care.save").sees("care.voice").look("voice-care");
            carer.page()
                    .locator("#waiting li")
                    .filter(new com.microsoft.playwright.Locator.FilterOptions().setHasText(carer.say("care.voice")))
                    .last()
                    .locator("button")
                    .click();
            carer.sees("care.voice.what").look("voice-care-one");
            String story = carer.page().url().replaceFirst("[?#].*", "").replaceFirst(".*/", "");
            assertThat(plays(carer)).as("the carer hears it").isTrue();
            assertThat(isDrawn(carer)).isTrue();
            carer.choose("care.outcome.no-concern").press("care.save").sees("care.decide.again");
            carer.follow("care.edit").sees("care.listen.what").look("voice-listen");
            carer.write("care.listen.words", "Eirlys next door looks in").press("care.words.next");
            carer.press("care.words.next").sees("care.text.what");
            carer.choose("care.neighbour.no").press("care.offer").sees("care.photo.blank");
            carer.look("voice-text-wrong");
            carer.choose("care.photo.people");
            carer.choose("care.photo.house");
            carer.choose("care.photo.plate");
            carer.choose("care.photo.show").look("voice-text");
            carer.choose("care.neighbour.no").press("care.offer").sees("care.offered");
            return story;
        }
    }

    /** On the sheet, without a signal, and the page is loaded anew before there is one. */
    @ParameterizedTest
    @CsvSource({"EN", "CY"})
    void aVoiceWithoutASignalIsSentOnce(Language language) {
        String link = link();
        BrowserContext telephone = Device.PHONE.open(language, true);
        List<String> sent = new ArrayList<>();
        telephone.onRequest(request -> {
            if (request.method().equals("POST")) {
                sent.add(request.url());
            }
        });
        try (Visitor carys = new Visitor(Device.PHONE, language, telephone)) {
            carys.go(link);
            carys.page().waitForSelector("html[data-remembered]");
            telephone.setOffline(true);
            carys.page().reload();
            carys.sees("tell.voice.nothing").press("tell.voice.record").sees("tell.voice.recording");
            carys.page().waitForTimeout(1_500);
            carys.press("tell.voice.stop").sees("tell.voice.kept");
            carys.page().reload();
            carys.sees("tell.voice.kept");
            assertThat(plays(carys)).isTrue();
            carys.choose("tell.kind.story");
            carys.choose("tell.teller.own");
            carys.choose("tell.age.adult");
            carys.page().selectOption("#where", new SelectOption().setIndex(1));
            carys.choose("tell.name.none");
            carys.page().setInputFiles("#photo-1", new FilePayload("gate.png", "image/png", photograph()));
            carys.press("tell.send").sees("sheet.missing");
            carys.page().fill("#photo-on-1", "A gate");
            carys.picture("voice-sheet");
            carys.press("tell.send").sees("outbox.kept").sees("tell.voice.nothing");
            String code = carys.page().locator("#outbox code").innerText();
            carys.page().reload();
            carys.sees("outbox.kept");
            assertThat(sent).isEmpty();
            telephone.setOffline(false);
            carys.sees("outbox.sent");
            carys.page().reload();
            carys.page().waitForTimeout(1_000);
            assertThat(sent).as("sent once").hasSize(1);
            try (Visitor own = new Visitor(Device.PHONE, language)) {
                own.go("/t/mine/" + code).sees("mine.voice").look("voice-mine-from-sheet");
            }
        }
    }

    /** Without script there are fields for files on the last screen. */
    @ParameterizedTest
    @CsvSource({"EN"})
    void withoutScriptARecordingIsAddedAtTheEnd(Language language) {
        try (Visitor teller = new Visitor(Device.PHONE, language, Device.PHONE.open(language, false))) {
            teller.go(link());
            teller.choose("tell.kind.story").press("tell.next").press("tell.next");
            teller.choose("tell.voice.later").picture("voice-words-plain").press("tell.next");
            teller.choose("tell.teller.own").press("tell.next");
            teller.choose("tell.age.adult").press("tell.next");
            teller.page().selectOption("#where", new SelectOption().setIndex(1));
            teller.press("tell.next").press("tell.next");
            teller.choose("tell.name.none").press("tell.next").press("tell.next");
            teller.press("tell.send").sees("tell.voice.missing").picture("voice-missing");
            byte[] sound = java.util.Arrays.copyOf("OggS".getBytes(java.nio.charset.StandardCharsets.US_ASCII), 100);
            teller.page().setInputFiles("#recording", new FilePayload("story.ogg", "audio/ogg", sound));
            teller.press("tell.send").sees("sent.title");
        }
    }

    private static String link() {
        try (Visitor facilitator = Who.FACILITATOR.at(Device.DESK, Language.EN)) {
            facilitator
                    .go("/p/" + Who.slug() + "/telling")
                    .press("telling.make")
                    .sees("telling.one.what");
            return facilitator.page().locator("#link code").innerText();
        }
    }

    /** Does the sound on the page get on when it is played? */
    private static boolean plays(Visitor visitor) {
        visitor.page().evaluate("""
                async () => {
                  const sound = document.querySelector('audio');
                  sound.muted = true;
                  await sound.play();
                }""");
        visitor.page().waitForFunction("() => document.querySelector('audio').currentTime > 0.2");
        return true;
    }

    private static boolean isDrawn(Visitor visitor) {
        PlaywrightAssertions.assertThat(visitor.page().locator(".whorl-photograph img"))
                .isVisible();
        return (Boolean)
                visitor.page().evaluate("document.querySelector('.whorl-photograph img').naturalWidth === 640");
    }

    private static byte[] photograph() {
        BufferedImage gate = new BufferedImage(640, 480, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = gate.createGraphics();
        pen.setColor(new Color(0x7fb069));
        pen.fillRect(0, 300, 640, 180);
        pen.setColor(new Color(0x8d5b33));
        for (int x = 160; x < 480; x += 60) {
            pen.fillRect(x, 180, 24, 200);
        }
        pen.dispose();
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try {
            ImageIO.write(gate, "png", file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file.toByteArray();
    }
}
