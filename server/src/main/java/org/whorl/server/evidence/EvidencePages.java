package org.whorl.server.evidence;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.whorl.engine.evidence.Effect;
import org.whorl.engine.evidence.Effects;
import org.whorl.files.EffectTable;
import org.whorl.files.report.EffectWords;
import org.whorl.server.design.Form;
import org.whorl.server.design.Option;
import org.whorl.server.design.Screen;

/** What others found, whether it helped or not: open to everybody, for it says nothing of anybody here. */
@Controller
class EvidencePages {

    /** What is typed beyond it is passed over. */
    private static final int LONGEST = 200;

    private final Effects effects = EffectTable.own();

    @GetMapping({"/what-works", "/p/{slug}/what-works"})
    ResponseEntity<String> page(
            Screen s, @RequestParam(defaultValue = "") String words, @RequestParam(defaultValue = "") String says) {
        EffectWords inWords = new EffectWords(s.language().words());
        String typed =
                words.strip().substring(0, Math.min(LONGEST, words.strip().length()));
        List<Effect> found = effects.find(typed).stream()
                .filter(effect -> says.isEmpty() || effect.says().word().equals(says))
                .toList();
        return s.show(
                "evidence/effects",
                Map.of(
                        "found",
                        found,
                        "inWords",
                        inWords,
                        "form",
                        new Form(Map.of("words", typed, "says", says)),
                        "answers",
                        Arrays.stream(Effect.Says.values())
                                .map(each -> new Option(each.word(), inWords.says(each)))
                                .toList()));
    }
}
