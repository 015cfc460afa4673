package org.whorl.server.models;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.whorl.engine.answer.Subject;
import org.whorl.engine.model.Measure;
import org.whorl.engine.model.Model;
import org.whorl.engine.model.Service;
import org.whorl.files.report.Excerpt;
import org.whorl.files.report.Excerpt.Known;
import org.whorl.server.design.Option;
import org.whorl.server.design.Screen;

/** How an answer's number was made: by which formula, from which numbers of which version, when, and by which chance. */
@Controller
@RequestMapping("/p/{slug}/picture/{id}")
class MadePages {

    private final Models models;
    private final Pictures pictures;
    private final Clock clock;

    MadePages(Models models, Pictures pictures, Clock clock) {
        this.models = models;
        this.pictures = pictures;
        this.clock = clock;
    }

    @GetMapping("/made")
    ResponseEntity<String> made(
            Screen s,
            @PathVariable UUID id,
            @RequestParam String of,
            @RequestParam MultiValueMap<String, String> address) {
        Kept kept = models.find(id).orElseThrow();
        Ready ready = models.ready(id, PicturePages.version(kept, address)).orElseThrow();
        Model model = ready.model();
        Tried tried = Tried.of(model, address);
        Map<String, Object> parts = new HashMap<>();
        List<Option> from = new ArrayList<>();
        List<Known> numbers = new ArrayList<>();
        Subject subject;
        String how;
        if (of.startsWith("services.")) {
            Service service = model.findService(of.substring("services.".length()))
                    .orElseThrow(() -> new NoSuchElementException("no " + of));
            subject = Subject.service(service.id());
            how = service.capacity().isUnlimited() ? "made.how.unlimited" : "made.how.service";
            numbers.addAll(Register.numbers(ready, s.language().words()).stream()
                    .filter(known -> Register.rests(model, service.id(), known.path()))
                    .toList());
        } else {
            Measure measure = model.measures().stream()
                    .filter(each -> of.equals("measures." + each.id()))
                    .findFirst()
                    .orElseThrow(() -> new NoSuchElementException("no " + of));
            subject = Subject.measure(measure.id());
            how = "made.how."
                    + measure.count().name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
            List<String> counted = new ArrayList<>(measure.waitingFor());
            measure.in().stream().filter(each -> !counted.contains(each)).forEach(counted::add);
            for (Service service : model.services()) {
                if (counted.isEmpty() || counted.contains(service.id())) {
                    from.add(new Option(
                            "services." + service.id(),
                            service.name().in(s.language().code())));
                }
            }
        }
        Shown shown = pictures.show(
                ready,
                tried,
                tried.scenario(PicturePages.name()),
                true,
                s.language().words(),
                () -> false);
        List<Excerpt.Count> counts = shown.excerpt().figures(subject, shown.scenario());
        parts.put("kept", kept);
        parts.put("shown", shown);
        parts.put("name", shown.excerpt().name(subject));
        parts.put("of", of);
        parts.put("how", how);
        parts.put("counts", counts);
        parts.put("from", from);
        parts.put("numbers", numbers);
        parts.put("at", clock.instant());
        return s.show("models/made", parts);
    }
}
