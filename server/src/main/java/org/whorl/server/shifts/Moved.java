package org.whorl.server.shifts;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.whorl.engine.ledger.Books;
import org.whorl.engine.ledger.Pence;
import org.whorl.engine.ledger.Statement;
import org.whorl.engine.model.Model;
import org.whorl.server.design.Screen;

/** The lines of two books side by side, by name. */
final class Moved {

    private final Model model;
    private final Screen s;

    Moved(Model model, Screen s) {
        this.model = model;
        this.s = s;
    }

    /** One line of either book, apart from its sum. */
    private record Line(String from, String to, String about) {}

    List<Movement> of(Statement statement) {
        SequencedMap<Line, Pence> before = sums(statement.before());
        SequencedMap<Line, Pence> after = sums(statement.after());
        SequencedMap<Line, Pence> all = new LinkedHashMap<>(after);
        before.forEach(all::putIfAbsent);
        return all.sequencedKeySet().stream()
                .map(line -> new Movement(
                        kind(line),
                        about(line),
                        account(line.from()),
                        account(line.to()),
                        before.getOrDefault(line, Pence.ZERO),
                        after.getOrDefault(line, Pence.ZERO)))
                .toList();
    }

    /** What a service costs is in its partner's ledger; this is what partners move. */
    private SequencedMap<Line, Pence> sums(Books books) {
        SequencedMap<Line, Pence> sums = new LinkedHashMap<>();
        for (Books.Entry entry : books.entries()) {
            boolean cost = entry.to().equals(Books.OUTSIDE)
                    && model.findService(entry.about()).isPresent();
            if (!cost) {
                sums.merge(new Line(entry.from(), entry.to(), entry.about()), entry.amount(), Pence::plus);
            }
        }
        return sums;
    }

    private String kind(Line line) {
        if (line.to().startsWith(Books.POOL)) {
            return "pool";
        }
        if (line.from().startsWith(Books.GRANT)) {
            return "grant";
        }
        boolean contract = model.agreements().contracts().stream()
                .anyMatch(each -> each.id().equals(line.about()));
        return contract ? "contract" : "payment";
    }

    private String about(Line line) {
        String language = s.language().code();
        return model.agreements().pools().stream()
                .filter(each -> each.id().equals(line.about()))
                .map(each -> each.name().in(language))
                .findFirst()
                .or(() -> model.agreements().contracts().stream()
                        .filter(each -> each.id().equals(line.about()))
                        .map(each -> each.name().in(language))
                        .findFirst())
                .or(() -> model.agreements().grants().stream()
                        .filter(each -> each.id().equals(line.about()))
                        .map(each -> each.name().in(language))
                        .findFirst())
                .orElse(line.about());
    }

    private String account(String id) {
        if (id.equals(Books.OUTSIDE)) {
            return "";
        }
        String plain = id.replaceFirst("^(pool|grant):", "");
        return model.findPartner(plain)
                .map(partner -> partner.name().in(s.language().code()))
                .orElseGet(() -> about(new Line("", "", plain)));
    }
}
