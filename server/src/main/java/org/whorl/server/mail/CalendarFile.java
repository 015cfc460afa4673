package org.whorl.server.mail;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Meetings as a calendar file (iCalendar, RFC 5545; invitations RFC 5546). Times are written as clocks in Wales show them,
 * with the rules for summer time beside them, so that a meeting at two stays at two.
 */
public final class CalendarFile {

    private static final ZoneId WALES = ZoneId.of("Europe/London");
    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss", Locale.ROOT);
    private static final int LONGEST_LINE = 75;

    // The rules since 1996; no meeting of ours is older.
    private static final List<String> ZONE = """
            BEGIN:VTIMEZONE
            TZID:Europe/London
            BEGIN:DAYLIGHT
            DTSTART:19960331T010000
            RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
            TZNAME:BST
            TZOFFSETFROM:+0000
            TZOFFSETTO:+0100
            END:DAYLIGHT
            BEGIN:STANDARD
            DTSTART:19961027T020000
            RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
            TZNAME:GMT
            TZOFFSETFROM:+0100
            TZOFFSETTO:+0000
            END:STANDARD
            END:VTIMEZONE""".lines().toList();

    private CalendarFile() {}

    /** What the receiving calendar is to do. */
    enum Method {
        /** To note an invitation, or that it has moved. */
        REQUEST,
        /** To take it out. */
        CANCEL
    }

    /**
     * A file to fetch from a page.
     *
     * @param link the whole address of where more stands
     * @param now the moment it is written
     */
    public static String toFetch(Invited meeting, String link, Instant now) {
        return written(meeting, link, now, Optional.empty(), "");
    }

    /**
     * A calendar to subscribe to: a telephone or a programme looks at it again by itself, so that what moves there moves in it,
     * and reminds its reader a day before.
     *
     * @param name what the calendar is called
     * @param all what stands in it, each with the whole address of where more stands as its link
     * @param now the moment it is written
     */
    public static String toSubscribe(String name, List<Invited> all, Instant now) {
        List<String> lines = begun();
        lines.add("X-WR-CALNAME:" + text(name));
        lines.add("REFRESH-INTERVAL;VALUE=DURATION:PT1H");
        lines.add("X-PUBLISHED-TTL:PT1H");
        lines.addAll(ZONE);
        for (Invited each : all) {
            lines.addAll(event(each, each.link(), now));
            if (!each.cancelled()) {
                lines.addAll(List.of(
                        "BEGIN:VALARM",
                        "ACTION:DISPLAY",
                        "TRIGGER:-P1D",
                        "DESCRIPTION:" + text(each.title()),
                        "END:VALARM"));
            }
            lines.add("END:VEVENT");
        }
        return ended(lines);
    }

    /** An invitation from one address to another, or that it is off. */
    static String toSend(Invited meeting, String link, Instant now, String from, String to) {
        return written(meeting, link, now, Optional.of(from), to);
    }

    static Method method(Invited meeting) {
        return meeting.cancelled() ? Method.CANCEL : Method.REQUEST;
    }

    private static String written(Invited meeting, String link, Instant now, Optional<String> from, String to) {
        List<String> lines = begun();
        from.ifPresent(_ -> lines.add("METHOD:" + method(meeting)));
        lines.addAll(ZONE);
        lines.addAll(event(meeting, link, now));
        // An invitation has somebody who invites, and somebody who is invited; a file to fetch has neither.
        from.ifPresent(address -> {
            lines.add("ORGANIZER:mailto:" + uri(address));
            lines.add("ATTENDEE;ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=FALSE:mailto:" + uri(to));
        });
        lines.add("END:VEVENT");
        return ended(lines);
    }

    private static List<String> begun() {
        return new ArrayList<>(
                List.of("BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Whorl//Whorl//EN", "CALSCALE:GREGORIAN"));
    }

    /** One event, without its end. */
    private static List<String> event(Invited meeting, String link, Instant now) {
        List<String> lines = new ArrayList<>();
        lines.add("BEGIN:VEVENT");
        lines.add("UID:" + text(meeting.uid()));
        lines.add("SEQUENCE:" + meeting.sequence());
        lines.add("DTSTAMP:" + LOCAL.format(now.atZone(ZoneOffset.UTC)) + "Z");
        lines.add("DTSTART;TZID=Europe/London:" + LOCAL.format(meeting.from().atZone(WALES)));
        lines.add("DTEND;TZID=Europe/London:" + LOCAL.format(meeting.to().atZone(WALES)));
        lines.add("SUMMARY:" + text(meeting.title()));
        if (!meeting.place().isBlank()) {
            lines.add("LOCATION:" + text(meeting.place()));
        }
        lines.add("URL:" + uri(link));
        lines.add("DESCRIPTION:" + text(link));
        lines.add("STATUS:" + (meeting.cancelled() ? "CANCELLED" : "CONFIRMED"));
        return lines;
    }

    private static String ended(List<String> lines) {
        lines.add("END:VCALENDAR");
        StringBuilder file = new StringBuilder();
        lines.forEach(line -> fold(line, file));
        return file.toString();
    }

    private static String text(String words) {
        return words.replace("\\", "\\\\")
                .replace(";", "\\;")
                .replace(",", "\\,")
                .replaceAll("\\R", "\\\\n")
                .replaceAll("\\p{Cntrl}", "");
    }

    private static String uri(String address) {
        return address.replaceAll("[\\p{Cntrl}\\s\"]", "");
    }

    /** No line has more than 75 bytes, and none is cut within a letter. */
    private static void fold(String line, StringBuilder file) {
        int bytes = 0;
        for (int i = 0; i < line.length(); ) {
            int letter = line.codePointAt(i);
            String written = Character.toString(letter);
            int more = written.getBytes(StandardCharsets.UTF_8).length;
            if (bytes + more > LONGEST_LINE) {
                file.append("\r\n ");
                bytes = 1;
            }
            file.append(written);
            bytes += more;
            i += Character.charCount(letter);
        }
        file.append("\r\n");
    }
}
