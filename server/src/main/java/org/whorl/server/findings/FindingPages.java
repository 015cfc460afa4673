package org.whorl.server.findings;

import java.time.Clock;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.whorl.server.design.Form;
import org.whorl.server.design.Merge;
import org.whorl.server.design.Option;
import org.whorl.server.design.Screen;
import org.whorl.server.models.Kept;
import org.whorl.server.models.Models;
import org.whorl.server.people.Community;
import org.whorl.server.people.Member;
import org.whorl.server.trust.Action;
import org.whorl.server.trust.Saved;

/** Findings: begun from an analysis, written, published once they end in an action, taken back. */
@Controller
@RequestMapping("/p/{slug}/findings")
class FindingPages {

    private static final int LONGEST_FIGURE = 500;
    private static final int LONGEST_ADDRESS = 4_000;

    private final Findings findings;
    private final Models models;
    private final Community community;
    private final Clock clock;

    FindingPages(Findings findings, Models models, Community community, Clock clock) {
        this.findings = findings;
        this.models = models;
        this.community = community;
        this.clock = clock;
    }

    @GetMapping
    ResponseEntity<String> all(Screen s) {
        List<Finding> drafts = s.may(Action.SEE_DRAFTS) ? findings.listDrafts() : List.of();
        return s.show(
                "findings/all",
                Map.of("published", findings.listPublished(), "drafts", drafts, "models", models.listAll()));
    }

    @GetMapping("/new")
    ResponseEntity<String> start(Screen s, Form form, @RequestParam Map<String, String> put) {
        s.refuseUnless(Action.KEEP_FINDING);
        form.presetAll(put);
        // Nobody finds without having looked.
        return form.value("title").isEmpty()
                ? s.leaveFor(s.to("/findings"))
                : edit(s, form, origin(s, form), Optional.empty(), Optional.empty());
    }

    @PostMapping("/new")
    ResponseEntity<String> doStart(Screen s, Form form) {
        s.refuseUnless(Action.KEEP_FINDING);
        form.require("title", "finding.title.blank");
        Origin origin = origin(s, form);
        UUID id = UUID.randomUUID();
        Finding finding = new FindingForm(form)
                .finding(
                        id, Finding.State.DRAFT, origin, members(), s.language().code());
        if (!form.isRight()) {
            return edit(s, form, origin, Optional.empty(), Optional.empty());
        }
        findings.begin(finding);
        return s.leaveFor(s.to("/findings/" + id), "finding.kept");
    }

    @GetMapping("/{id}")
    ResponseEntity<String> finding(Screen s, @PathVariable UUID id) {
        Finding finding = (s.may(Action.SEE_DRAFTS) ? findings.find(id) : findings.findPublished(id)).orElseThrow();
        return s.show(
                "findings/finding",
                Map.of(
                        "finding",
                        finding,
                        "model",
                        finding.origin().model().flatMap(models::find),
                        "contacts",
                        Contacts.alone(finding.line().effect())));
    }

    @GetMapping("/{id}/edit")
    ResponseEntity<String> change(Screen s, @PathVariable UUID id) {
        s.refuseUnless(Action.KEEP_FINDING);
        Finding finding = findings.find(id).orElseThrow();
        return edit(s, FindingForm.of(finding), finding.origin(), Optional.of(finding), Optional.empty());
    }

    @PostMapping("/{id}/edit")
    ResponseEntity<String> doChange(Screen s, Form form, @PathVariable UUID id) {
        s.refuseUnless(Action.KEEP_FINDING);
        Optional<Finding> before = findings.find(id);
        if (before.isEmpty()) {
            return s.leaveFor(s.to("/findings"), "finding.gone");
        }
        Finding now = before.get();
        Finding wanted = new FindingForm(form).finding(id, now.state(), now.origin(), members(), now.language());
        if (now.isPublished()) {
            FindingForm.ask(form, wanted);
        }
        if (!form.isRight()) {
            return edit(s, form, now.origin(), before, Optional.empty());
        }
        return switch (findings.change(wanted)) {
            case Saved.Yes yes -> leaveFor(s, id, "finding.kept", yes);
            case Saved.Conflict conflict -> {
                Merge merge = Merge.of(form, conflict, FindingForm.FIELDS, UnaryOperator.identity());
                yield edit(s, merge.form(), now.origin(), before, Optional.of(merge));
            }
            case Saved.Gone _ -> s.leaveFor(s.to("/findings"), "finding.gone");
        };
    }

    @PostMapping("/{id}/publish")
    ResponseEntity<String> publish(Screen s, Form form, @PathVariable UUID id) {
        s.refuseUnless(Action.KEEP_FINDING);
        Optional<Finding> found = findings.find(id);
        if (found.isEmpty()) {
            return s.leaveFor(s.to("/findings"), "finding.gone");
        }
        Finding finding = found.get();
        if (!finding.missing().isEmpty()) {
            Form unfinished = FindingForm.of(finding);
            FindingForm.ask(unfinished, finding);
            return edit(s, unfinished, finding.origin(), found, Optional.empty());
        }
        return moved(s, id, "finding.published", findings.publish(id, version(form)));
    }

    @PostMapping("/{id}/take-back")
    ResponseEntity<String> takeBack(Screen s, Form form, @PathVariable UUID id) {
        return moved(s, id, "finding.taken-back", findings.takeBack(id, version(form)));
    }

    @PostMapping("/{id}/set-aside")
    ResponseEntity<String> setAside(Screen s, Form form, @PathVariable UUID id) {
        Saved saved = findings.setAside(id, version(form));
        return saved instanceof Saved.Yes yes
                ? s.leaveFor(s.to("/findings"), "finding.aside", Finding.VERSIONED.kind(), id, yes.version())
                : moved(s, id, "finding.aside", saved);
    }

    private static ResponseEntity<String> moved(Screen s, UUID id, String notice, Saved saved) {
        return switch (saved) {
            case Saved.Yes yes -> leaveFor(s, id, notice, yes);
            case Saved.Conflict _ -> s.leaveFor(s.to("/findings/" + id), "finding.changed-first");
            case Saved.Gone _ -> s.leaveFor(s.to("/findings"), "finding.gone");
        };
    }

    private static ResponseEntity<String> leaveFor(Screen s, UUID id, String notice, Saved.Yes yes) {
        return s.leaveFor(s.to("/findings/" + id), notice, Finding.VERSIONED.kind(), id, yes.version());
    }

    private ResponseEntity<String> edit(
            Screen s, Form form, Origin origin, Optional<Finding> before, Optional<Merge> merge) {
        Map<String, Object> parts = new HashMap<>();
        parts.put("form", form);
        parts.put("origin", origin);
        parts.put("model", origin.model().flatMap(models::find));
        parts.put("before", before);
        parts.put("merge", merge);
        parts.put("known", known(s));
        parts.put("members", owners());
        parts.put("names", names(s));
        boolean right = form.isRight() && merge.isEmpty();
        return right ? s.show("findings/edit", parts) : s.again("findings/edit", parts);
    }

    /** Only an address of this partnership is kept, and only a version of a model that it has. */
    private Origin origin(Screen s, Form form) {
        String asked = form.value("asked");
        boolean ours = asked.startsWith(s.to("/")) && asked.length() <= LONGEST_ADDRESS;
        int version = form.number("model-version").orElse(0);
        Optional<Kept> model = model(form).filter(kept -> version >= 1 && version <= kept.latest());
        return new Origin(
                cut(form.value("title")),
                ours ? asked : "",
                model.map(Kept::id),
                version,
                cut(form.value("figure")),
                clock.instant());
    }

    private Optional<Kept> model(Form form) {
        try {
            return models.find(UUID.fromString(form.value("model")));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    /** What stands for a value where two people's changes are laid side by side. */
    private Map<String, String> names(Screen s) {
        Map<String, String> names = new HashMap<>(Option.names(known(s)));
        if (s.may(Action.SEE_PEOPLE)) {
            names.putAll(Option.names(owners()));
        }
        return names;
    }

    private List<Option> owners() {
        return community.listMembers().stream()
                .map(member -> new Option(member.id().toString(), member.name()))
                .toList();
    }

    private List<UUID> members() {
        return community.listMembers().stream().map(Member::id).toList();
    }

    private static List<Option> known(Screen s) {
        return Arrays.stream(Finding.Known.values())
                .map(known -> new Option(known.key(), s.say("finding.known." + known.key())))
                .toList();
    }

    private static int version(Form form) {
        return form.number("version").orElse(0);
    }

    private static String cut(String text) {
        return text.substring(0, Math.min(LONGEST_FIGURE, text.length()));
    }
}
