package org.whorl.server.models;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.whorl.engine.model.Check;
import org.whorl.engine.model.Model;
import org.whorl.files.Fault;
import org.whorl.server.design.Problem;
import org.whorl.server.design.Screen;
import org.whorl.server.design.Wrong;

/**
 * What a program wants to know of a version: what the picture's address holds for people.
 *
 * @param scenario one of the model's own scenarios to begin from; absent for the model as it stands
 * @param changes new values of numbers, by their paths; absent for none
 * @param sure also how far not knowing the numbers could move it, which takes about a second; absent for no
 */
record Question(Optional<String> scenario, Optional<Map<String, Double>> changes, Optional<Boolean> sure) {

    /** What is tried, or everything that is wrong with it. */
    Tried tried(Screen s, Model model) {
        List<Problem.Item> wrong = new ArrayList<>();
        Map<String, List<String>> address = new HashMap<>();
        scenario.filter(id -> !id.isEmpty()).ifPresent(id -> {
            address.put("s", List.of(id));
            if (model.findScenario(id).isEmpty()) {
                wrong.add(Problem.Item.of("scenario", s.say("api.no-such-scenario", id)));
            }
        });
        changes.orElse(Map.of()).forEach((path, value) -> {
            if (!model.parameters().containsKey(path)) {
                wrong.add(Problem.Item.of("changes." + path, s.say("api.no-such-number", path)));
            } else if (value == null) {
                wrong.add(Problem.Item.of("changes." + path, s.say("api.missing")));
            } else {
                address.put(Tried.MOVE + path, List.of(Tried.plain(value)));
            }
        });
        Tried tried = Tried.of(model, address);
        tried.refused()
                .forEach((path, sentence) -> wrong.add(Problem.Item.of(
                        "changes." + path, s.say(sentence, tried.written().getOrDefault(path, "")))));
        if (wrong.isEmpty()) {
            tried.scenario(PicturePages.name())
                    .ifPresent(change -> wrong.addAll(ModelApi.items(
                            s, Check.of(model, change).stream().map(Fault::of).toList())));
        }
        if (!wrong.isEmpty()) {
            throw Wrong.items(wrong);
        }
        return tried;
    }
}
