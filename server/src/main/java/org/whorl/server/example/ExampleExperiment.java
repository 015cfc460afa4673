package org.whorl.server.example;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.whorl.server.experiments.Experiment;
import org.whorl.server.experiments.Field;

/** An experiment to look at, still being written. Every figure in it is made up, and its title says so. */
@Component
class ExampleExperiment {

    Experiment of(LocalDate today) {
        Map<Field, String> said = new EnumMap<>(Field.class);
        for (Field field : Field.values()) {
            said.put(field, "");
        }
        said.put(Field.TITLE, "Illustrative: ring home by noon");
        said.put(Field.IF_WE, "the ward clerk rings home by noon on the day before somebody goes home");
        said.put(Field.AND_IF, "somebody there can answer and fetch the key");
        said.put(Field.THEN_SO, "fewer people wait another night for a lift or a key");
        said.put(Field.CYCLE, "test");
        said.put(Field.PREDICTED, "12");
        said.put(Field.PREDICTED_LOW, "8");
        said.put(Field.PREDICTED_HIGH, "16");
        said.put(Field.UNIT, "people who wait another night, each week (made-up figures)");
        said.put(Field.PREDICTED_FOR, today.plusWeeks(12).toString());
        said.put(Field.PLACES, "one");
        said.put(Field.OTHERS, "yes");
        said.put(Field.STEPS, "no");
        said.put(Field.POINTS, "many");
        said.put(Field.DESIGN, "difference");
        said.put(Field.WEEKS, "12");
        said.put(Field.USUAL, "20");
        said.put(Field.HOPED, "40");
        said.put(Field.SITES, today.plusWeeks(1) + " Rhondda\n- Merthyr Tydfil");
        said.put(Field.DATA_PLAN, "The clerk counts every Friday; four minutes a week");
        said.put(Field.PEOPLE_PROMPT, "What was it like to come home?");
        said.put(Field.COMMUNITY_PROMPT, "What did you do for somebody who came home?");
        said.put(Field.BEHAVIOUR, "The ward clerk rings home by noon");
        said.put(Field.HINDERS, "opportunity");
        said.put(Field.NUDGE, "A list with telephone numbers lies there at eleven");
        said.put(Field.STOP_WHAT, "people who come back within two days, each week");
        said.put(Field.STOP_WAY, "above");
        said.put(Field.STOP_FIGURE, "4");
        said.put(Field.STOP_POINTS, "2");
        return new Experiment(
                UUID.nameUUIDFromBytes("ctm/experiment/ring-home".getBytes(StandardCharsets.UTF_8)),
                Optional.empty(),
                Experiment.State.DRAFT,
                1,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                said,
                Experiment.Kept.NONE,
                new Experiment.Names("", "", ""),
                "en",
                today,
                Optional.empty(),
                Optional.empty(),
                Instant.EPOCH,
                1);
    }
}
