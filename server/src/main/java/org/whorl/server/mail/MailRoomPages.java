package org.whorl.server.mail;

import java.util.List;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.whorl.server.design.Screen;

/** How letters fare, for whoever keeps the house. */
@Controller
class MailRoomPages {

    private static final List<String> REASONS = List.of("no-answer", "sign-in", "address", "unwritten");

    private final MailRoom room;

    MailRoomPages(MailRoom room) {
        this.room = room;
    }

    @GetMapping("/house/letters")
    ResponseEntity<String> look(Screen s) {
        MailRoom.Room now = room.look();
        return s.show(
                "mail/room",
                Map.of(
                        "room",
                        now,
                        "trouble",
                        now.trouble().isEmpty() ? "" : reason(s, now.trouble()),
                        "lost",
                        now.lost().stream()
                                .map(each -> "%s: %s. %s"
                                        .formatted(
                                                s.moment(each.when()),
                                                s.say("mail-room.sort." + each.sort()),
                                                reason(s, each.note())))
                                .toList()));
    }

    /** Why a letter did not arrive, in words. */
    private static String reason(Screen s, String note) {
        if (REASONS.contains(note)) {
            return s.say("mail-room.why." + note);
        }
        return note.startsWith("returned ")
                ? s.say("mail-room.why.returned", note.substring("returned ".length()))
                : s.say("mail-room.why.refused", note);
    }
}
