package org.whorl.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.whorl.server.platform.Tenancy;
import org.whorl.server.platform.TestBinaries;

/** A mail server, and a Whorl of its own that uses it. */
final class PostHouse {

    static final String OURS = "whorl@post.example.org";

    final int smtp = freePort();
    final int imap = freePort();
    final int web = freePort();
    private GreenMail mail = mail();

    /** What the Whorl is told. */
    List<String> settings() {
        return List.of(
                "whorl.address=http://localhost:" + web,
                "whorl.mail.host=127.0.0.1",
                "whorl.mail.port=" + smtp,
                "whorl.mail.security=none",
                "whorl.mail.from=" + OURS,
                "whorl.mail.in.host=127.0.0.1",
                "whorl.mail.in.port=" + imap,
                "whorl.mail.in.security=none",
                "whorl.mail.in.user=whorl",
                "whorl.mail.in.password=secret",
                "whorl.mail.in.every=1s");
    }

    /** A Whorl in this process. */
    ConfigurableApplicationContext start(Path data) throws IOException {
        TestBinaries.linkInto(data);
        Files.write(data.resolve("whorl.properties"), settings());
        return WhorlServer.application(ServeOptions.read(List.of("serve", "--port=" + web, "--data=" + data)))
                .run();
    }

    Browser browser() {
        return new Browser("http://localhost:" + web);
    }

    private GreenMail mail() {
        GreenMail server = new GreenMail(new ServerSetup[] {
            new ServerSetup(smtp, "127.0.0.1", ServerSetup.PROTOCOL_SMTP),
            new ServerSetup(imap, "127.0.0.1", ServerSetup.PROTOCOL_IMAP)
        });
        server.start();
        server.getUserManager().setSieveIgnoreDetail(true);
        server.setUser(OURS, "whorl", "secret");
        return server;
    }

    void goDown() {
        mail.stop();
    }

    void comeUp() {
        mail = mail();
    }

    /** What has come for an address, the oldest first. */
    List<MimeMessage> at(String address) {
        return Arrays.stream(mail.getReceivedMessages())
                .filter(each -> header(each, "To").contains(address))
                .toList();
    }

    /** Waits until so many have come for an address; the last of them. */
    MimeMessage await(String address, int number) {
        await(() -> at(address).size() >= number, number + " letters for " + address);
        assertThat(at(address)).hasSize(number);
        return at(address).getLast();
    }

    static void await(BooleanSupplier there, String what) {
        await(there, what, Duration.ofSeconds(60));
    }

    static void await(BooleanSupplier there, String what, Duration patience) {
        Instant until = Instant.now().plus(patience);
        while (!there.getAsBoolean()) {
            assertThat(Instant.now()).as(what).isBefore(until);
            LockSupport.parkNanos(100_000_000);
        }
    }

    /** Lets so much time pass that whatever was on its way would have come. */
    void settle() {
        LockSupport.parkNanos(Duration.ofSeconds(4).toNanos());
    }

    /** Sends what somebody wrote, header lines and body, as their mail program would. */
    void send(String from, String to, String... lines) {
        try {
            Properties properties = new Properties();
            properties.put("mail.smtp.host", "127.0.0.1");
            properties.put("mail.smtp.port", Integer.toString(smtp));
            properties.put("mail.smtp.from", from.isEmpty() ? "<>" : from);
            Session session = Session.getInstance(properties);
            String whole = (from.isEmpty() ? "" : "From: " + from + "\r\n") + "To: " + to + "\r\n"
                    + String.join("\r\n", lines);
            MimeMessage message =
                    new MimeMessage(session, new ByteArrayInputStream(whole.getBytes(StandardCharsets.UTF_8)));
            try (Transport transport = session.getTransport("smtp")) {
                transport.connect();
                transport.sendMessage(message, message.getAllRecipients());
            }
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    static String header(Part message, String name) {
        try {
            return String.join(" ", Optional.ofNullable(message.getHeader(name)).orElse(new String[0]));
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    static String subject(MimeMessage message) {
        try {
            return message.getSubject();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The part of that type. */
    static String text(MimeMessage message, String type) {
        return parts(message).stream()
                .filter(part -> is(part, type))
                .map(PostHouse::content)
                .findFirst()
                .orElse("");
    }

    /** All that is no container. */
    static List<Part> parts(Part part) {
        try {
            List<Part> parts = new ArrayList<>();
            if (part.getContent() instanceof Multipart all) {
                for (int i = 0; i < all.getCount(); i++) {
                    BodyPart each = all.getBodyPart(i);
                    parts.addAll(parts(each));
                }
            } else {
                parts.add(part);
            }
            return parts;
        } catch (MessagingException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean is(Part part, String type) {
        try {
            return part.isMimeType(type);
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String content(Part part) {
        try {
            return new String(part.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (MessagingException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The first link in a letter that matches, without its host. */
    String link(MimeMessage message, String pattern) {
        return StoryHouse.found(
                text(message, "text/plain"), Pattern.quote("http://localhost:" + web) + "(" + pattern + ")");
    }

    /** Does something to the database of a Whorl, as no page does: to let time pass. */
    static <T> T within(ConfigurableApplicationContext whorl, Function<JdbcClient, T> work) {
        TransactionTemplate transaction = new TransactionTemplate(whorl.getBean(PlatformTransactionManager.class));
        JdbcClient jdbc = JdbcClient.create(whorl.getBean(DataSource.class));
        return Objects.requireNonNull(Tenancy.acrossAll(() -> transaction.execute(_ -> {
            jdbc.sql("select set_config('whorl.post', 'yes', true)")
                    .query(String.class)
                    .single();
            return work.apply(jdbc);
        })));
    }

    /** A partnership, and who keeps it. */
    Browser keeper(String setUpCode, String slug, String welsh) {
        Browser keeper = browser();
        keeper.open("/set-up?code=" + setUpCode)
                .send(Map.of("name", "Keeper", "email", "keeper@example.org", "password", Running.PASSWORD));
        keeper.signIn("keeper@example.org", Running.PASSWORD);
        keeper.setUpSecondStep();
        keeper.open("/partnerships/new?lang=en")
                .send(Map.of("name-en", slug, "name-cy", welsh, "place-en", "Here", "place-cy", "Yma"));
        Browser.Page form = keeper.open("/p/" + slug + "/spirals/new");
        form.send(Map.of("question", "Who waits?", "population", "All", "place", form.option("Here")));
        return keeper;
    }

    /** Somebody who joins, and says where they are written to. */
    Browser member(Browser keeper, String slug, String name, String language) {
        Browser browser = browser();
        String link = StoryHouse.found(
                keeper.open("/p/" + slug + "/people/invite")
                        .send(Map.of("role", "member"))
                        .body(),
                "(/join/[A-Za-z0-9_-]+)");
        String email = name + "@people.example.org";
        Doors.join(browser, link, name, email);
        browser.signIn(email, Running.PASSWORD);
        browser.open("/account/letters?lang=" + language)
                .send(Map.of("address", email, "asks", "yes", "news", "weekly"));
        browser().open(link(await(email, 1), "/letters/confirm/[0-9a-z]+")).send(Map.of());
        return browser;
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
