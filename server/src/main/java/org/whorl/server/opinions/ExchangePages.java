package org.whorl.server.opinions;

import com.google.zxing.WriterException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
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
import org.whorl.files.VotesFile;
import org.whorl.server.design.Form;
import org.whorl.server.design.Language;
import org.whorl.server.design.Option;
import org.whorl.server.design.Screen;
import org.whorl.server.spirals.Spiral;
import org.whorl.server.spirals.Spirals;
import org.whorl.server.trust.Action;

/** Conversations as files: bringing one in, whole or not at all, and taking one away. */
@Controller
@RequestMapping("/p/{slug}/patterns/opinions")
class ExchangePages {

    /** What is read of all that somebody chooses; nothing else is opened. */
    private static final Set<String> KNOWN = Set.of("participants-votes.csv", "votes.csv", "comments.csv");

    private static final int MOST_BYTES = 30_000_000;
    private static final int MOST_FAULTS = 20;

    private final Exchange exchange;
    private final Spirals spirals;
    private final ConversationPages pages;

    ExchangePages(Exchange exchange, Spirals spirals, ConversationPages pages) {
        this.pages = pages;
        this.exchange = exchange;
        this.spirals = spirals;
    }

    @GetMapping("/bring")
    ResponseEntity<String> ask(Screen s, Form form) {
        s.refuseUnless(Action.KEEP_OPINIONS);
        form.preset("language", s.language().code());
        return s.show("opinions/bring", parts(s, form, List.of()));
    }

    @PostMapping("/bring")
    ResponseEntity<String> bring(
            Screen s, Form form, @RequestParam(name = "files", required = false) @Nullable List<MultipartFile> sent)
            throws IOException {
        List<MultipartFile> files = sent == null ? List.of() : sent;
        s.refuseUnless(Action.KEEP_OPINIONS);
        form.require("question-en", "opinions.question.blank");
        form.require("question-cy", "opinions.question.blank");
        Optional<UUID> spiral = form.chosen("spiral", spirals.listAll(), Spiral::id);
        if (spiral.isEmpty()) {
            form.refuse("spiral", "opinions.spiral.blank");
        }
        if (Language.find(form.value("language")).isEmpty()) {
            form.refuse("language", "statement.language.blank");
        }
        Path folder = Files.createTempDirectory("whorl-votes");
        try {
            for (MultipartFile file : files) {
                String name = Optional.ofNullable(file.getOriginalFilename()).orElse("");
                if (!unpack(folder, name, file.getBytes())) {
                    form.refuse("files", "opinions.bring.zip");
                }
            }
            Path matrix = folder.resolve("participants-votes.csv");
            Path votes = Files.exists(matrix) ? matrix : folder.resolve("votes.csv");
            if (!Files.exists(votes)) {
                boolean chosen = files.stream().anyMatch(file -> !file.isEmpty());
                form.refuse("files", chosen ? "opinions.bring.no-votes" : "opinions.bring.blank");
            }
            for (Conversation each : exchange.listBrought()) {
                for (Language language : Language.values()) {
                    String field = "question-" + language.code();
                    if (each.question(language).strip().equalsIgnoreCase(form.value(field))) {
                        form.refuse(field, "opinions.bring.there");
                    }
                }
            }
            if (!form.isRight()) {
                return s.again("opinions/bring", parts(s, form, List.of()));
            }
            return switch (VotesFile.read(votes, null)) {
                case VotesFile.Good good
                when Exchange.isWordless(good) -> {
                    form.refuse("files", "opinions.bring.wordless");
                    yield s.again("opinions/bring", parts(s, form, List.of()));
                }
                case VotesFile.Good good -> {
                    UUID id = exchange.bring(
                            good,
                            new Exchange.About(
                                    spiral.orElseThrow(),
                                    form.value("question-en"),
                                    form.value("question-cy"),
                                    form.value("language")));
                    yield s.leaveFor(s.to("/patterns/opinions/" + id), "opinions.brought");
                }
                case VotesFile.Bad bad -> {
                    form.refuse("files", "opinions.bring.wrong");
                    yield s.again(
                            "opinions/bring",
                            parts(
                                    s,
                                    form,
                                    bad.faults().stream()
                                            .limit(MOST_FAULTS)
                                            .map(fault -> fault.in(s.language().code())
                                                    .toString())
                                            .toList()));
                }
            };
        } finally {
            delete(folder);
        }
    }

    @PostMapping("/{id}/take-away")
    ResponseEntity<?> takeAway(Screen s, @PathVariable UUID id) throws IOException, WriterException {
        String here = s.to("/patterns/opinions/" + id);
        switch (exchange.ready(id)) {
            case TOO_FEW -> {
                return pages.show(s.refuse("opinions.too-few", here), id);
            }
            case NOT_MORE -> {
                return pages.show(s.refuse("opinions.taken", here), id);
            }
            case YES -> {
                // they go out below
            }
        }
        Optional<SequencedMap<String, String>> files = exchange.takeAway(id);
        if (files.isEmpty()) {
            return pages.show(s.refuse("opinions.taken", here), id);
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
            for (Map.Entry<String, String> file : files.get().entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue().getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        }
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"votes.zip\"")
                .body(bytes.toByteArray());
    }

    private Map<String, Object> parts(Screen s, Form form, List<String> faults) {
        return Map.of(
                "form",
                form,
                "faults",
                faults,
                "spirals",
                spirals.listAll().stream()
                        .map(each -> new Option(each.id().toString(), each.question()))
                        .toList(),
                "languages",
                List.of(new Option("en", s.say("statement.in.en")), new Option("cy", s.say("statement.in.cy"))));
    }

    /**
     * Only files of names we know are written, by those names, and no more bytes than such a file could have.
     *
     * @return false for a zip that cannot be opened
     */
    private static boolean unpack(Path folder, String name, byte[] bytes) throws IOException {
        String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        if (KNOWN.contains(last)) {
            Files.write(folder.resolve(last), bytes);
        } else if (last.endsWith(".zip")) {
            boolean opened = false;
            try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes), StandardCharsets.UTF_8)) {
                for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                    opened = true;
                    byte[] read = zip.readNBytes(MOST_BYTES);
                    if (!entry.getName().endsWith(".zip")) {
                        unpack(folder, entry.getName(), read);
                    }
                }
            } catch (ZipException | EOFException | IllegalArgumentException _) {
                // Cut short, or packed in a way nobody knows; the last is what Java says of names in no known letters.
                return false;
            }
            return opened;
        } else if (last.endsWith(".csv")
                && bytes.length > 0
                && !Files.exists(folder.resolve("participants-votes.csv"))
                && !last.equals("summary.csv")
                && !last.equals("stats-history.csv")) {
            // A matrix under a name of its own.
            Files.write(folder.resolve("participants-votes.csv"), bytes);
        }
        return true;
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }
}
