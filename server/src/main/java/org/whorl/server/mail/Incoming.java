package org.whorl.server.mail;

import jakarta.mail.Address;
import jakarta.mail.Header;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.ParseException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A letter that came in, as far as it concerns Whorl. Anybody may send anything: nothing is read without a bound, and what
 * cannot be read says so.
 *
 * @param number what tells it from all others
 * @param from the address it says it comes from; blank where it says none
 * @param secrets what stands after the plus in the addresses it went to
 * @param answers the numbers of the letters it answers
 * @param automatic did a program write it?
 * @param returned with which code a mail server says that a letter of ours did not arrive
 * @param words what somebody newly wrote; none if it was too long to be an answer
 */
record Incoming(
        String number,
        String from,
        Set<String> secrets,
        Set<String> answers,
        boolean automatic,
        Optional<String> returned,
        Optional<String> words) {

    private static final int MOST_BYTES = 256 * 1024;
    private static final int MOST_PARTS = 50;
    private static final int DEEPEST = 8;
    private static final int MOST_HEADERS = 40;

    private static final Pattern SECRET = Pattern.compile("\\+([0-9a-z]{16})@");
    private static final Pattern NUMBER =
            Pattern.compile("<([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})@([^>\\s]+)>");
    private static final Pattern BY_PROGRAMS = Pattern.compile("(?i)(mailer-daemon|postmaster|no-?reply|bounce.*)@.*");
    private static final Pattern AWAY = Pattern.compile("(?i)(automatic reply|auto(matic)?[ -]?response|auto:"
            + "|out of (the )?office|ateb awtomatig|allan o'r swyddfa|undeliverable|delivery status notification"
            + "|mail delivery|returned mail).*");

    /**
     * Reads a letter.
     *
     * @param domain the part of our address after the at
     */
    static Incoming of(Message message, String domain) throws MessagingException, IOException {
        List<String> to = new ArrayList<>();
        for (String header : List.of("To", "Cc", "Delivered-To", "X-Original-To", "Envelope-To")) {
            to.addAll(headers(message, header));
        }
        Set<String> secrets = new LinkedHashSet<>();
        for (String each : to) {
            find(SECRET, each.toLowerCase(Locale.ROOT)).forEach(found -> secrets.add(found.group(1)));
        }
        Set<String> answers = new LinkedHashSet<>();
        for (String header : List.of("In-Reply-To", "References")) {
            for (String each : headers(message, header)) {
                find(NUMBER, each.toLowerCase(Locale.ROOT)).stream()
                        .filter(found -> found.group(2).equals(domain))
                        .forEach(found -> answers.add(found.group(1)));
            }
        }
        boolean automatic = isAutomatic(message);
        Reading reading = new Reading();
        reading.read(message, 0);
        Optional<String> returned = message.isMimeType("multipart/report") ? reading.returned() : Optional.empty();
        return new Incoming(
                String.join(" ", headers(message, "Message-ID")),
                from(message),
                Collections.unmodifiableSet(secrets),
                Collections.unmodifiableSet(answers),
                automatic || reading.calendarReply,
                returned,
                reading.words());
    }

    private static List<java.util.regex.MatchResult> find(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.results().limit(MOST_HEADERS).toList();
    }

    /** RFC 3834, and what programs did before it. */
    private static boolean isAutomatic(Message message) throws MessagingException {
        boolean submitted = headers(message, "Auto-Submitted").stream()
                .anyMatch(each -> !each.strip().toLowerCase(Locale.ROOT).startsWith("no"));
        boolean bulk = headers(message, "Precedence").stream()
                .anyMatch(each -> each.strip().toLowerCase(Locale.ROOT).matches("bulk|list|junk|auto_reply"));
        boolean marked =
                List.of("X-Autoreply", "X-Autorespond", "X-Autoresponse", "List-Id", "List-Unsubscribe").stream()
                        .anyMatch(name -> !headers(message, name).isEmpty());
        boolean nobody = headers(message, "Return-Path").stream()
                .anyMatch(each -> each.strip().equals("<>"));
        String subject = String.join(" ", headers(message, "Subject"));
        return submitted
                || bulk
                || marked
                || nobody
                || BY_PROGRAMS.matcher(from(message)).matches()
                || AWAY.matcher(decoded(subject).strip()).matches()
                || message.isMimeType("multipart/report");
    }

    private static String decoded(String header) {
        try {
            return jakarta.mail.internet.MimeUtility.decodeText(header);
        } catch (java.io.UnsupportedEncodingException _) {
            return header;
        }
    }

    private static String from(Message message) {
        try {
            Address @Nullable [] from = message.getFrom();
            return from != null && from.length == 1 && from[0] instanceof InternetAddress address
                    ? String.valueOf(address.getAddress()).strip()
                    : "";
        } catch (AddressException _) {
            return "";
        } catch (MessagingException _) {
            return "";
        }
    }

    private static List<String> headers(Part part, String name) {
        try {
            List<String> values = new ArrayList<>();
            var all = part.getMatchingHeaders(new String[] {name});
            while (all.hasMoreElements() && values.size() < MOST_HEADERS) {
                Header header = all.nextElement();
                values.add(header.getValue() == null ? "" : header.getValue());
            }
            return values;
        } catch (MessagingException _) {
            return List.of();
        }
    }

    /** The parts of a letter, read as far as they may concern us. */
    private static final class Reading {
        private int parts;
        private boolean calendarReply;
        private boolean tooLong;
        private Optional<String> plain = Optional.empty();
        private Optional<String> html = Optional.empty();
        private Optional<String> report = Optional.empty();

        void read(Part part, int depth) throws MessagingException, IOException {
            if (depth > DEEPEST || ++parts > MOST_PARTS) {
                return;
            }
            if (part.isMimeType("multipart/*")) {
                if (part.getContent() instanceof Multipart all) {
                    for (int i = 0; i < Math.min(all.getCount(), MOST_PARTS); i++) {
                        read(all.getBodyPart(i), depth + 1);
                    }
                }
            } else if (part.isMimeType("text/calendar")) {
                // "I accept", from a calendar's own button; nobody wrote anything.
                calendarReply |= text(part).toUpperCase(Locale.ROOT).contains("METHOD:REPLY");
            } else if (part.isMimeType("message/delivery-status")) {
                report = Optional.of(text(part));
            } else if (!Part.ATTACHMENT.equalsIgnoreCase(part.getDisposition())) {
                if (part.isMimeType("text/plain") && plain.isEmpty()) {
                    plain = Optional.of(text(part));
                } else if (part.isMimeType("text/html") && html.isEmpty()) {
                    html = Optional.of(text(part));
                }
            }
        }

        Optional<String> words() {
            if (tooLong) {
                return Optional.empty();
            }
            String written = plain.map(NewWords::of).orElse("");
            try {
                return Optional.of(
                        written.isEmpty() ? html.map(NewWords::ofHtml).orElse("") : written);
            } catch (StackOverflowError _) {
                // Boxes in boxes in boxes: no person writes so.
                return Optional.empty();
            }
        }

        /** The code with which an address refused for good; an address that only waits says nothing. */
        Optional<String> returned() {
            Matcher failed = Pattern.compile("(?im)^action:\\s*failed\\b").matcher(report.orElse(""));
            Matcher status = Pattern.compile("(?im)^status:\\s*(5\\.\\d{1,3}\\.\\d{1,3})")
                    .matcher(report.orElse(""));
            return failed.find() && status.find() ? Optional.of(status.group(1)) : Optional.empty();
        }

        private String text(Part part) throws MessagingException, IOException {
            byte[] bytes;
            try (InputStream in = part.getInputStream()) {
                bytes = in.readNBytes(MOST_BYTES + 1);
            }
            if (bytes.length > MOST_BYTES) {
                tooLong = true;
                return "";
            }
            return charset(part).decode(ByteBuffer.wrap(bytes)).toString();
        }

        private static Charset charset(Part part) throws MessagingException {
            try {
                @Nullable String type = part.getContentType();
                @Nullable String name = type == null ? null : new ContentType(type).getParameter("charset");
                return name == null
                        ? StandardCharsets.UTF_8
                        : Charset.forName(jakarta.mail.internet.MimeUtility.javaCharset(name));
            } catch (ParseException | IllegalArgumentException _) {
                // A name nobody knows; most of what is written is UTF-8.
                return StandardCharsets.UTF_8;
            }
        }
    }
}
