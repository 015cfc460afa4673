package org.whorl.server.models;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.whorl.files.Fault;
import org.whorl.files.Read;
import org.whorl.files.report.Excerpt;
import org.whorl.server.design.Listed;
import org.whorl.server.design.Problem;
import org.whorl.server.design.Screen;
import org.whorl.server.design.Wrong;
import org.whorl.server.trust.Action;

/** For programs: models, their versions and files, and who stands behind them. */
@RestController
@RequestMapping("/api/v1/p/{slug}/models")
class ModelApi {

    private static final int LONGEST_NOTE = 2_000;

    private final Models models;

    ModelApi(Models models) {
        this.models = models;
    }

    /**
     * Files of a model, to be kept or checked.
     *
     * @param files the text of each file, by its name; what is not named stays as it is in the version built on
     * @param note what was changed, and why; partners who sign will read it
     * @param basedOn the latest version when the change was begun; 0 for a new model
     */
    record SentFiles(Optional<Map<String, String>> files, Optional<String> note, Optional<Integer> basedOn) {}

    /**
     * The files of a version.
     *
     * @param model of which model
     * @param version its number
     * @param files the text of each file, by its name
     */
    record VersionFiles(UUID model, int version, Map<String, String> files) {}

    /**
     * What came of checking files.
     *
     * @param fine do they hold together as a model?
     * @param errors everything that is wrong, with file, line, path, and what would be right
     */
    record Checked(boolean fine, List<Problem.Item> errors) {}

    /**
     * A version that was kept.
     *
     * @param model of which model
     * @param version its number
     */
    record KeptVersion(UUID model, int version) {}

    /**
     * A partner's signature.
     *
     * @param words what the partner says with its signature; may be absent
     */
    record Signature(Optional<String> words) {}

    @GetMapping
    Listed<Kept> listModels(
            Screen s, @RequestParam(defaultValue = "0") int from, @RequestParam(defaultValue = "50") int limit) {
        return Listed.of(s, models.listAll(), from, limit);
    }

    @GetMapping("/{id}")
    Kept getModel(@PathVariable UUID id) {
        return models.find(id).orElseThrow();
    }

    /** The key of a repeated request is the model's id: sent twice, it makes one model. */
    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<KeptVersion> createModel(
            Screen s, @RequestHeader("Idempotency-Key") Optional<UUID> key, @RequestBody SentFiles sent) {
        return begun(s, key, Folder.of(named(s, sent)), sent.note().orElse(""));
    }

    @PostMapping(path = "/import", consumes = "application/zip")
    ResponseEntity<KeptVersion> importModel(
            Screen s,
            @RequestHeader("Idempotency-Key") Optional<UUID> key,
            @RequestParam String note,
            @RequestBody byte[] zip) {
        return begun(s, key, unpacked(s, zip), note);
    }

    private ResponseEntity<KeptVersion> begun(Screen s, Optional<UUID> key, Folder folder, String note) {
        s.refuseUnless(Action.CHANGE_MODEL);
        Optional<Kept> before = key.flatMap(models::find);
        if (before.isPresent()) {
            return ResponseEntity.ok(new KeptVersion(before.get().id(), 1));
        }
        if (folder.model().isEmpty()) {
            throw Wrong.field(s, "files", "models.bring.no-model");
        }
        UUID id = key.orElseGet(UUID::randomUUID);
        return switch (models.begin(id, folder, noted(s, note))) {
            case Models.Saved.Yes(int number) -> created(s, new KeptVersion(id, number));
            case Models.Saved.Bad(List<Fault> faults) -> throw Wrong.items(items(s, faults));
            case Models.Saved.Conflict(int latest) -> throw Wrong.conflict(latest);
        };
    }

    @GetMapping("/{id}/versions")
    Listed<Version> listVersions(
            Screen s,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "0") int from,
            @RequestParam(defaultValue = "50") int limit) {
        return Listed.of(s, models.listVersions(getModel(id).id()), from, limit);
    }

    /** Builds on a version; if that is no longer the latest, nothing is overwritten. */
    @PostMapping(path = "/{id}/versions", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<KeptVersion> createVersion(Screen s, @PathVariable UUID id, @RequestBody SentFiles sent) {
        s.refuseUnless(Action.CHANGE_MODEL);
        int basedOn = sent.basedOn().orElseThrow(() -> Wrong.field(s, "basedOn", "api.missing"));
        Map<String, String> files = new TreeMap<>(folder(id, basedOn).files());
        files.putAll(named(s, sent));
        return changed(s, id, basedOn, Folder.of(files), sent.note().orElse(""));
    }

    @PostMapping(path = "/{id}/versions/import", consumes = "application/zip")
    ResponseEntity<KeptVersion> importVersion(
            Screen s,
            @PathVariable UUID id,
            @RequestParam int basedOn,
            @RequestParam String note,
            @RequestBody byte[] zip) {
        s.refuseUnless(Action.CHANGE_MODEL);
        return changed(s, id, basedOn, unpacked(s, zip), note);
    }

    private ResponseEntity<KeptVersion> changed(Screen s, UUID id, int basedOn, Folder folder, String note) {
        return switch (models.change(id, basedOn, folder, noted(s, note))) {
            case Models.Saved.Yes(int number) -> created(s, new KeptVersion(id, number));
            case Models.Saved.Bad(List<Fault> faults) -> throw Wrong.items(items(s, faults));
            case Models.Saved.Conflict(int latest) -> throw Wrong.conflict(latest);
        };
    }

    @GetMapping("/{id}/versions/{version}/files")
    VersionFiles getFiles(@PathVariable UUID id, @PathVariable int version) {
        return new VersionFiles(id, version, folder(id, version).files());
    }

    @GetMapping(path = "/{id}/versions/{version}/files/{name}", produces = "text/plain;charset=utf-8")
    String getFile(@PathVariable UUID id, @PathVariable int version, @PathVariable String name) {
        return Optional.ofNullable(folder(id, version).files().get(name)).orElseThrow();
    }

    @GetMapping(path = "/{id}/versions/{version}/folder.zip", produces = "application/zip")
    byte[] exportVersion(@PathVariable UUID id, @PathVariable int version) {
        return Zipped.pack("model-v" + version, folder(id, version));
    }

    /** Says what is wrong with files without keeping them. */
    @PostMapping("/{id}/versions/{version}/check")
    Checked checkVersion(Screen s, @PathVariable UUID id, @PathVariable int version, @RequestBody SentFiles sent) {
        s.refuseUnless(Action.CHANGE_MODEL);
        Map<String, String> files = new TreeMap<>(folder(id, version).files());
        files.putAll(named(s, sent));
        List<Problem.Item> errors =
                Folder.of(files).read() instanceof Read.Bad bad ? items(s, bad.faults()) : List.of();
        return new Checked(errors.isEmpty(), errors);
    }

    @GetMapping("/{id}/compare")
    List<Difference> compareVersions(Screen s, @PathVariable UUID id, @RequestParam int a, @RequestParam int b) {
        Ready earlier = models.ready(id, Math.min(a, b)).orElseThrow();
        Ready later = models.ready(id, Math.max(a, b)).orElseThrow();
        return Difference.between(
                earlier,
                later,
                new Excerpt(
                        later.prepared().answer(List.of()), null, s.language().words()));
    }

    /** For the partner the key's owner speaks for. */
    @PostMapping("/{id}/versions/{version}/sign-offs")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void signVersion(Screen s, @PathVariable UUID id, @PathVariable int version, @RequestBody Signature signature) {
        s.refuseUnless(Action.SIGN_OFF);
        folder(id, version);
        if (!models.sign(id, version, signature.words().orElse(""))) {
            throw Wrong.field(s, "version", "sign.not");
        }
    }

    @DeleteMapping("/{id}/sign-offs/{signOff}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void withdrawSignature(Screen s, @PathVariable UUID id, @PathVariable UUID signOff) {
        if (!models.takeBack(signOff)) {
            throw Wrong.field(s, "signOff", "sign.not");
        }
    }

    private Folder folder(UUID id, int version) {
        return models.findFolder(id, version).orElseThrow();
    }

    /** A thing that is wrong with a model's text, as programs are told it. */
    static List<Problem.Item> items(Screen s, List<Fault> faults) {
        return faults.stream()
                .map(fault -> fault.in(s.language().code()))
                .map(fault -> new Problem.Item(fault.path(), fault.wrong(), fault.right(), fault.file(), fault.line()))
                .toList();
    }

    private static Map<String, String> named(Screen s, SentFiles sent) {
        Map<String, String> files = sent.files().orElseThrow(() -> Wrong.field(s, "files", "api.missing"));
        List<Problem.Item> wrong = new ArrayList<>();
        files.forEach((name, text) -> {
            if (!Zipped.isOurs(name)) {
                wrong.add(Problem.Item.of("files." + name, s.say("api.file.name")));
            } else if (text == null) {
                wrong.add(Problem.Item.of("files." + name, s.say("api.missing")));
            }
        });
        if (wrong.isEmpty() && files.values().stream().mapToLong(String::length).sum() > Folder.MOST_CHARACTERS) {
            wrong.add(Problem.Item.of("files", s.say("api.files.large", Folder.MOST_CHARACTERS)));
        }
        if (!wrong.isEmpty()) {
            throw Wrong.items(wrong);
        }
        return files;
    }

    private static Folder unpacked(Screen s, byte[] zip) {
        try {
            return Folder.of(Zipped.unpack(zip));
        } catch (Zipped.Refused refused) {
            throw Wrong.items(List.of(new Problem.Item("", s.say(refused.sentence()), "", refused.what(), 0)));
        }
    }

    private static String noted(Screen s, String note) {
        if (note.isBlank()) {
            throw Wrong.field(s, "note", "edit.note.missing");
        }
        if (note.length() > LONGEST_NOTE) {
            throw Wrong.field(s, "note", "api.long", LONGEST_NOTE);
        }
        return note.strip();
    }

    private static ResponseEntity<KeptVersion> created(Screen s, KeptVersion kept) {
        return ResponseEntity.created(URI.create(
                        "/api/v1" + s.to("/models/" + kept.model() + "/versions/" + kept.version() + "/files")))
                .body(kept);
    }
}
