package org.whorl.server.stories;

import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.whorl.server.trust.Viewer;

/** Voices and photographs themselves. Nobody on the way keeps them, so that what is taken back is gone. */
@Controller
class AttachmentPages {

    private final Attachments attachments;
    private final Heard heard;

    AttachmentPages(Attachments attachments, Heard heard) {
        this.attachments = attachments;
        this.heard = heard;
    }

    /** As a resource, because a player asks for parts of it. */
    @GetMapping("/p/{slug}/care/{id}/voice")
    ResponseEntity<Resource> voice(@PathVariable UUID id) {
        Recording voice = attachments.findRecording(id).orElseThrow();
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .contentType(MediaType.parseMediaType(voice.type()))
                .body(new ByteArrayResource(voice.bytes()));
    }

    @GetMapping("/p/{slug}/care/{id}/photo/{number}")
    ResponseEntity<byte[]> held(@PathVariable UUID id, @PathVariable int number) {
        return sent(attachments.findPhotograph(id, number));
    }

    @GetMapping("/t/mine/{code}/photo/{number}")
    ResponseEntity<byte[]> own(@PathVariable String code, @PathVariable int number) {
        return sent(Viewer.stranger().doing(() -> attachments.findOwnPhotograph(code, number)));
    }

    @GetMapping("/p/{slug}/stories/{id}/photo/{number}")
    ResponseEntity<byte[]> released(@PathVariable UUID id, @PathVariable int number) {
        return sent(heard.findPhotograph(id, number));
    }

    private static ResponseEntity<byte[]> sent(Optional<byte[]> jpeg) {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .contentType(MediaType.IMAGE_JPEG)
                .body(jpeg.orElseThrow(() -> new NoSuchElementException("no such photograph")));
    }
}
