package org.whorl.server.strengths;

import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.whorl.server.design.Form;
import org.whorl.server.design.Option;
import org.whorl.server.design.Screen;
import org.whorl.server.people.Community;
import org.whorl.server.trust.Action;
import tools.jackson.databind.json.JsonMapper;

/** The asset map as a file: taken away, and brought in, in the form other directories read. */
@Controller
@RequestMapping("/p/{slug}/assets")
class ReferralPages {

    private static final JsonMapper JSON = new JsonMapper();

    private final AssetMap assets;
    private final Community community;
    private final Clock clock;

    ReferralPages(AssetMap assets, Community community, Clock clock) {
        this.assets = assets;
        this.community = community;
        this.clock = clock;
    }

    @GetMapping("/services.json")
    ResponseEntity<byte[]> takeAway() {
        List<Asset> all = assets.list();
        Map<String, Object> file = new OpenReferral(community.listPlaces(), community.listPartners())
                .page(all, 1, Math.max(1, all.size()));
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"services.json\"")
                .body(JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(file));
    }

    @GetMapping("/import")
    ResponseEntity<String> ask(Screen s, Form form) {
        s.refuseUnless(Action.KEEP_ASSET);
        form.preset("kind", Asset.Kind.ASSOCIATION.key())
                .preset("consent-how", "published")
                .preset("consent-on", LocalDate.now(clock).toString());
        return s.show("strengths/import", parts(s, form, List.of(), Optional.empty(), 0));
    }

    @PostMapping("/import")
    ResponseEntity<String> bring(
            Screen s, Form form, @RequestParam(name = "files", required = false) Optional<MultipartFile> sent)
            throws IOException {
        s.refuseUnless(Action.KEEP_ASSET);
        Optional<Asset.Kind> kind = Asset.Kind.find(form.value("kind")).filter(each -> each != Asset.Kind.PERSON);
        if (kind.isEmpty()) {
            form.refuse("kind", "asset.kind.blank");
        }
        form.require("consent-by", "asset.consent-by.blank");
        if (!Asset.Consent.HOW.contains(form.value("consent-how"))) {
            form.refuse("consent-how", "asset.consent-how.blank");
        }
        Optional<LocalDate> on = AssetForm.past(form, "consent-on", LocalDate.now(clock));
        if (on.isEmpty()) {
            form.refuse("consent-on", "asset.consent-on.wrong");
        }
        byte[] file = sent.isPresent() ? sent.get().getBytes() : new byte[0];
        if (file.length == 0) {
            form.refuse("files", "import.file.blank");
        }
        if (!form.isRight()) {
            return s.again("strengths/import", parts(s, form, List.of(), Optional.empty(), 0));
        }
        ReferralFile read = ReferralFile.read(
                file,
                new ReferralFile.About(
                        kind.orElseThrow(),
                        new Asset.Consent(form.value("consent-by"), form.value("consent-how"), on.orElseThrow(), true)),
                community.listPlaces(),
                community.listPartners());
        if (!read.faults().isEmpty()) {
            form.refuse("files", "import.faults");
            return s.again("strengths/import", parts(s, form, read.faults(), Optional.empty(), 0));
        }
        AssetMap.Brought brought = assets.bring(read.assets());
        return s.show("strengths/import", parts(s, form, List.of(), Optional.of(brought), read.notListed()));
    }

    private static Map<String, Object> parts(
            Screen s, Form form, List<ReferralFile.Fault> faults, Optional<AssetMap.Brought> brought, int notListed) {
        Map<String, Object> parts = new HashMap<>();
        parts.put("form", form);
        parts.put(
                "faults",
                faults.stream()
                        .map(fault -> new Option(fault.path(), s.say(fault.sentence())))
                        .toList());
        parts.put("brought", brought);
        parts.put("notListed", notListed);
        parts.put(
                "kinds",
                Arrays.stream(Asset.Kind.values())
                        .filter(kind -> kind != Asset.Kind.PERSON)
                        .map(kind -> new Option(kind.key(), s.say("asset.kind." + kind.key())))
                        .toList());
        parts.put(
                "how",
                Asset.Consent.HOW.stream()
                        .map(each -> new Option(each, s.say("asset.how." + each)))
                        .toList());
        return parts;
    }
}
