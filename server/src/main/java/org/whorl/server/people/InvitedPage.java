package org.whorl.server.people;

import com.google.zxing.WriterException;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import org.whorl.server.design.Screen;

/** An invitation that is ready, as a link and as a picture of it; shown once. */
public final class InvitedPage {

    private InvitedPage() {}

    /** Shows it. */
    public static ResponseEntity<String> show(Screen s, String secret) throws WriterException {
        String link = ServletUriComponentsBuilder.fromCurrentContextPath()
                .path("/join/" + secret)
                .toUriString();
        return s.show("people/invited", Map.of("link", link, "qr", QrPicture.of(link, s.say("invited.qr"))));
    }
}
