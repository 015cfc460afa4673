package org.whorl.server.decisions;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.whorl.server.design.Form;
import org.whorl.server.design.Screen;

/** A decision for a board: on paper, and as a pack that can be checked and run again. */
@Controller
@RequestMapping("/p/{slug}/decisions/{id}")
class PackPages {

    private final Decisions decisions;
    private final Showing showing;
    private final Packing packing;

    PackPages(Decisions decisions, Showing showing, Packing packing) {
        this.decisions = decisions;
        this.showing = showing;
        this.packing = packing;
    }

    @GetMapping("/board")
    ResponseEntity<String> board(Screen s, Form form, @PathVariable UUID id) {
        return board(s, form, showing.find(s, id).orElseThrow());
    }

    private ResponseEntity<String> board(Screen s, Form form, Decision decision) {
        Map<String, Object> parts =
                Map.of("form", form, "shown", showing.of(s, decision), "packs", decisions.listPacks(decision.id()));
        return form.isRight() ? s.show("decisions/board", parts) : s.again("decisions/board", parts);
    }

    @PostMapping("/packs")
    ResponseEntity<String> pack(Screen s, Form form, @PathVariable UUID id) {
        DecisionPages.mayKeep(s);
        Decision decision = decisions.find(id).orElseThrow();
        if (!decision.missing().isEmpty()) {
            form.refuse("pack", "decision.not-whole");
            return board(s, form, decision);
        }
        decisions.pack(id, held -> packing.of(s, showing.of(s, held)));
        return s.leaveFor(s.to("/decisions/" + id + "/board"), "decision.packed");
    }

    @GetMapping("/packs/{number}")
    ResponseEntity<byte[]> pack(Screen s, @PathVariable UUID id, @PathVariable int number) {
        Decision decision = showing.find(s, id).orElseThrow();
        return file(
                "application/zip",
                "decision-%s-%d.zip".formatted(decision.id().toString().substring(0, 8), number),
                decisions.findPack(id, number).orElseThrow());
    }

    @GetMapping("/impact")
    ResponseEntity<byte[]> impact(Screen s, @PathVariable UUID id) {
        Decision decision = showing.find(s, id).orElseThrow();
        return file(
                "text/markdown;charset=utf-8",
                s.pick("impact.md", "effaith.md"),
                Packing.impact(s, showing.of(s, decision)).getBytes(StandardCharsets.UTF_8));
    }

    static ResponseEntity<byte[]> file(String type, String name, byte[] content) {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(type))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .body(content);
    }
}
