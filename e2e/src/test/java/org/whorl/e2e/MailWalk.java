package org.whorl.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.whorl.server.design.Language;

/** Somebody says where they are written to, is asked for something, and wants fewer letters. */
class MailWalk {

    private static final GreenMail POST =
            new GreenMail(new ServerSetup(House.MAIL_PORT, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    @BeforeAll
    static void open() {
        POST.start();
    }

    @AfterAll
    static void close() {
        POST.stop();
    }

    @ParameterizedTest
    @CsvSource({"DESK, EN", "PHONE, CY", "PHONE, EN", "DESK, CY"})
    void anAddressIsSaidConfirmedWrittenToAndLeftInPeace(Device device, Language language) throws Exception {
        String slug;
        try (Visitor keeper = Keeper.at(Device.DESK, Language.EN)) {
            slug = Keeper.open(keeper, "Letters " + device + " " + language);
            keeper.go("/p/" + slug + "/spirals/new").start("Who waits?", "All");
            keeper.go("/house/letters").look("mail-room");
        }
        String address = "mair-" + device + "-" + language + "@post.example.org";
        try (Visitor mair = new Visitor(device, language)) {
            mair.passkeys();
            mair.go(Keeper.invite(slug, "member") + "?lang=" + language.code()).follow("way.passkey.button");
            mair.write("name.label", "Mair").press("passkey.make").isAt("/account/codes");
            mair.go("/account").follow("mailbox.choose").look("letters");
            mair.write("email.label", "not one")
                    .press("save")
                    .sees("email.wrong")
                    .look("letters-wrong");
            mair.write("email.label", address)
                    .press("save")
                    .sees("mailbox.waits")
                    .look("letters-wait");
            mair.go(path(await(address, 1), "/letters/confirm/[0-9a-z]+"))
                    .sees("mailbox.confirm.what")
                    .look("letters-confirm");
            mair.press("mailbox.confirm.yes").sees("mailbox.confirmed.what").look("letters-confirmed");
            mair.go("/account/letters").look("letters-right");

            try (Visitor keeper = Keeper.at(Device.DESK, Language.EN)) {
                keeper.go("/p/" + slug + "/asks/new");
                keeper.write("ask.what", "Could you bring the big map?").write("ask.minutes", "10");
                keeper.page().locator("#of").selectOption("Mair");
                keeper.page().locator("#form button").click();
            }
            MimeMessage letter = await(address, 2);
            assertThat(letter.getSubject()).isEqualTo(mair.say("letter.asked.subject"));
            mair.page().setContent(html(letter));
            mair.picture("letter-as-read");
            mair.go(path(letter, "/letters/[0-9a-z]{16}")).sees("fewer.what").look("fewer");
            mair.press("fewer.stop").sees("fewer.none").look("fewer-none");
        }
    }

    private static MimeMessage await(String address, int number) throws Exception {
        long until = System.nanoTime() + 60_000_000_000L;
        while (System.nanoTime() < until) {
            MimeMessage[] there = Arrays.stream(POST.getReceivedMessages())
                    .filter(each -> to(each).contains(address))
                    .toArray(MimeMessage[]::new);
            if (there.length >= number) {
                return there[number - 1];
            }
            Thread.sleep(200);
        }
        throw new AssertionError("no letter came for " + address);
    }

    private static String to(MimeMessage message) {
        try {
            return message.getHeader("To", " ");
        } catch (jakarta.mail.MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String plain(MimeMessage message) throws Exception {
        return part(message, 0);
    }

    private static String html(MimeMessage message) throws Exception {
        return part(message, 1);
    }

    private static String part(MimeMessage message, int number) throws Exception {
        return String.valueOf(((jakarta.mail.Multipart) message.getContent())
                .getBodyPart(number)
                .getContent());
    }

    private static String path(MimeMessage message, String pattern) throws Exception {
        Matcher link = Pattern.compile("http://localhost:\\d+(" + pattern + ")").matcher(plain(message));
        assertThat(link.find()).as(plain(message)).isTrue();
        return link.group(1);
    }
}
