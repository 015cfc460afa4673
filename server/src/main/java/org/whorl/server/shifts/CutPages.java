package org.whorl.server.shifts;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.whorl.engine.model.Partner;
import org.whorl.engine.model.Service;
import org.whorl.server.design.Form;
import org.whorl.server.design.Option;
import org.whorl.server.design.Screen;
import org.whorl.server.models.Kept;
import org.whorl.server.models.Models;
import org.whorl.server.models.Ready;

/** A budget is cut: three questions, what that does to people and partners, and a proposal one can begin. */
@Controller
@RequestMapping("/p/{slug}/shifts/cut")
class CutPages {

    /** A name of a proposal lists so many services, then counts. */
    private static final int NAMED = 2;

    private final Models models;
    private final Cuts cuts;

    CutPages(Models models, Cuts cuts) {
        this.models = models;
        this.cuts = cuts;
    }

    @GetMapping
    ResponseEntity<String> cut(Screen s, @RequestParam Map<String, String> put, @RequestParam Optional<UUID> model) {
        Form form = new Form(put);
        List<Kept> all = models.listAll();
        if (all.isEmpty()) {
            return s.show("models/none", Map.of());
        }
        Kept kept = model.map(id -> models.find(id).orElseThrow()).orElse(all.getFirst());
        Ready ready = models.ready(kept.id(), kept.latest()).orElseThrow();
        Optional<Cut> cut = new CutForm(form, ready.model()).read();
        Map<String, Object> parts = new HashMap<>();
        parts.put("form", form);
        parts.put("kept", kept);
        parts.put("others", all);
        parts.put("choices", choices(s, ready));
        parts.put("words", new ShiftWords(s, ready.model()));
        parts.put("cut", cut);
        parts.put("shown", cut.filter(c -> !c.moves().isEmpty()).map(c -> cuts.show(s, c, ready, name(s, c))));
        return form.isRight() ? s.show("shifts/cut", parts) : s.again("shifts/cut", parts);
    }

    private static String name(Screen s, Cut cut) {
        List<Service> services = cut.parts().stream()
                .filter(part -> part.gone() > 0)
                .map(Cut.Part::service)
                .toList();
        String names = services.stream()
                .limit(NAMED)
                .map(service -> service.name().in(s.language().code()))
                .collect(Collectors.joining("; "));
        String percent = s.language().words().number(cut.percent());
        return services.size() > NAMED
                ? s.say("cut.name.more", percent, names, services.size() - NAMED)
                : s.say("cut.name", percent, names);
    }

    private static List<CutChoice> choices(Screen s, Ready ready) {
        String language = s.language().code();
        return ready.model().partners().stream()
                .map(partner -> new CutChoice(all(s, partner), each(ready, partner, language)))
                .filter(choice -> !choice.each().isEmpty())
                .toList();
    }

    private static Option all(Screen s, Partner partner) {
        return new Option(
                CutForm.PARTNER + partner.id(), partner.name().in(s.language().code()));
    }

    private static List<Option> each(Ready ready, Partner partner, String language) {
        return CutForm.limited(ready.model()).stream()
                .filter(service -> service.partner().equals(partner.id()))
                .map(service -> new Option(
                        CutForm.SERVICE + service.id(), service.name().in(language)))
                .toList();
    }
}
