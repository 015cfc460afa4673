package org.whorl.server.opinions;

import com.google.zxing.WriterException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import org.whorl.server.design.Form;
import org.whorl.server.design.Language;
import org.whorl.server.design.Option;
import org.whorl.server.design.Screen;
import org.whorl.server.design.Texts;
import org.whorl.server.jobs.JobKind;
import org.whorl.server.jobs.Jobs;
import org.whorl.server.people.QrPicture;
import org.whorl.server.spirals.Spiral;
import org.whorl.server.spirals.Spirals;
import org.whorl.server.trust.Action;

/** Conversations, opening one, and what came of it. */
@Controller
@RequestMapping("/p/{slug}/patterns/opinions")
class ConversationPages {

    private static final int LONGEST = 300;
    private static final int MOST_ROLES = 12;
    private static final List<String> ROLES = List.of("patient", "nurse", "gp", "council", "third-sector", "other");

    private final Conversations conversations;
    private final Outcomes outcomes;
    private final Spirals spirals;
    private final Jobs jobs;
    private final ObjectProvider<JobKind<OpinionParts.Asked>> work;

    ConversationPages(
            Conversations conversations,
            Outcomes outcomes,
            Spirals spirals,
            Jobs jobs,
            ObjectProvider<JobKind<OpinionParts.Asked>> work) {
        this.conversations = conversations;
        this.outcomes = outcomes;
        this.spirals = spirals;
        this.jobs = jobs;
        this.work = work;
    }

    @GetMapping
    ResponseEntity<String> all(Screen s) {
        return s.show("opinions/all", Map.of("conversations", conversations.list()));
    }

    @GetMapping("/new")
    ResponseEntity<String> start(Screen s, Form form) {
        s.refuseUnless(Action.KEEP_OPINIONS);
        form.preset("roles", usualRoles());
        return s.show("opinions/new", parts(form));
    }

    @PostMapping("/new")
    ResponseEntity<String> doStart(Screen s, Form form) {
        s.refuseUnless(Action.KEEP_OPINIONS);
        form.require("question-en", "opinions.question.blank");
        form.require("question-cy", "opinions.question.blank");
        for (String field : List.of("question-en", "question-cy")) {
            if (form.value(field).length() > LONGEST) {
                form.refuse(field, "opinions.question.long");
            }
        }
        Optional<UUID> spiral = form.chosen("spiral", spirals.listAll(), Spiral::id);
        if (spiral.isEmpty()) {
            form.refuse("spiral", "opinions.spiral.blank");
        }
        conversations.list().stream().filter(Conversation::takesVotes).forEach(each -> {
            for (Language language : Language.values()) {
                String field = "question-" + language.code();
                if (each.question(language).equalsIgnoreCase(form.value(field))) {
                    form.refuse(field, "opinions.question.there");
                }
            }
        });
        List<Conversation.Named> roles = roles(form);
        if (!form.isRight()) {
            return s.again("opinions/new", parts(form));
        }
        UUID id = conversations.open(spiral.orElseThrow(), form.value("question-en"), form.value("question-cy"), roles);
        return s.leaveFor(s.to("/patterns/opinions/" + id + "/statements"), "opinions.opened");
    }

    @GetMapping("/{id}")
    ResponseEntity<String> show(Screen s, @PathVariable UUID id) throws WriterException {
        Conversation conversation = conversations.find(id).orElseThrow();
        Map<String, Object> parts = new HashMap<>();
        parts.put("conversation", conversation);
        parts.put("voted", outcomes.countVoted(id));
        parts.put("told", outcomes.find(id).map(kept -> new Told(s, conversation, kept, conversations.listShown(id))));
        parts.put("keeps", s.may(Action.SEE_WAITING) && s.may(Action.KEEP_OPINIONS));
        parts.put("ready", s.may(Action.SEE_WAITING) ? outcomes.ready(id).name() : "");
        String address = ServletUriComponentsBuilder.fromCurrentContextPath()
                .path("/v/" + conversation.code())
                .toUriString();
        parts.put("address", address);
        parts.put("picture", QrPicture.of(address, s.say("opinions.link.picture")));
        return s.show("opinions/conversation", parts);
    }

    @PostMapping("/{id}/work-out")
    ResponseEntity<String> workOut(Screen s, @PathVariable UUID id) throws WriterException {
        String here = here(s, conversations.find(id).orElseThrow());
        return switch (outcomes.ready(id)) {
            case YES -> s.leaveFor(s.to("/jobs/" + jobs.start(work.getObject(), new OpinionParts.Asked(id))));
            case TOO_FEW -> show(s.refuse("opinions.too-few", here), id);
            case NOT_MORE -> show(s.refuse("opinions.not-more", here), id);
        };
    }

    @PostMapping("/{id}/open")
    ResponseEntity<String> setOpen(Screen s, Form form, @PathVariable UUID id) {
        String here = here(s, conversations.find(id).orElseThrow());
        boolean open = form.value("open").equals("yes");
        conversations.setOpen(id, open);
        return s.leaveFor(here, open ? "opinions.opened-again" : "opinions.closed");
    }

    private static String here(Screen s, Conversation conversation) {
        return s.to("/patterns/opinions/" + conversation.id());
    }

    private List<Option> spiralOptions() {
        return spirals.listAll().stream()
                .map(each -> new Option(each.id().toString(), each.question()))
                .toList();
    }

    private Map<String, Object> parts(Form form) {
        return Map.of("form", form, "spirals", spiralOptions());
    }

    /** One a line, English and Welsh with a stroke between them. */
    private static String usualRoles() {
        return String.join(
                "\n",
                ROLES.stream()
                        .map(role -> Texts.in(Language.EN).say("opinions.role." + role) + " | "
                                + Texts.in(Language.CY).say("opinions.role." + role))
                        .toList());
    }

    private static List<Conversation.Named> roles(Form form) {
        List<Conversation.Named> roles = new ArrayList<>();
        for (String line : form.value("roles")
                .lines()
                .map(String::strip)
                .filter(each -> !each.isEmpty())
                .toList()) {
            String[] names = line.split("\\|", -1);
            if (names.length != 2 || names[0].isBlank() || names[1].isBlank() || line.length() > LONGEST) {
                form.refuse("roles", "opinions.roles.wrong");
                return List.of();
            }
            roles.add(new Conversation.Named(roles.size() + 1, names[0].strip(), names[1].strip()));
        }
        if (roles.size() > MOST_ROLES) {
            form.refuse("roles", "opinions.roles.many");
        }
        return roles;
    }
}
