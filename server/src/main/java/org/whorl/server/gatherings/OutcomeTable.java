package org.whorl.server.gatherings;

import java.util.List;
import java.util.stream.Collectors;
import org.whorl.server.design.Screen;

/** What came of a gathering, as a table to take elsewhere: one line for each idea, with where it comes from. */
final class OutcomeTable {

    private OutcomeTable() {}

    static String of(Screen s, Outcome outcome) {
        Gathering gathering = outcome.gathering();
        StringBuilder table = new StringBuilder(line(
                List.of("day", "question", "group", "recipe", "voices", "step", "idea", "language", "dots", "stands")));
        List<Card> top = outcome.top();
        for (Outcome.Part part : outcome.parts()) {
            for (Card card : part.cards()) {
                table.append(line(List.of(
                        gathering.openedAt().toString().substring(0, 10),
                        gathering.question(),
                        gathering.group(),
                        gathering.recipe().key(),
                        outcome.here().toString(),
                        s.say("step." + gathering.recipe().sentence(part.step())),
                        card.words(),
                        outcome.few() ? "*" : card.language(),
                        outcome.told() ? Integer.toString(card.dots()) : "*",
                        top.stream().anyMatch(each -> each.id().equals(card.id())) ? "yes" : "no")));
            }
        }
        return table.toString();
    }

    private static String line(List<String> cells) {
        return cells.stream().map(OutcomeTable::cell).collect(Collectors.joining(",")) + "\r\n";
    }

    /** In quotation marks; and what a spreadsheet would take for a formula begins with one that it shows. */
    private static String cell(String text) {
        String safe = text.matches("(?s)[=+\\-@\\t\\r].*") ? "'" + text : text;
        return '"' + safe.replace("\"", "\"\"") + '"';
    }
}
