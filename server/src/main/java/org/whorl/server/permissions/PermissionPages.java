package org.whorl.server.permissions;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
import org.whorl.server.measures.Measure;
import org.whorl.server.measures.Measures;
import org.whorl.server.people.Community;
import org.whorl.server.people.Member;
import org.whorl.server.people.Partner;
import org.whorl.server.trust.Action;
import org.whorl.server.trust.Saved;

/** Permissions to try: the list, one of them, writing, signing and stopping it. */
@Controller
@RequestMapping("/p/{slug}/permissions")
class PermissionPages {

    private static final int LONGEST_REASON = 300;

    private final Permitting permitting;
    private final Rules rules;
    private final Community community;
    private final Measures measures;
    private final Watching watching;
    private final Clock clock;

    PermissionPages(
            Permitting permitting,
            Rules rules,
            Community community,
            Measures measures,
            Watching watching,
            Clock clock) {
        this.permitting = permitting;
        this.rules = rules;
        this.community = community;
        this.measures = measures;
        this.watching = watching;
        this.clock = clock;
    }

    @GetMapping
    ResponseEntity<String> list(Screen s) {
        Instant now = clock.instant();
        List<Permission> all = permitting.list();
        return s.show(
                "permissions/list",
                Map.of(
                        "live",
                        all.stream()
                                .filter(each -> each.state(now) == Permission.State.IN_FORCE)
                                .toList(),
                        "waiting",
                        all.stream()
                                .filter(each -> each.state(now) == Permission.State.WAITING
                                        || each.state(now) == Permission.State.READY)
                                .toList(),
                        "over",
                        all.stream()
                                .filter(each -> each.state(now).isOver())
                                .toList()
                                .reversed(),
                        "met",
                        all.stream()
                                .filter(each -> !each.state(now).isOver())
                                .collect(Collectors.toMap(Permission::id, each -> met(s, each))),
                        "now",
                        now));
    }

    @GetMapping("/new")
    ResponseEntity<String> start(Screen s, Form form, @RequestParam Map<String, String> put) {
        s.refuseUnless(Action.PERMIT);
        form.presetAll(put);
        belong(form);
        Optional<Permission> before = followed(form);
        before.map(PermissionForm::of).ifPresent(earlier -> {
            Map<String, String> again = new HashMap<>(earlier.values());
            List.of("version", "starts-on", "ends-on", "learnt", "renews", "decision", "anyway")
                    .forEach(again::remove);
            form.presetAll(again);
        });
        form.preset("principles", s.say("permission.principles.usual"));
        form.preset("starts-on", today().toString());
        return s.show("permissions/write", writing(s, form, Optional.empty(), Optional.empty(), before));
    }

    @PostMapping("/new")
    ResponseEntity<String> begin(Screen s, Form form) {
        s.refuseUnless(Action.PERMIT);
        belong(form);
        Optional<Permission> before = followed(form);
        Optional<Permission> permission = new PermissionForm(form)
                .permission(
                        UUID.randomUUID(),
                        rules.list(),
                        community.listMembers(),
                        naming(s, List.of()),
                        measures(s),
                        today(),
                        before.map(Permission::id),
                        s.language().code());
        if (permission.isEmpty()) {
            return s.again("permissions/write", writing(s, form, Optional.empty(), Optional.empty(), before));
        }
        permitting.begin(permission.get());
        return s.leaveFor(s.to("/permissions/" + permission.get().id()), "permission.is-begun");
    }

    @GetMapping("/{id}")
    ResponseEntity<String> show(Screen s, Form form, @PathVariable UUID id) {
        return s.show("permissions/permission", shown(s, form, id));
    }

    @GetMapping("/{id}/edit")
    ResponseEntity<String> change(Screen s, @PathVariable UUID id) {
        s.refuseUnless(Action.PERMIT);
        Permission permission = permitting.find(id).orElseThrow();
        if (permission.state(clock.instant()) != Permission.State.WAITING) {
            return s.leaveFor(s.to("/permissions/" + id));
        }
        return s.show(
                "permissions/write",
                writing(
                        s,
                        PermissionForm.of(permission),
                        Optional.of(permission),
                        Optional.empty(),
                        permission.renews().flatMap(permitting::find)));
    }

    @PostMapping("/{id}/edit")
    ResponseEntity<String> doChange(Screen s, Form form, @PathVariable UUID id) {
        s.refuseUnless(Action.PERMIT);
        Permission now = permitting.find(id).orElseThrow();
        Optional<Permission> follows = now.renews().flatMap(permitting::find);
        Optional<Permission> wanted = new PermissionForm(form)
                .permission(
                        id,
                        rules.list(),
                        community.listMembers(),
                        naming(s, now.signatures()),
                        measures(s),
                        today(),
                        now.renews(),
                        now.language());
        if (wanted.isEmpty()) {
            return s.again("permissions/write", writing(s, form, Optional.of(now), Optional.empty(), follows));
        }
        return switch (permitting.change(wanted.get())) {
            case Saved.Yes _ -> s.leaveFor(s.to("/permissions/" + id), "permission.is-changed");
            case Saved.Conflict conflict -> {
                Permission theirs = permitting.find(id).orElseThrow();
                Merge merge = PermissionForm.merge(form, wanted.get(), theirs, conflict);
                yield s.again(
                        "permissions/write", writing(s, merge.form(), Optional.of(now), Optional.of(merge), follows));
            }
            case Saved.Gone _ -> {
                form.refuse("tries", "permission.signed-first");
                yield s.again("permissions/write", writing(s, form, Optional.of(now), Optional.empty(), follows));
            }
        };
    }

    @PostMapping("/{id}/sign")
    ResponseEntity<String> sign(Screen s, Form form, @PathVariable UUID id) {
        if (!form.ticked("may")) {
            form.refuse("may", "permission.sign.may.blank");
            return stays(s, form, id);
        }
        return switch (permitting.sign(id, form.number("version").orElse(0))) {
            case YES -> s.leaveFor(s.to("/permissions/" + id), "permission.is-signed");
            case CHANGED -> refused(s, form, id, "permission.sign.changed");
            case NOT_THEIRS -> refused(s, form, id, "permission.sign.not-yours");
            case NAMED_THEMSELVES -> refused(s, form, id, "permission.sign.self-named");
            case OVER -> refused(s, form, id, "permission.sign.over");
        };
    }

    @PostMapping("/{id}/stop")
    ResponseEntity<String> stop(Screen s, Form form, @PathVariable UUID id) {
        s.refuseUnless(Action.SIGN_PERMISSION);
        form.require("why", "permission.stop.why.blank");
        if (form.value("why").length() > LONGEST_REASON) {
            form.refuse("why", "permission.too-long");
        }
        if (form.isRight() && !permitting.stop(id, form.value("why"))) {
            form.refuse("why", "permission.stop.not-yours");
        }
        return form.isRight() ? s.leaveFor(s.to("/permissions/" + id), "permission.is-stopped") : stays(s, form, id);
    }

    private List<Measure> measures(Screen s) {
        return s.may(Action.SEE_MEASURES) ? measures.listAll() : List.of();
    }

    /** What is met of what stops it; nothing for whoever may not see what is measured. */
    private List<Met> met(Screen s, Permission permission) {
        return s.may(Action.SEE_MEASURES) ? watching.list(permission) : List.of();
    }

    private static PermissionForm.Naming naming(Screen s, List<Signature> now) {
        return new PermissionForm.Naming(s.viewer().member(), s.may(Action.NAME_SIGNATORIES), now);
    }

    private ResponseEntity<String> refused(Screen s, Form form, UUID id, String sentence) {
        form.refuse("may", sentence);
        return stays(s, form, id);
    }

    private ResponseEntity<String> stays(Screen s, Form form, UUID id) {
        return s.at(s.to("/permissions/" + id)).again("permissions/permission", shown(s, form, id));
    }

    private Map<String, Object> shown(Screen s, Form form, UUID id) {
        Permission permission = permitting.find(id).orElseThrow();
        Map<String, Object> parts = new HashMap<>();
        parts.put("form", form);
        parts.put("permission", permission);
        parts.put("now", clock.instant());
        parts.put("met", met(s, permission));
        parts.put(
                "measures",
                measures(s).stream()
                        .filter(each -> permission.stops().stream()
                                .anyMatch(stop -> stop.measure().equals(Optional.of(each.id()))))
                        .toList());
        parts.put(
                "renamed",
                rules.list().stream()
                        .filter(rule -> permission.rules().stream()
                                .anyMatch(then -> then.id().equals(rule.id())
                                        && !then.name().equals(rule.name())))
                        .toList());
        parts.put("before", permission.renews().flatMap(permitting::find));
        parts.put(
                "leads",
                permission.decision().filter(permitting::isDecisionSeen).isPresent());
        parts.put(
                "after",
                permitting.list().stream()
                        .filter(each -> each.renews().equals(Optional.of(id)))
                        .toList());
        parts.put(
                "signs",
                s.may(Action.SIGN_PERMISSION)
                        && permission.isSignedBy(s.viewer().member()));
        parts.put(
                "stops",
                s.may(Action.SIGN_PERMISSION)
                        && permission.isStoppedBy(s.viewer().member()));
        return parts;
    }

    private Map<String, Object> writing(
            Screen s, Form form, Optional<Permission> now, Optional<Merge> merge, Optional<Permission> follows) {
        List<Member> members = community.listMembers();
        Map<String, String> names = new HashMap<>();
        members.forEach(each -> names.put(each.id().toString(), each.name()));
        List<Measure> shown = measures(s);
        merge.ifPresent(both -> both.rows()
                .forEach(row -> Stream.of(row.theirs(), row.mine())
                        .forEach(line -> names.computeIfAbsent(line, _ -> spelt(line, members, shown)))));
        List<Rule> kept = rules.list().stream()
                .filter(each -> each.state(today()) == Rule.State.KEPT)
                .toList();
        Map<String, Object> parts = new HashMap<>();
        parts.put("form", form);
        parts.put("now", now);
        parts.put("merge", merge);
        parts.put("names", names);
        parts.put("follows", follows);
        parts.put("choices", choices(s, kept, members));
        parts.put("laws", kept.stream().filter(Rule::isDuty).toList());
        parts.put(
                "members",
                members.stream()
                        .map(each -> new Option(each.id().toString(), each.name()))
                        .toList());
        parts.put(
                "measures",
                shown.stream()
                        .map(each -> new Option(each.id().toString(), each.name()))
                        .toList());
        parts.put(
                "ways",
                Stream.of(Stop.Way.values())
                        .map(each -> new Option(each.key(), s.say("permission.stop." + each.key())))
                        .toList());
        return parts;
    }

    /** A line of members and measures, each by its name. */
    private static String spelt(String line, List<Member> members, List<Measure> measures) {
        String spelt = line;
        for (Measure measure : measures) {
            spelt = spelt.replace(measure.id().toString(), measure.name());
        }
        for (Member member : members) {
            spelt = spelt.replace(member.id().toString(), member.name());
        }
        return spelt;
    }

    /** The rules that may be suspended, by whose they are, with who of them may sign. */
    private static List<Choice> choices(Screen s, List<Rule> kept, List<Member> members) {
        List<Choice> choices = new ArrayList<>();
        List<Rule> ours = kept.stream().filter(each -> !each.isDuty()).toList();
        for (Authority authority : ours.stream().map(Rule::owner).distinct().toList()) {
            choices.add(new Choice(
                    authority.partner(),
                    s.pick(authority.nameEn(), authority.nameCy()),
                    ours.stream().filter(each -> each.owner().equals(authority)).toList(),
                    members.stream()
                            .filter(each -> each.partner().map(Partner::id).equals(Optional.of(authority.partner())))
                            .map(each -> new Option(each.id().toString(), each.name()))
                            .toList()));
        }
        return choices;
    }

    /** It belongs to a decision of this partnership or to none. */
    private void belong(Form form) {
        String decision = new PermissionForm(form)
                .uuid("decision")
                .filter(permitting::isDecisionSeen)
                .map(UUID::toString)
                .orElse("");
        form.replace("decision", decision);
    }

    /** The one that the new one follows; renewing what nobody signed would be no renewing. */
    private Optional<Permission> followed(Form form) {
        Optional<UUID> id = new PermissionForm(form).uuid("renews");
        if (id.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(permitting
                .find(id.get())
                .filter(each -> each.state(clock.instant()) != Permission.State.WAITING)
                .orElseThrow(() -> new NoSuchElementException("nothing to renew")));
    }

    private LocalDate today() {
        return Span.today(clock.instant());
    }
}
