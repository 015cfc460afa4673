package org.whorl.server.stories;

import com.google.zxing.WriterException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import org.whorl.server.design.Form;
import org.whorl.server.design.Option;
import org.whorl.server.design.Screen;
import org.whorl.server.people.QrPicture;
import org.whorl.server.trust.Action;

/** Who collects with us, and the page of their own on which they see what came of it. */
@Controller
class CollectorPages {

    private final Collecting collecting;

    CollectorPages(Collecting collecting) {
        this.collecting = collecting;
    }

    @GetMapping("/p/{slug}/collectors")
    ResponseEntity<String> list(Screen s, Form form) {
        s.refuseUnless(Action.SHARE_TELLING);
        return s.show("stories/collectors", parts(s, form));
    }

    @PostMapping("/p/{slug}/collectors")
    ResponseEntity<String> add(Screen s, Form form) throws WriterException {
        s.refuseUnless(Action.SHARE_TELLING);
        form.require("name", "collectors.name.blank");
        if (form.value("name").length() > TellForm.LONGEST_LINE) {
            form.refuse("name", "tell.too-long");
        }
        Optional<Collector.Kind> kind = Collector.Kind.find(form.value("kind"));
        if (kind.isEmpty()) {
            form.refuse("kind", "collectors.kind.blank");
        }
        if (form.isRight()) {
            Optional<String> code = collecting.add(form.value("name"), kind.orElseThrow());
            if (code.isPresent()) {
                return code(s, form.value("name"), code.get());
            }
            form.refuse("name", "collectors.name.twice");
        }
        return s.again("stories/collectors", parts(s, form));
    }

    @PostMapping("/p/{slug}/collectors/{id}/code")
    ResponseEntity<String> renewCode(Screen s, @PathVariable UUID id) throws WriterException {
        Collector collector = collecting.list().stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow();
        return code(s, collector.name(), collecting.renewCode(id).orElseThrow());
    }

    /** Shown once: of the code only the fingerprint is kept. */
    private static ResponseEntity<String> code(Screen s, String name, String code) throws WriterException {
        String address = ServletUriComponentsBuilder.fromCurrentContextPath()
                .path("/t/mine/with/" + code)
                .toUriString();
        return s.show(
                "stories/collector-code",
                Map.of("name", name, "address", address, "qr", QrPicture.of(address, s.say("collectors.qr"))));
    }

    @GetMapping("/t/mine/with/{code}")
    ResponseEntity<String> own(Screen s, @PathVariable String code) {
        return s.show(
                "stories/collected",
                Map.of("collected", collecting.findOwn(code).orElseThrow()));
    }

    private Map<String, Object> parts(Screen s, Form form) {
        List<Option> kinds = Arrays.stream(Collector.Kind.values())
                .map(kind -> new Option(kind.key(), s.say("collectors.kind." + kind.key())))
                .toList();
        return Map.of("form", form, "collectors", collecting.list(), "kinds", kinds);
    }
}
