package org.whorl.server.mail;

import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import jakarta.activation.DataHandler;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.eclipse.angus.mail.smtp.SMTPMessage;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.whorl.server.design.Language;
import org.whorl.server.design.Texts;

/** Writes letters as mail programs read them: as plain text, as simple HTML, and with a meeting for the calendar. */
@Component
class Writing {

    private static final ZoneId WALES = ZoneId.of("Europe/London");

    private final MailSettings settings;
    private final TemplateEngine templates;
    private final String address;
    private final Clock clock;

    Writing(MailSettings settings, TemplateEngine templates, @Value("${whorl.address:}") String address, Clock clock) {
        this.settings = settings;
        this.templates = templates;
        this.address = address.replaceFirst("/+$", "");
        this.clock = clock;
    }

    /** The letter, ready to send. */
    MimeMessage written(LetterStore.Due due, Session session) throws MessagingException {
        Language language = due.language();
        Paper paper = paper(due);
        Numbered message = new Numbered(session, "<%s@%s>".formatted(due.id(), settings.domain()));
        // A letter that comes back says by its address which one it was.
        message.setEnvelopeFrom(settings.reads() ? settings.answersTo(due.secret()) : settings.from());
        try {
            message.setFrom(new InternetAddress(settings.from(), due.house().orElse("Whorl"), "UTF-8"));
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException("every Java knows UTF-8", e);
        }
        message.setRecipient(Message.RecipientType.TO, new InternetAddress(due.goesTo(), true));
        message.setSubject(paper.subject(), "UTF-8");
        message.setSentDate(Date.from(clock.instant()));
        message.setContentLanguage(new String[] {language.code()});
        // Says to mail programs that a person need not be told that we are away, or that they are.
        message.setHeader("Auto-Submitted", "auto-generated");
        message.setHeader("X-Auto-Response-Suppress", "All");
        if (due.letter().answers().isPresent() && settings.reads()) {
            message.setReplyTo(new InternetAddress[] {new InternetAddress(settings.answersTo(due.secret()))});
        }
        if (!paper.fewer().isEmpty()) {
            message.setHeader("List-Unsubscribe", "<%s>".formatted(whole("/api/letters/" + due.secret() + "/stop")));
            message.setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        }
        MimeMultipart alternatives = new MimeMultipart("alternative");
        alternatives.addBodyPart(part(paper.plain(), "text/plain; charset=utf-8"));
        StringOutput html = new StringOutput();
        templates.render("mail/letter.jte", paper, html);
        alternatives.addBodyPart(part(html.toString(), "text/html; charset=utf-8"));
        if (due.letter().event().isPresent()) {
            Invited meeting = due.letter().event().get();
            String file = CalendarFile.toSend(
                    meeting, whole(due, meeting.link()), clock.instant(), settings.from(), due.goesTo());
            alternatives.addBodyPart(
                    part(file, "text/calendar; charset=utf-8; method=" + CalendarFile.method(meeting)));
            // Some programs show the first, some the second.
            MimeBodyPart attached = part(file, "application/ics; name=\"invite.ics\"");
            attached.setFileName("invite.ics");
            attached.setDisposition("attachment");
            MimeMultipart mixed = new MimeMultipart("mixed");
            mixed.addBodyPart(holding(alternatives));
            mixed.addBodyPart(attached);
            message.setContent(mixed);
        } else {
            message.setContent(alternatives);
        }
        message.saveChanges();
        return message;
    }

    /** What its reader sees. */
    Paper paper(LetterStore.Due due) {
        Texts texts = Texts.in(due.language());
        Letter letter = due.letter();
        Object[] parts = letter.parts().toArray();
        String key = "letter." + letter.kind();
        boolean answered = letter.answers().isPresent() && settings.reads();
        List<String> paragraphs = new ArrayList<>(texts.say(key + ".text", parts)
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList());
        if (answered) {
            String taker = "letter.answer." + letter.answers().orElseThrow().taker();
            paragraphs.add(texts.say(texts.keys().contains(taker) ? taker : "letter.answer"));
        }
        List<String> small = new ArrayList<>();
        letter.answers()
                .ifPresent(answers -> small.add(texts.say("letter.until", moment(due.language(), answers.until()))));
        small.add(texts.say(
                due.sort() == Sort.SERVICE ? "letter.why.service" : "letter.why",
                due.house().orElse("Whorl")));
        return new Paper(
                due.language().code(),
                texts.say(key + ".subject", parts),
                answered ? texts.say("letter.above") : "",
                paragraphs,
                letter.event().map(event -> facts(due.language(), event)).orElse(List.of()),
                whole(due, letter.path()),
                texts.say(key + ".link"),
                small,
                due.sort() == Sort.SERVICE ? "" : whole("/letters/" + due.secret()),
                texts.say("letter.fewer"));
    }

    private static List<String> facts(Language language, Invited meeting) {
        Texts texts = Texts.in(language);
        List<String> facts = new ArrayList<>();
        ZonedDateTime from = meeting.from().atZone(WALES);
        ZonedDateTime to = meeting.to().atZone(WALES);
        LocalDate day = from.toLocalDate();
        facts.add(texts.say(
                "letter.when",
                language.words().date(day),
                "%02d:%02d".formatted(from.getHour(), from.getMinute()),
                day.equals(to.toLocalDate())
                        ? "%02d:%02d".formatted(to.getHour(), to.getMinute())
                        : moment(language, meeting.to())));
        if (!meeting.place().isBlank()) {
            facts.add(texts.say("letter.where", meeting.place()));
        }
        return facts;
    }

    private static String moment(Language language, Instant at) {
        ZonedDateTime local = at.atZone(WALES);
        return "%s, %02d:%02d"
                .formatted(language.words().date(local.toLocalDate()), local.getHour(), local.getMinute());
    }

    /** The whole address of a path, such as {@code ~/asks}. */
    private String whole(LetterStore.Due due, String path) {
        return whole(path.startsWith("~/") ? "/p/" + due.slug() + path.substring(1) : path);
    }

    private String whole(String path) {
        return path.startsWith("/") ? address + path : path;
    }

    private static MimeBodyPart part(String content, String type) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setDataHandler(new DataHandler(new ByteArrayDataSource(content.getBytes(StandardCharsets.UTF_8), type)));
        part.setHeader("Content-Type", type);
        return part;
    }

    private static MimeBodyPart holding(Multipart parts) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setContent(parts);
        return part;
    }

    /** A letter keeps its number however often it is sent, so that one that comes twice can be known as one. */
    private static final class Numbered extends SMTPMessage {
        private final String number;

        Numbered(Session session, String number) {
            super(session);
            this.number = number;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", number);
        }
    }
}
