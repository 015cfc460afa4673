package org.whorl.server.mail;

import java.net.URI;
import java.util.NoSuchElementException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * What a mail program's own button for fewer letters asks for (RFC 8058). It has no session and no form of ours, so it comes
 * in where programs do; the secret in the address is the proof.
 */
@RestController
@RequestMapping("/api/letters/{secret}/stop")
class StopApi {

    private final Mailboxes mailboxes;

    StopApi(Mailboxes mailboxes) {
        this.mailboxes = mailboxes;
    }

    @PostMapping
    ResponseEntity<Void> stop(@PathVariable String secret) {
        if (!mailboxes.stop(secret)) {
            throw new NoSuchElementException("no such letter, or it is too old");
        }
        return ResponseEntity.noContent().build();
    }

    /** A program that does not know how opens the address as a page: nothing is done by that. */
    @GetMapping
    ResponseEntity<Void> look(@PathVariable String secret) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create("/letters/" + secret.replaceAll("[^0-9A-Za-z-]", "")))
                .build();
    }
}
