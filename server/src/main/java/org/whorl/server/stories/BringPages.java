package org.whorl.server.stories;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import org.whorl.files.SheetRows;
import org.whorl.server.design.Form;
import org.whorl.server.design.Language;
import org.whorl.server.design.Option;
import org.whorl.server.design.Screen;
import org.whorl.server.people.Community;
import org.whorl.server.trust.Action;

/** Bringing in a sheet of stories that were collected elsewhere: a template, a look at what is wrong, and the codes. */
@Controller
@RequestMapping("/p/{slug}/bring")
class BringPages {

    private static final int MOST_SHOWN = 100;

    private final Bringing bringing;
    private final Collecting collecting;
    private final Stories stories;
    private final Community community;

    BringPages(Bringing bringing, Collecting collecting, Stories stories, Community community) {
        this.bringing = bringing;
        this.collecting = collecting;
        this.stories = stories;
        this.community = community;
    }

    @GetMapping
    ResponseEntity<String> choose(Screen s, Form form, @RequestParam Optional<UUID> spiral) {
        s.refuseUnless(Action.SHARE_TELLING);
        return s.show("stories/bring", parts(form, stories.find(spiral).orElseThrow(), List.of()));
    }

    /** An empty sheet with headings in that language, and one row that shows what may stand in it. */
    @GetMapping("/template")
    ResponseEntity<byte[]> template(Screen s, @RequestParam(name = "in", defaultValue = "en") String in) {
        s.refuseUnless(Action.SHARE_TELLING);
        Language language = Language.find(in).orElse(Language.EN);
        Screen said = s.in(language);
        List<String> example = Arrays.stream(BringColumn.values())
                .map(column -> said.say("bring.example." + (column.audience().isPresent() ? "consent" : column.key())))
                .toList();
        String text = row(Arrays.stream(BringColumn.values())
                        .map(column -> column.heading(language))
                        .toList())
                + row(example);
        return file(said.say("bring.template.file"), text);
    }

    @PostMapping
    ResponseEntity<String> check(
            Screen s,
            Form form,
            @RequestParam Optional<UUID> spiral,
            @RequestParam(name = "files", required = false) Optional<MultipartFile> sent)
            throws IOException {
        s.refuseUnless(Action.SHARE_TELLING);
        Where where = stories.find(spiral).orElseThrow();
        Optional<Collector> collector = bringing.findCollector(form.value("collector"));
        if (collector.isEmpty()) {
            form.refuse("collector", "bring.collector.blank");
        }
        byte[] bytes = sent.isPresent() ? sent.get().getBytes() : new byte[0];
        if (bytes.length == 0) {
            form.refuse("files", "bring.file.blank");
        }
        if (!form.isRight()) {
            return s.again("stories/bring", parts(form, where, List.of()));
        }
        String name = sent.flatMap(each -> Optional.ofNullable(each.getOriginalFilename()))
                .orElse("")
                .replaceFirst(".*[/\\\\]", "");
        return switch (SheetRows.read(bytes)) {
            case SheetRows.Content.Refused why -> {
                form.refuse(
                        "files",
                        "bring.file." + why.name().toLowerCase(Locale.ROOT).replace('_', '-'));
                yield s.again("stories/bring", parts(form, where, List.of()));
            }
            case SheetRows.Content.Rows(List<SheetRows.Line> lines) -> {
                Bringing.Checked checked =
                        bringing.check(name, lines, where, community.listPlaces(), collector.orElseThrow());
                yield checked.id().isPresent()
                        ? s.show(
                                "stories/bring-checked",
                                Map.of("checked", checked, "file", name, "collector", collector.orElseThrow()))
                        : s.again("stories/bring", faulty(parts(form, where, checked.faults()), name));
            }
        };
    }

    @PostMapping("/{id}")
    ResponseEntity<String> bring(Screen s, @PathVariable UUID id) {
        Optional<Bringing.Brought> brought = bringing.bring(id);
        return brought.isPresent()
                ? s.show("stories/brought", Map.of("brought", brought.get()))
                : s.leaveFor(s.to("/bring"), "bring.gone");
    }

    /** The codes for the tellers, once: of each the house keeps a fingerprint. */
    @PostMapping("/{id}/codes")
    ResponseEntity<?> codes(Screen s, @PathVariable UUID id) {
        s.refuseUnless(Action.SHARE_TELLING);
        Optional<Map<String, String>> codes = bringing.takeCodes(id);
        if (codes.isEmpty()) {
            return s.leaveFor(s.to("/bring"), "bring.codes.gone");
        }
        String own = ServletUriComponentsBuilder.fromCurrentContextPath()
                .path("/t/mine/")
                .toUriString();
        String text = row(List.of(
                        BringColumn.REFERENCE.heading(s.language()),
                        s.say("bring.codes.code"),
                        s.say("bring.codes.page")))
                + codes.get().entrySet().stream()
                        .map(each -> row(List.of(each.getKey(), each.getValue(), own + each.getValue())))
                        .collect(Collectors.joining());
        return file(s.say("bring.codes.file"), text);
    }

    private static ResponseEntity<byte[]> file(String name, String text) {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("text/csv;charset=utf-8"))
                .cacheControl(CacheControl.noStore())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(name, StandardCharsets.UTF_8)
                                .build()
                                .toString())
                // Spreadsheets take a file for UTF-8 when it says so.
                .body(("\uFEFF" + text).getBytes(StandardCharsets.UTF_8));
    }

    /** A row for a spreadsheet: what it would take for a formula gets a sign before it that makes it words again. */
    private static String row(List<String> cells) {
        return cells.stream()
                        .map(cell -> cell.matches("(?s)\\s*[=+@\\-\\t\\r].*") ? "'" + cell : cell)
                        .map(cell -> "\"" + cell.replace("\"", "\"\"") + "\"")
                        .collect(Collectors.joining(","))
                + "\r\n";
    }

    private static Map<String, Object> faulty(Map<String, Object> parts, String file) {
        parts.put("file", file);
        return parts;
    }

    private Map<String, Object> parts(Form form, Where where, List<BringFault> faults) {
        Map<String, Object> parts = new HashMap<>();
        parts.put("form", form);
        parts.put("where", where);
        parts.put("file", "");
        parts.put("faults", faults.stream().limit(MOST_SHOWN).toList());
        parts.put("more", Math.max(0, faults.size() - MOST_SHOWN));
        parts.put(
                "collectors",
                collecting.list().stream()
                        .map(each -> new Option(each.id().toString(), each.name()))
                        .toList());
        parts.put("columns", List.of(BringColumn.values()));
        return parts;
    }
}
