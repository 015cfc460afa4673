package org.whorl.server.example;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.whorl.engine.ledger.Payment;
import org.whorl.server.models.Folder;
import org.whorl.server.shifts.Exit;
import org.whorl.server.shifts.Move;
import org.whorl.server.shifts.Shift;

/** The example partnership's model: the folder that the command line's first command runs. */
@Component
class ExampleModel {

    private static final List<String> FILES = List.of(
            "model.yaml",
            "observed.csv",
            "population.csv",
            "growth.csv",
            "small-areas.csv",
            "emergency-by-age.csv",
            "emergency-by-fifth.csv",
            "attendances-by-age.csv",
            "district-nursing-by-age.csv",
            "daily-living-by-sex.csv");

    UUID id() {
        return UUID.nameUUIDFromBytes("ctm/model/home-from-hospital".getBytes(StandardCharsets.UTF_8));
    }

    Folder folder() {
        Map<String, String> files = new TreeMap<>();
        for (String name : FILES) {
            try {
                files.put(
                        name,
                        new ClassPathResource(name, ExampleModel.class).getContentAsString(StandardCharsets.UTF_8));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return Folder.of(files);
    }

    /** A proposal to look at; its sums are made up, as the page of the example says. */
    Shift shift() {
        return new Shift(
                UUID.nameUUIDFromBytes("ctm/shift/reablement".getBytes(StandardCharsets.UTF_8)),
                id(),
                1,
                "More reablement at home, less waiting in hospital",
                "en",
                "Mwy o ailalluogi gartref, llai o aros yn yr ysbyty",
                "Twelve more people at a time get help to live at home again, so that fewer wait in a hospital bed.",
                List.of(
                        new Move("reablement-rct", 8, LocalDate.of(2023, 7, 1), 3),
                        new Move("reablement-bridgend", 4, LocalDate.of(2023, 7, 1), 2)),
                List.of(
                        new Payment("health-board", "council-rct", 120_000, "Makes up for part of the extra cost"),
                        new Payment("health-board", "", 20_000, "Training, once")),
                new Exit(
                        "It stops if more than 330 people are delayed on five days running. Each partner may end it early.",
                        Optional.of(LocalDate.of(2024, 6, 30)),
                        3),
                Optional.empty(),
                Instant.EPOCH,
                1);
    }
}
