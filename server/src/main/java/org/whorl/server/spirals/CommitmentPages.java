package org.whorl.server.spirals;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.whorl.server.design.Form;
import org.whorl.server.design.Merge;
import org.whorl.server.design.Option;
import org.whorl.server.design.Screen;
import org.whorl.server.people.Community;
import org.whorl.server.people.Member;
import org.whorl.server.trust.Action;
import org.whorl.server.trust.Saved;

/** How we want to work differently in this turn: up to three, and what came of them. */
@Controller
@RequestMapping("/p/{slug}/spirals/{id}/commitments")
class CommitmentPages {

    private static final int LONGEST = 300;
    private static final List<Merge.Field> WORDS = List.of(
            new Merge.Field("what", "what", "commitment.words"),
            new Merge.Field("owner", "owner", "commitment.owner"),
            new Merge.Field("by", "due_on", "commitment.by"));
    private static final List<Merge.Field> LOOKED = List.of(
            new Merge.Field("outcome", "outcome", "commitment.outcome"),
            new Merge.Field("learnt", "learnt", "commitment.learnt"));

    private final Commitments commitments;
    private final Spirals spirals;
    private final Community community;

    CommitmentPages(Commitments commitments, Spirals spirals, Community community) {
        this.commitments = commitments;
        this.spirals = spirals;
        this.community = community;
    }

    @GetMapping
    ResponseEntity<String> list(Screen s, Form form, @PathVariable UUID id) {
        return s.show("spirals/commitments", parts(s, form, id));
    }

    @PostMapping
    ResponseEntity<String> add(Screen s, Form form, @PathVariable UUID id) {
        s.refuseUnless(Action.KEEP_COMMITMENT);
        int turn = turn(id).number();
        Optional<UUID> owner = check(form);
        boolean twice = commitments.list(id).stream()
                .anyMatch(each -> each.turn() == turn && each.what().equals(form.value("what")));
        if (twice) {
            form.refuse("what", "commitment.twice");
        }
        if (!form.isRight()) {
            return s.again("spirals/commitments", parts(s, form, id));
        }
        boolean added = commitments.add(
                Commitment.begun(id, turn, form.value("what"), s.language().code(), owner, form.day("by")));
        return added ? s.leaveFor(back(s, id), "commitment.written") : s.refused("commitment.full", back(s, id));
    }

    @GetMapping("/{commitment}")
    ResponseEntity<String> change(Screen s, Form form, @PathVariable UUID id, @PathVariable UUID commitment) {
        s.refuseUnless(Action.KEEP_COMMITMENT);
        Commitment found = found(id, commitment);
        if (!found.isOpen()) {
            return s.leaveFor(back(s, id) + "/" + commitment + "/review");
        }
        form.preset("version", Integer.toString(found.version()))
                .preset("what", found.what())
                .preset("owner", found.owner().map(UUID::toString).orElse(""))
                .preset("by", found.dueOn().map(LocalDate::toString).orElse(""));
        return s.show("spirals/commitment", changing(s, form, found, Optional.empty()));
    }

    @PostMapping("/{commitment}")
    ResponseEntity<String> doChange(Screen s, Form form, @PathVariable UUID id, @PathVariable UUID commitment) {
        s.refuseUnless(Action.KEEP_COMMITMENT);
        Commitment found = found(id, commitment);
        Optional<UUID> owner = check(form);
        if (!form.isRight()) {
            return s.again("spirals/commitment", changing(s, form, found, Optional.empty()));
        }
        // Words that stay as they are keep their language.
        String language = form.value("what").equals(found.what())
                ? found.language()
                : s.language().code();
        Commitment wanted = new Commitment(
                commitment,
                id,
                found.turn(),
                form.value("what"),
                language,
                owner,
                "",
                form.day("by"),
                found.outcome(),
                found.learnt(),
                found.learntLanguage(),
                form.number("version").orElse(0));
        return switch (commitments.change(wanted)) {
            case Saved.Yes yes ->
                s.leaveFor(back(s, id), "saved", Commitment.VERSIONED.kind(), commitment, yes.version());
            case Saved.Conflict conflict -> {
                Merge merge = Merge.of(form, conflict, WORDS, UnaryOperator.identity());
                yield s.again("spirals/commitment", changing(s, merge.form(), found, Optional.of(merge)));
            }
            case Saved.Gone _ -> s.refused("commitment.gone", back(s, id));
        };
    }

    @GetMapping("/{commitment}/review")
    ResponseEntity<String> review(Screen s, Form form, @PathVariable UUID id, @PathVariable UUID commitment) {
        s.refuseUnless(Action.KEEP_COMMITMENT);
        Commitment found = found(id, commitment);
        form.preset("version", Integer.toString(found.version()))
                .preset("outcome", found.outcome().column())
                .preset("learnt", found.learnt());
        return s.show("spirals/commitment-review", looking(s, form, found, Optional.empty()));
    }

    @PostMapping("/{commitment}/review")
    ResponseEntity<String> doReview(Screen s, Form form, @PathVariable UUID id, @PathVariable UUID commitment) {
        s.refuseUnless(Action.KEEP_COMMITMENT);
        Commitment found = found(id, commitment);
        Optional<Commitment.Outcome> outcome = Commitment.Outcome.find(form.value("outcome"));
        if (outcome.isEmpty()) {
            form.refuse("outcome", "commitment.outcome.blank");
        }
        form.require("learnt", "commitment.learnt.blank");
        tooLong(form, "learnt");
        if (!form.isRight()) {
            return s.again("spirals/commitment-review", looking(s, form, found, Optional.empty()));
        }
        return switch (commitments.review(
                commitment,
                form.number("version").orElse(0),
                outcome.orElseThrow(),
                form.value("learnt"),
                s.language().code())) {
            case Saved.Yes yes ->
                s.leaveFor(back(s, id), "commitment.looked", Commitment.VERSIONED.kind(), commitment, yes.version());
            case Saved.Conflict conflict -> {
                Merge merge = Merge.of(form, conflict, LOOKED, UnaryOperator.identity());
                yield s.again("spirals/commitment-review", looking(s, merge.form(), found, Optional.of(merge)));
            }
            case Saved.Gone _ -> s.refused("commitment.gone", back(s, id));
        };
    }

    /** Each says what, who and by when; who, if it is one of ours. */
    private Optional<UUID> check(Form form) {
        form.require("what", "commitment.words.blank");
        tooLong(form, "what");
        Optional<UUID> owner = form.chosen("owner", community.listMembers(), Member::id);
        if (owner.isEmpty()) {
            form.refuse("owner", "commitment.owner.blank");
        }
        if (form.day("by").isEmpty()) {
            form.refuse("by", "commitment.by.blank");
        }
        return owner;
    }

    private static void tooLong(Form form, String field) {
        if (form.value(field).length() > LONGEST) {
            form.refuse(field, "tell.too-long");
        }
    }

    private Map<String, Object> parts(Screen s, Form form, UUID id) {
        Spiral spiral = spirals.find(id).orElseThrow();
        Turn turn = turn(id);
        List<Commitment> all = commitments.list(id);
        Map<String, Object> parts = new HashMap<>();
        parts.put("form", form);
        parts.put("spiral", spiral);
        parts.put("turn", turn);
        parts.put("now", of(all, turn.number()));
        parts.put("before", of(all, turn.number() - 1));
        parts.put(
                "earlier",
                all.stream().filter(each -> each.turn() < turn.number() - 1).toList());
        parts.put("members", members(s));
        return parts;
    }

    private static List<Commitment> of(List<Commitment> all, int turn) {
        return all.stream().filter(each -> each.turn() == turn).toList();
    }

    private Map<String, Object> changing(Screen s, Form form, Commitment found, Optional<Merge> merge) {
        List<Option> members = members(s);
        return Map.of(
                "form", form, "commitment", found, "members", members, "merge", merge, "names", Option.names(members));
    }

    private static Map<String, Object> looking(Screen s, Form form, Commitment found, Optional<Merge> merge) {
        List<Option> outcomes = Stream.of(
                        Commitment.Outcome.KEPT, Commitment.Outcome.PARTLY, Commitment.Outcome.NOT_KEPT)
                .map(each -> new Option(each.key(), s.say("commitment.is." + each.key())))
                .toList();
        return Map.of(
                "form",
                form,
                "commitment",
                found,
                "outcomes",
                outcomes,
                "merge",
                merge,
                "names",
                Option.names(outcomes));
    }

    private List<Option> members(Screen s) {
        return s.may(Action.KEEP_COMMITMENT)
                ? community.listMembers().stream()
                        .map(each -> new Option(each.id().toString(), each.name()))
                        .toList()
                : List.of();
    }

    private Commitment found(UUID spiral, UUID commitment) {
        return commitments.list(spiral).stream()
                .filter(each -> each.id().equals(commitment))
                .findFirst()
                .orElseThrow();
    }

    private Turn turn(UUID spiral) {
        List<Turn> turns = spirals.listTurns(spiral);
        if (turns.isEmpty()) {
            throw new NoSuchElementException("no such spiral");
        }
        return turns.getLast();
    }

    private static String back(Screen s, UUID spiral) {
        return s.to("/spirals/" + spiral + "/commitments");
    }
}
