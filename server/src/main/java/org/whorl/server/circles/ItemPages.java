package org.whorl.server.circles;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
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
import org.whorl.server.gatherings.Live;
import org.whorl.server.people.Community;
import org.whorl.server.people.Member;
import org.whorl.server.trust.Action;
import org.whorl.server.trust.Permissions;
import org.whorl.server.trust.Role;
import org.whorl.server.trust.Saved;

/** An item on its way: six steps from a question to what came of it. */
@Controller
@RequestMapping("/p/{slug}")
class ItemPages {

    /** What is said where something was not done. */
    private static final Set<String> REFUSALS = Set.of("sdmi.moved", "sdmi.owners");

    private final Circles circles;
    private final Items items;
    private final Meetings meetings;
    private final Community community;
    private final Live live;
    private final Clock clock;

    ItemPages(Circles circles, Items items, Meetings meetings, Community community, Live live, Clock clock) {
        this.circles = circles;
        this.items = items;
        this.meetings = meetings;
        this.community = community;
        this.live = live;
        this.clock = clock;
    }

    @GetMapping("/circles/{circle}/items/new")
    ResponseEntity<String> raise(
            Screen s, Form form, @RequestParam Map<String, String> put, @PathVariable UUID circle) {
        s.refuseUnless(Action.DECIDE);
        Optional<UUID> meeting = Fields.uuid(put.getOrDefault("meeting", ""));
        if (items.listOwners(circle, meeting).isEmpty()) {
            return s.refused("sdmi.raise.not-yours", s.to("/circles/" + circle));
        }
        form.presetAll(put).preset("minutes", "20").preset("purpose", Item.Purpose.DECIDE.key());
        circles.listSeats(circle).stream()
                .filter(each -> each.isOf(s.viewer()))
                .findFirst()
                .ifPresent(each -> form.preset("owner", each.id().toString()));
        return s.show("circles/item-edit", raising(s, form, circle, meeting));
    }

    @PostMapping("/circles/{circle}/items/new")
    ResponseEntity<String> doRaise(Screen s, Form form, @PathVariable UUID circle) {
        s.refuseUnless(Action.DECIDE);
        Optional<Meeting> meeting = Fields.uuid(form.value("meeting")).flatMap(meetings::find);
        List<Seat> owners = items.listOwners(circle, meeting.map(Meeting::id));
        if (owners.isEmpty()) {
            return s.refused("sdmi.raise.not-yours", s.to("/circles/" + circle));
        }
        Optional<Item> item = read(s, form, circle, UUID.randomUUID(), meeting, owners);
        if (item.filter(items::raise).isEmpty()) {
            if (item.isPresent()) {
                form.refuse("question", "sdmi.moved");
            }
            return s.again("circles/item-edit", raising(s, form, circle, meeting.map(Meeting::id)));
        }
        return s.leaveFor(s.to("/items/" + item.get().id()), "saved");
    }

    @GetMapping("/items/{id}")
    ResponseEntity<String> one(Screen s, Form form, @PathVariable UUID id) {
        return page(s, form, id, false);
    }

    @GetMapping("/items/{id}/change")
    ResponseEntity<String> change(Screen s, Form form, @PathVariable UUID id) {
        s.refuseUnless(Action.DECIDE);
        Sight sight = items.find(id).orElseThrow();
        if (!sight.proposes()) {
            return s.refused("sdmi.owners", s.to("/items/" + id));
        }
        Item item = sight.item();
        form.preset("version", Integer.toString(item.version()));
        if (form.value("question").isEmpty()) {
            form.preset("question", item.words().question())
                    .preset("owner", item.owner().toString())
                    .preset("minutes", Integer.toString(item.words().minutes()))
                    .preset("purpose", item.words().purpose().key())
                    .preset("proposal", item.words().proposal())
                    .preset("wanted", item.words().wanted())
                    .preset("reason", item.words().reason())
                    .preset("affected", item.words().affected())
                    .preset("money", item.touches().money() ? "yes" : "")
                    .preset("staff", item.touches().staff() ? "yes" : "")
                    .preset("several", item.touches().several() ? "yes" : "")
                    .preset("law", item.touches().law() ? "yes" : "")
                    .preset("level", item.level().key())
                    .preset("level-reason", item.levelReason());
        }
        return s.show("circles/item-edit", editing(s, form, item.circle(), Optional.of(item), Optional.empty()));
    }

    @PostMapping("/items/{id}/change")
    ResponseEntity<String> doChange(Screen s, Form form, @PathVariable UUID id) {
        s.refuseUnless(Action.DECIDE);
        Sight sight = items.find(id).orElseThrow();
        if (!sight.proposes()) {
            return s.refused("sdmi.owners", s.to("/items/" + id));
        }
        Item item = sight.item();
        Optional<Meeting> meeting = item.meeting().flatMap(meetings::find);
        Optional<Item> wanted = read(s, form, item.circle(), id, meeting, circles.listSeats(item.circle()));
        if (wanted.isEmpty()) {
            return s.again("circles/item-edit", editing(s, form, item.circle(), Optional.of(item), Optional.empty()));
        }
        return switch (items.change(wanted.get())) {
            case Saved.Yes saved ->
                s.leaveFor(s.to("/items/" + id), "saved", Item.VERSIONED.kind(), id, saved.version());
            case Saved.Conflict conflict -> {
                Merge merge = Merge.of(form, conflict, Fields.ITEM, Fields::inForm);
                yield s.again(
                        "circles/item-edit",
                        editing(s, merge.form(), item.circle(), Optional.of(item), Optional.of(merge)));
            }
            case Saved.Gone _ -> s.refused("sdmi.moved", s.to("/items/" + id));
        };
    }

    @PostMapping("/items/{id}")
    ResponseEntity<String> act(Screen s, Form form, @PathVariable UUID id) {
        s.refuseUnless(Action.DECIDE);
        String notice = done(s, form, id);
        items.find(id).flatMap(each -> each.item().meeting()).ifPresent(live::tell);
        if (REFUSALS.contains(notice)) {
            return page(s.refuse(notice, s.to("/items/" + id)), form, id, true);
        }
        return form.isRight() ? s.leaveFor(s.to("/items/" + id), notice) : page(s, form, id, true);
    }

    /** The name of the sentence that says what was done; if something is wrong, the form says so. */
    private String done(Screen s, Form form, UUID id) {
        UUID round = Fields.uuid(form.value("round")).orElse(new UUID(0, 0));
        return switch (form.value("do")) {
            case "open" -> open(form, id);
            case "close" -> {
                form.require("why", "sdmi.close.why.blank");
                Fields.tooLong(form, Fields.LONGEST, "why");
                yield !form.isRight() || items.close(id, round, form.value("why")) ? "sdmi.round.ended" : "sdmi.moved";
            }
            case "reply" -> reply(s, form, id, round);
            case "adjust" -> adjust(form, id);
            case "answer" -> {
                Fields.tooLong(form, Fields.LONGEST, "answer");
                UUID seat = Fields.uuid(form.value("seat")).orElseThrow();
                yield !form.isRight() || items.answer(id, round, seat, form.value("answer")) ? "saved" : "sdmi.moved";
            }
            case "excuse" -> {
                form.require("excuse", "sdmi.excuse.blank");
                Fields.tooLong(form, Fields.LONGEST, "excuse");
                yield !form.isRight() || items.excuse(id, form.value("excuse")) ? "saved" : "sdmi.moved";
            }
            case "touch" -> {
                Item.Touches said = Fields.touches(form, "");
                if (said.isNothing()) {
                    form.refuse("touch", "sdmi.touch.blank");
                }
                yield !form.isRight() || items.touch(id, said) ? "sdmi.touch.done" : "sdmi.moved";
            }
            case "coach" -> {
                form.require("coach", "sdmi.coach.blank");
                Fields.tooLong(form, Fields.LONGEST_NAME, "coach");
                yield !form.isRight() || items.coach(id, form.value("coach")) ? "saved" : "sdmi.moved";
            }
            case "end" -> end(form, id);
            case "done" -> items.done(id, true) ? "sdmi.done.yes" : "sdmi.moved";
            case "undone" -> items.done(id, false) ? "saved" : "sdmi.moved";
            case "widen" -> widen(form, id);
            default -> throw new NoSuchElementException("nothing of that name is done here");
        };
    }

    private String open(Form form, UUID id) {
        Item.Touches at = Fields.touches(form, "at-");
        Optional<Item.Touches> said = at.isNothing() && !form.ticked("none") ? Optional.empty() : Optional.of(at);
        return switch (items.open(id, Round.Kind.of(form.value("kind")), form.ticked("rest"), said)) {
            case YES -> "sdmi.round.opened";
            case SOME -> "sdmi.round.opened.some";
            case MOVED -> "sdmi.moved";
            case UNSAID -> {
                form.refuse("begin", "sdmi.touches.unsaid");
                yield "";
            }
            case HALF -> {
                form.refuse("begin", "sdmi.half");
                yield "";
            }
        };
    }

    private String reply(Screen s, Form form, UUID id, UUID round) {
        Sight sight = items.find(id).orElseThrow();
        Round.Kind kind = sight.rounds().stream()
                .filter(each -> each.id().equals(round))
                .map(Sight.Shown::kind)
                .findFirst()
                .orElseThrow();
        Optional<Reply> reply = Fields.reply(form, kind, s.language().code());
        if (reply.isEmpty()) {
            return "";
        }
        Taken taken = items.reply(id, round, reply.get());
        if (taken == Taken.OVER || taken == Taken.NOT_HEARD) {
            form.refuse("words", "sdmi.taken." + taken.key());
        }
        return "sdmi.taken." + taken.key();
    }

    private String adjust(Form form, UUID id) {
        Sight sight = items.find(id).orElseThrow();
        if (sight.leads() && !sight.proposes()) {
            return "sdmi.owners";
        }
        form.require("proposal", "sdmi.proposal.blank");
        form.require("why", "sdmi.why.blank");
        Fields.tooLong(form, Fields.LONGEST, "proposal", "why");
        Optional<LocalDate> until = form.day("trial", "day.wrong");
        if (until.filter(day -> !day.isAfter(LocalDate.now(clock))).isPresent()) {
            form.refuse("trial", "sdmi.trial.past");
        }
        if (form.isRight()
                && !items.adjust(
                        id,
                        form.number("seen").orElse(-1),
                        form.value("proposal"),
                        form.value("why"),
                        until,
                        form.value("touches").isEmpty()
                                ? Optional.empty()
                                : Optional.of(Fields.touches(form, "still-")))) {
            form.refuse("proposal", "sdmi.adjust.moved");
        }
        return "sdmi.adjusted";
    }

    private String end(Form form, UUID id) {
        Item.Outcome outcome = Item.Outcome.of(form.value("outcome")).orElseThrow();
        Fields.tooLong(form, Fields.LONGEST, "note", "who");
        Optional<LocalDate> by = form.day("by", "day.wrong");
        Optional<Item.Doer> doer = Optional.empty();
        if (outcome == Item.Outcome.ADOPTED) {
            doer = doers().stream()
                    .filter(each -> each.id().toString().equals(form.value("doer")))
                    .map(each -> new Item.Doer(each.id(), each.name()))
                    .findFirst();
            if (doer.isEmpty() && !form.value("doer").isEmpty()) {
                form.refuse("doer", "sdmi.doer.gone");
            }
            form.require("who", "sdmi.who.blank");
            if (by.isEmpty()) {
                form.refuse("by", "sdmi.by.blank");
            } else if (by.get().isBefore(LocalDate.now(clock))) {
                form.refuse("by", "sdmi.by.past");
            }
        }
        if (!form.isRight()) {
            return "";
        }
        Item.End end = new Item.End(
                outcome,
                LocalDate.now(clock),
                form.value("note"),
                form.value("who"),
                by,
                doer,
                Optional.empty(),
                Optional.empty());
        return items.end(id, end) ? "sdmi.ended." + outcome.key() : "sdmi.moved";
    }

    /** Who could see to it: everybody who may take something on. */
    private List<Member> doers() {
        return community.listMembers().stream()
                .filter(each -> Permissions.allow(Role.ofMember(each.roles()), Action.TAKE_CHARGE))
                .toList();
    }

    private String widen(Form form, UUID id) {
        Optional<Seat> owner = Fields.uuid(form.value("wider")).flatMap(this::findSeat);
        if (owner.isEmpty()) {
            form.refuse("wider", "sdmi.wider.blank");
            return "";
        }
        Fields.tooLong(form, Fields.LONGEST, "note");
        return !form.isRight()
                        || items.widen(id, owner.get().circle(), owner.get().id(), form.value("note"))
                                .isPresent()
                ? "sdmi.ended.wider"
                : "sdmi.moved";
    }

    private Optional<Seat> findSeat(UUID id) {
        return circles.list().stream()
                .flatMap(each -> circles.listSeats(each.id()).stream())
                .filter(each -> each.id().equals(id))
                .findFirst();
    }

    private ResponseEntity<String> page(Screen s, Form form, UUID id, boolean again) {
        Sight sight = items.find(id).orElseThrow();
        sight.asksMe().flatMap(Sight.Shown::mine).ifPresent(mine -> preset(form, mine));
        Map<String, Object> parts = new HashMap<>(replying(s, sight.rule()));
        parts.put("form", form);
        parts.put("sight", sight);
        parts.put(
                "wider",
                circles.list().stream()
                        .filter(sight::isWider)
                        .flatMap(each -> circles.listSeats(each.id()).stream()
                                .map(seat ->
                                        new Option(seat.id().toString(), each.name(s.language()) + ": " + seat.name())))
                        .toList());
        parts.put("meeting", sight.item().meeting().flatMap(meetings::find));
        parts.put(
                "doers",
                doers().stream()
                        .map(each -> new Option(each.id().toString(), each.name()))
                        .toList());
        return again ? s.again("circles/item", parts) : s.show("circles/item", parts);
    }

    /** What somebody has said stands in the form, so that they can say it better before the round is open. */
    static void preset(Form form, Reply mine) {
        if (form.value("do").isEmpty()) {
            form.preset("words", mine.words())
                    .preset("stance", mine.stance().key())
                    .preset("harm", mine.harm().map(Reply.Harm::key).orElse(""))
                    .preset("resolves", mine.resolves())
                    .preset("support", mine.support().map(String::valueOf).orElse(""));
        }
    }

    /** What a form for a reply offers. */
    static Map<String, Object> replying(Screen s, Rule rule) {
        return Map.of("stances", Fields.stances(s, rule), "harms", Fields.harms(s), "marks", Fields.marks(s));
    }

    /**
     * The item in a form; nothing, and what is wrong is noted, if it is not whole.
     *
     * @param owners whose it may be
     */
    private Optional<Item> read(
            Screen s, Form form, UUID circle, UUID id, Optional<Meeting> meeting, List<Seat> owners) {
        Circle in = circles.find(circle).orElseThrow();
        if (!form.value("question").endsWith("?")) {
            form.refuse("question", "sdmi.question.blank");
        }
        Optional<Seat> owner = owners.stream()
                .filter(each -> each.id().toString().equals(form.value("owner")))
                .findFirst();
        if (owner.isEmpty()) {
            form.refuse("owner", "sdmi.owner.blank");
        } else if (meeting.flatMap(Meeting::facilitator).equals(owner.map(Seat::id))) {
            form.refuse("owner", "sdmi.owner.leads");
        }
        if (form.number("minutes").filter(each -> each >= 1 && each <= 240).isEmpty()) {
            form.refuse("minutes", "sdmi.minutes.wrong");
        }
        Optional<Item.Purpose> purpose = Item.Purpose.of(form.value("purpose"));
        if (purpose.isEmpty()) {
            form.refuse("purpose", "sdmi.purpose.blank");
        }
        if (purpose.filter(each -> each != Item.Purpose.INFORM).isPresent()) {
            form.require("proposal", "sdmi.proposal.blank");
            form.require("wanted", "sdmi.wanted.blank");
            form.require("reason", "sdmi.reason.blank");
            form.require("affected", "sdmi.affected.blank");
        }
        Fields.tooLong(form, Fields.LONGEST_QUESTION, "question");
        Fields.tooLong(form, Fields.LONGEST, "proposal", "wanted", "reason", "affected", "level-reason");
        Item.Touches touches = Fields.touches(form, "");
        Level level = Level.of(form.value("level")).orElse(touches.proposed());
        if (touches.proposed().isAbove(level)) {
            form.refuse("level", "sdmi.level.low");
        } else if (level.isAbove(touches.proposed()) && !touches.proposed().isAbove(in.level())) {
            form.require("level-reason", "sdmi.level-reason.blank");
        }
        return form.isRight()
                ? Optional.of(new Item(
                        id,
                        circle,
                        meeting.map(Meeting::id),
                        owner.orElseThrow().id(),
                        new Item.Words(
                                form.value("question"),
                                s.language().code(),
                                form.number("minutes").orElseThrow(),
                                purpose.orElseThrow(),
                                form.value("proposal"),
                                form.value("wanted"),
                                form.value("reason"),
                                form.value("affected")),
                        touches,
                        level,
                        form.value("level-reason"),
                        Optional.empty(),
                        "",
                        "",
                        "",
                        Optional.empty(),
                        LocalDate.now(clock),
                        form.number("version").orElse(1)))
                : Optional.empty();
    }

    private Map<String, Object> raising(Screen s, Form form, UUID circle, Optional<UUID> meeting) {
        Map<String, Object> parts = editing(s, form, circle, Optional.empty(), Optional.empty());
        parts.put("owners", Fields.seats(items.listOwners(circle, meeting)));
        return parts;
    }

    private Map<String, Object> editing(Screen s, Form form, UUID circle, Optional<Item> item, Optional<Merge> merge) {
        List<Seat> seats = circles.listSeats(circle);
        Map<String, Object> parts = new HashMap<>();
        parts.put("form", form);
        parts.put("circle", circles.find(circle).orElseThrow());
        parts.put("item", item);
        parts.put("merge", merge);
        parts.put("owners", Fields.seats(seats));
        parts.put("purposes", Fields.purposes(s));
        parts.put("levels", Fields.levels(s));
        return parts;
    }
}
