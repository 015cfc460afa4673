package org.whorl.server.shifts;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.whorl.engine.model.Measure;
import org.whorl.server.design.Form;
import org.whorl.server.design.Option;
import org.whorl.server.design.Screen;
import org.whorl.server.models.Kept;
import org.whorl.server.models.Models;
import org.whorl.server.models.Ready;

/** Where money does most good: five questions, each answered by the model, and each answer a Shift one can begin. */
@Controller
@RequestMapping("/p/{slug}/shifts/where")
class PanelPages {

    private static final BigDecimal USUAL = new BigDecimal(100_000);
    private static final BigDecimal MOST = new BigDecimal(1_000_000_000);

    private final Models models;
    private final Panels panels;

    PanelPages(Models models, Panels panels) {
        this.models = models;
        this.panels = panels;
    }

    @GetMapping
    ResponseEntity<String> where(Screen s, @RequestParam Map<String, String> put, @RequestParam Optional<UUID> model) {
        Form form = new Form(put);
        List<Kept> all = models.listAll();
        if (all.isEmpty()) {
            return s.show("models/none", Map.of());
        }
        Kept kept = model.map(id -> models.find(id).orElseThrow()).orElse(all.getFirst());
        Ready ready = models.ready(kept.id(), kept.latest()).orElseThrow();
        List<Measure> measures = ready.model().measures();
        double pounds = pounds(form);
        boolean sure = form.ticked("sure");
        Optional<Measure> measure = measures.stream()
                .filter(m -> m.id().equals(form.value("measure")))
                .findFirst()
                .or(() -> measures.stream().findFirst());
        Map<String, Object> parts = new HashMap<>();
        parts.put("form", form);
        parts.put("kept", kept);
        parts.put("others", all);
        parts.put("sure", sure);
        parts.put("measure", measure.map(Measure::id).orElse(""));
        parts.put(
                "measures",
                measures.stream()
                        .map(m -> new Option(m.id(), m.name().in(s.language().code())))
                        .toList());
        parts.put(
                "panel",
                form.isRight()
                        ? measure.flatMap(m ->
                                panels.ask(ready, m, pounds, sure, s.language().words()))
                        : Optional.empty());
        return form.isRight() ? s.show("shifts/where", parts) : s.again("shifts/where", parts);
    }

    private static double pounds(Form form) {
        if (form.value("pounds").isEmpty()) {
            form.replace("pounds", USUAL.toPlainString());
        }
        try {
            BigDecimal pounds = new BigDecimal(form.value("pounds").replaceAll("[£, ]", ""));
            if (pounds.signum() > 0 && pounds.compareTo(MOST) <= 0) {
                return pounds.doubleValue();
            }
        } catch (NumberFormatException _) {
            // Told below, like a sum that is too small or too large.
        }
        form.refuse("pounds", "where.pounds.wrong");
        return USUAL.doubleValue();
    }
}
