package org.whorl.server.shifts;

import java.net.URI;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.whorl.files.Fault;
import org.whorl.files.report.Excerpt;
import org.whorl.files.report.Twice;
import org.whorl.server.design.Listed;
import org.whorl.server.design.Problem;
import org.whorl.server.design.Screen;
import org.whorl.server.design.Wrong;
import org.whorl.server.models.Kept;
import org.whorl.server.models.Models;
import org.whorl.server.models.Ready;
import org.whorl.server.models.Runs;
import org.whorl.server.trust.Action;
import org.whorl.server.trust.Saved;

/** For programs: proposals to move resource, and what they do to each partner. */
@RestController
@RequestMapping("/api/v1/p/{slug}/shifts")
class ShiftApi {

    /** How sure takes about a second for each. */
    private static final int MOST_SURE = 8;

    private final Shifts shifts;
    private final Effects effects;
    private final ShiftPage pages;
    private final Models models;
    private final Runs runs;

    ShiftApi(Shifts shifts, Effects effects, ShiftPage pages, Models models, Runs runs) {
        this.shifts = shifts;
        this.effects = effects;
        this.pages = pages;
        this.models = models;
        this.runs = runs;
    }

    /**
     * What a proposal does, in words.
     *
     * @param shift which proposal; absent for one that is not kept
     * @param name what it is called
     * @param changes what moves
     * @param lead the count the model is about, now and then
     * @param crisis the share of days above the level of crisis
     * @param measures every measure of the model
     * @param queues how many wait for each service, the longest queue first
     * @param carers by how many hours unpaid carers do more, or less
     * @param ledger what it does to each partner's money: three columns that are never added; all of them together last
     * @param checked what the simulation found about it; absent before it was asked
     */
    record ShiftEffect(
            Optional<UUID> shift,
            String name,
            List<String> changes,
            Optional<Excerpt.Count> lead,
            Optional<Excerpt.Count> crisis,
            List<Excerpt.Count> measures,
            List<Excerpt.Count> queues,
            String carers,
            List<Excerpt.Line> ledger,
            Optional<ShiftChecked> checked) {}

    /**
     * What the simulation found about a proposal.
     *
     * @param run which run
     * @param ledger what it does to each partner's money, with the interval of chance
     * @param tiers each figure as the formulas and the simulation have it; look for those that do not agree
     */
    record ShiftChecked(UUID run, List<Excerpt.Line> ledger, List<Twice> tiers) {}

    /**
     * Work that was begun.
     *
     * @param job which job it is
     */
    record CheckBegun(UUID job) {}

    @GetMapping
    Listed<Shift> listShifts(
            Screen s, @RequestParam(defaultValue = "0") int from, @RequestParam(defaultValue = "50") int limit) {
        return Listed.of(s, shifts.listAll(), from, limit);
    }

    @GetMapping("/{id}")
    Shift getShift(@PathVariable UUID id) {
        return shifts.find(id).orElseThrow();
    }

    /** The key of a repeated request is the proposal's id: sent twice, it makes one proposal. */
    @PostMapping
    ResponseEntity<Shift> createShift(
            Screen s, @RequestHeader("Idempotency-Key") Optional<UUID> key, @RequestBody SentShift sent) {
        s.refuseUnless(Action.KEEP_OPTION);
        Optional<Shift> before = key.flatMap(shifts::find);
        if (before.isPresent()) {
            return ResponseEntity.ok(before.get());
        }
        UUID id = key.orElseGet(UUID::randomUUID);
        Kept kept = kept(s, sent.model());
        shifts.keep(read(s, sent, id, kept, s.language().code()));
        return ResponseEntity.created(URI.create("/api/v1" + s.to("/shifts/" + id)))
                .body(getShift(id));
    }

    /** Changes the version that is named; if somebody has changed it first, nothing is overwritten. */
    @PutMapping("/{id}")
    Shift changeShift(Screen s, @PathVariable UUID id, @RequestBody SentShift sent) {
        s.refuseUnless(Action.KEEP_OPTION);
        Shift before = getShift(id);
        if (sent.version().isEmpty()) {
            throw Wrong.field(s, "version", "api.missing");
        }
        if (sent.model().filter(model -> !model.equals(before.model())).isPresent()) {
            throw Wrong.field(s, "model", "api.same-model");
        }
        Shift wanted = read(s, sent, id, kept(s, Optional.of(before.model())), before.language());
        return switch (shifts.change(wanted)) {
            case Saved.Yes _ -> getShift(id);
            case Saved.Conflict conflict -> throw Wrong.conflict(conflict.version());
            case Saved.Gone _ -> throw new NoSuchElementException("somebody has set it aside");
        };
    }

    /** It is kept, and no longer listed. */
    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void setShiftAside(Screen s, @PathVariable UUID id) {
        s.refuseUnless(Action.KEEP_OPTION);
        shifts.setAside(id, getShift(id).version());
    }

    @GetMapping("/{id}/effect")
    ShiftEffect getEffect(Screen s, @PathVariable UUID id, @RequestParam(defaultValue = "false") boolean sure) {
        return shape(s, effects.of(getShift(id), sure, s.language().words()), Optional.of(id));
    }

    /** What a proposal would do that is not kept. */
    @PostMapping("/effect")
    ShiftEffect tryShift(Screen s, @RequestParam(defaultValue = "false") boolean sure, @RequestBody SentShift sent) {
        Kept kept = kept(s, sent.model());
        Shift shift = read(s, sent, new UUID(0, 0), kept, s.language().code());
        return shape(s, effects.tried(shift, ready(kept), sure, s.language().words()), Optional.empty());
    }

    /** Side by side; all there are where none is named. */
    @GetMapping("/compare")
    List<ShiftEffect> compareShifts(
            Screen s, @RequestParam Optional<List<UUID>> shift, @RequestParam(defaultValue = "false") boolean sure) {
        List<Shift> compared =
                shift.map(ids -> ids.stream().map(this::getShift).toList()).orElseGet(shifts::listAll);
        if (sure && compared.size() > MOST_SURE) {
            throw Wrong.field(s, "shift", "api.rows", MOST_SURE);
        }
        return compared.stream()
                .map(each -> shape(s, effects.of(each, sure, s.language().words()), Optional.of(each.id())))
                .toList();
    }

    /** Has it checked by simulation; the same question, still waiting or running, is the same job. */
    @PostMapping("/{id}/runs")
    ResponseEntity<CheckBegun> checkShift(Screen s, @PathVariable UUID id) {
        Shift shift = getShift(id);
        holds(s, effects.of(shift, false, s.language().words()));
        UUID job = runs.check(
                shift.model(),
                shift.modelVersion(),
                Optional.of(shift.scenario()),
                shift.scenario().name(),
                "/shifts/" + id);
        return ResponseEntity.accepted()
                .location(URI.create("/api/v1" + s.to("/jobs/" + job)))
                .body(new CheckBegun(job));
    }

    /** The page for a board, as people print it. */
    @GetMapping(path = "/{id}/board", produces = "text/html;charset=utf-8")
    ResponseEntity<String> getBoardPage(Screen s, @PathVariable UUID id) {
        return pages.board(s, id);
    }

    private ShiftEffect shape(Screen s, Effect effect, Optional<UUID> id) {
        String scenario = effect.shown().scenario();
        Excerpt excerpt = effect.shown().excerpt();
        holds(s, effect);
        return new ShiftEffect(
                id,
                effect.shift().name(s.language().code()),
                excerpt.changes(effect.shift().scenario()),
                excerpt.lead(scenario),
                excerpt.crisis(scenario),
                excerpt.measures(scenario),
                excerpt.queues(scenario),
                excerpt.carers(scenario),
                effect.ledger(),
                effect.checked()
                        .map(checked -> new ShiftChecked(checked.found().id(), checked.ledger(), checked.figures())));
    }

    /** Says what keeps the changed model from holding together, if anything does. */
    private static void holds(Screen s, Effect effect) {
        if (!effect.shown().problems().isEmpty()) {
            throw Wrong.items(effect.shown().problems().stream()
                    .map(each -> Fault.of(each).in(s.language().code()))
                    .map(each -> new Problem.Item(each.path(), each.wrong(), each.right(), "", 0))
                    .toList());
        }
    }

    private Shift read(Screen s, SentShift sent, UUID id, Kept kept, String language) {
        return sent.read(s, id, kept.id(), kept.latest(), ready(kept).model(), language);
    }

    private Ready ready(Kept kept) {
        return models.ready(kept.id(), kept.latest()).orElseThrow();
    }

    private Kept kept(Screen s, Optional<UUID> model) {
        return model.map(models::find)
                .orElseGet(() -> models.listAll().stream().findFirst())
                .orElseThrow(() -> Wrong.field(s, "model", "api.no-such-model"));
    }
}
