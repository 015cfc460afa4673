package org.whorl.server.models;

import java.io.IOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.whorl.engine.answer.Subject;
import org.whorl.files.Fault;
import org.whorl.files.ModelFolder;
import org.whorl.files.Read;
import org.whorl.files.report.Excerpt;
import org.whorl.server.design.Form;
import org.whorl.server.design.Screen;
import org.whorl.server.trust.Action;

/** Versions of a model: what changed and who stands behind it; its text; the folder to take away and to bring in. */
@Controller
@RequestMapping("/p/{slug}/picture")
class VersionPages {

    private static final String FIRST_NOTE = "Brought in";

    private final Models models;
    private final Pictures pictures;

    VersionPages(Models models, Pictures pictures) {
        this.models = models;
        this.pictures = pictures;
    }

    @GetMapping("/{id}/versions")
    ResponseEntity<String> versions(Screen s, @PathVariable UUID id) {
        return s.show(
                "models/versions", Map.of("kept", models.find(id).orElseThrow(), "versions", models.listVersions(id)));
    }

    @GetMapping("/{id}/compare")
    ResponseEntity<String> compare(Screen s, @PathVariable UUID id, @RequestParam int a, @RequestParam int b) {
        Ready earlier = models.ready(id, Math.min(a, b)).orElseThrow();
        Ready later = models.ready(id, Math.max(a, b)).orElseThrow();
        Shown before =
                pictures.show(earlier, Optional.empty(), true, s.language().words());
        Shown after = pictures.show(later, Optional.empty(), true, s.language().words());
        return s.show(
                "models/compare",
                Map.of(
                        "kept", models.find(id).orElseThrow(),
                        "earlier", earlier.version(),
                        "later", later.version(),
                        "before", counts(before),
                        "after", counts(after),
                        "differences", Difference.between(earlier, later, after.excerpt())));
    }

    /** What leads, and who waits where, by what they are of. */
    private static SequencedMap<String, Excerpt.Count> counts(Shown shown) {
        SequencedMap<String, Excerpt.Count> counts = new LinkedHashMap<>();
        Excerpt excerpt = shown.excerpt();
        excerpt.led().ifPresent(of -> excerpt.lead(shown.scenario()).ifPresent(count -> counts.put(of.path(), count)));
        List<Subject> queued = excerpt.queued();
        List<Excerpt.Count> queues = excerpt.queues(shown.scenario());
        for (int i = 0; i < queued.size(); i++) {
            counts.putIfAbsent(queued.get(i).path(), queues.get(i));
        }
        return counts;
    }

    @PostMapping("/{id}/sign")
    ResponseEntity<String> sign(Screen s, @PathVariable UUID id, Form form) {
        int version = form.number("version").orElseThrow();
        boolean signed = models.sign(id, version, form.value("words"));
        return s.leaveFor(s.to("/picture/" + id + "/versions"), signed ? "sign.done" : "sign.not");
    }

    @PostMapping("/{id}/take-back")
    ResponseEntity<String> takeBack(Screen s, @PathVariable UUID id, Form form) {
        boolean done = models.takeBack(UUID.fromString(form.value("sign-off")));
        return s.leaveFor(s.to("/picture/" + id + "/versions"), done ? "sign.taken-back" : "sign.not");
    }

    @GetMapping("/{id}/folder")
    ResponseEntity<byte[]> folder(Screen s, @PathVariable UUID id, @RequestParam Optional<Integer> version) {
        Kept kept = models.find(id).orElseThrow();
        int number = version.orElse(kept.latest());
        String name = kept.nameEn().toLowerCase(java.util.Locale.ROOT).replaceAll("[^a-z0-9]+", "-") + "-v" + number;
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("application/zip"))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(name + ".zip")
                                .build()
                                .toString())
                .body(Zipped.pack(name, models.findFolder(id, number).orElseThrow()));
    }

    @GetMapping("/{id}/edit")
    ResponseEntity<String> edit(
            Screen s,
            @PathVariable UUID id,
            @RequestParam(defaultValue = ModelFolder.MODEL) String file,
            @RequestParam(defaultValue = "0") int line) {
        Kept kept = mayChange(s, id);
        String text = models.findFolder(id, kept.latest()).orElseThrow().files().get(file);
        Form form = new Form(Map.of("text", text == null ? "" : text, "based-on", String.valueOf(kept.latest())));
        return s.show("models/edit", editing(kept, file, form, List.of(), line));
    }

    @PostMapping("/{id}/edit")
    ResponseEntity<String> doEdit(
            Screen s, @PathVariable UUID id, @RequestParam(defaultValue = ModelFolder.MODEL) String file, Form form) {
        Kept kept = mayChange(s, id);
        int basedOn = form.number("based-on").orElse(kept.latest());
        Folder changed = models.findFolder(id, basedOn).orElseThrow().with(file, text(form));
        if (form.ticked("check")) {
            List<Fault> faults = changed.read() instanceof Read.Bad bad ? bad.faults() : List.of();
            Map<String, Object> parts = editing(kept, file, form, faults, 0);
            parts.put("fine", faults.isEmpty());
            return s.show("models/edit", parts);
        }
        form.require("note", "edit.note.missing");
        if (!form.isRight()) {
            return s.again("models/edit", editing(kept, file, form, List.of(), 0));
        }
        return switch (models.change(id, basedOn, changed, form.value("note"))) {
            case Models.Saved.Yes _ -> s.leaveFor(s.to("/picture/" + id + "/versions"), "edit.kept");
            case Models.Saved.Bad(List<Fault> faults) -> s.again("models/edit", editing(kept, file, form, faults, 0));
            case Models.Saved.Conflict(int latest) -> {
                // Nothing of either is lost: theirs is kept, ours stands in the form, and the next save builds on
                // theirs.
                form.replace("based-on", String.valueOf(latest));
                Map<String, Object> parts = editing(models.find(id).orElseThrow(), file, form, List.of(), 0);
                parts.put(
                        "theirs",
                        models.findFolder(id, latest).orElseThrow().files().getOrDefault(file, ""));
                yield s.again("models/edit", parts);
            }
        };
    }

    /** Browsers send line ends as they like; the file keeps the plain ones. */
    private static String text(Form form) {
        return form.exactly("text").replace("\r\n", "\n");
    }

    private Kept mayChange(Screen s, UUID id) {
        s.refuseUnless(Action.CHANGE_MODEL);
        return models.find(id).orElseThrow();
    }

    private Map<String, Object> editing(Kept kept, String file, Form form, List<Fault> faults, int line) {
        Map<String, Object> parts = new HashMap<>();
        parts.put("kept", kept);
        parts.put("file", file);
        parts.put(
                "names",
                List.copyOf(models.findFolder(kept.id(), kept.latest())
                        .orElseThrow()
                        .files()
                        .keySet()));
        parts.put("form", form);
        parts.put("faults", faults);
        parts.put("line", line);
        return parts;
    }

    @GetMapping("/new")
    ResponseEntity<String> bring(Screen s, Form form) {
        s.refuseUnless(Action.CHANGE_MODEL);
        return s.show("models/bring", Map.of("form", form, "faults", List.of(), "about", ""));
    }

    @PostMapping("/new")
    ResponseEntity<String> doBring(Screen s, Form form, @RequestParam("files") List<MultipartFile> sent)
            throws IOException {
        s.refuseUnless(Action.CHANGE_MODEL);
        try {
            Folder folder = Folder.of(brought(sent));
            if (folder.model().isEmpty()) {
                form.refuse("files", "models.bring.no-model");
                return s.again("models/bring", Map.of("form", form, "faults", List.of(), "about", ""));
            }
            UUID id = UUID.randomUUID();
            return switch (models.begin(id, folder, FIRST_NOTE)) {
                case Models.Saved.Yes _ -> s.leaveFor(s.to("/picture/" + id), "models.brought");
                case Models.Saved.Bad(List<Fault> faults) ->
                    s.again("models/bring", Map.of("form", form, "faults", faults, "about", ""));
                case Models.Saved.Conflict _ -> throw new IllegalStateException("a new model was there before");
            };
        } catch (Zipped.Refused refused) {
            form.refuse("files", refused.sentence());
            return s.again("models/bring", Map.of("form", form, "faults", List.of(), "about", refused.what()));
        }
    }

    private static Map<String, String> brought(List<MultipartFile> sent) throws IOException, Zipped.Refused {
        Map<String, String> files = new TreeMap<>();
        for (MultipartFile file : sent) {
            byte[] bytes = file.getBytes();
            String name =
                    Optional.ofNullable(file.getOriginalFilename()).orElse("").replaceFirst(".*[/\\\\]", "");
            if (Zipped.is(bytes)) {
                files.putAll(Zipped.unpack(bytes));
            } else if (Zipped.isOurs(name)) {
                files.put(name.endsWith(".yaml") ? ModelFolder.MODEL : name, Zipped.text(name, bytes));
            } else if (bytes.length > 0) {
                throw new Zipped.Refused("models.bring.what", name);
            }
        }
        return files;
    }
}
