package org.whorl.server.shifts;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.whorl.engine.ledger.Payment;
import org.whorl.engine.ledger.Pence;
import org.whorl.engine.ledger.RiskShare;
import org.whorl.engine.model.Cost;
import org.whorl.engine.model.Model;
import org.whorl.engine.model.Service;
import org.whorl.server.design.Screen;

/** What moves and what is paid, in plain words. */
public final class ShiftWords {

    private static final double MILLION = 1e6;

    private final Screen s;
    private final Model model;

    ShiftWords(Screen s, Model model) {
        this.s = s;
        this.model = model;
    }

    /** Each move in a line. */
    public List<String> moves(Shift shift) {
        return shift.moves().stream().map(this::move).toList();
    }

    /** A move: whose, how much, from when, and what comes with it. */
    public String move(Move move) {
        List<String> said = new ArrayList<>();
        String places = s.language().words().number(Math.abs(move.places()));
        said.add(s.say(move.places() > 0 ? "shift.more" : "shift.fewer", places, s.date(move.begins()))
                + (move.months() > 1 ? " " + s.say("shift.over", move.months()) : ""));
        if (move.staff().isSaid()) {
            said.add(s.say(
                    "shift.posts.said",
                    s.language().words().number(Math.abs(move.staff().posts())),
                    s.language().words().number(move.staff().placesPerPost()),
                    move.staff().source().isEmpty()
                            ? s.say("shift.posts.guess")
                            : move.staff().source()));
        }
        if (move.doubleWeeks() > 0) {
            said.add(s.say("shift.double.said", move.doubleWeeks()));
        }
        if (move.closing() > 0) {
            said.add(s.say("shift.closing.said", agreed(move.closing())));
        }
        return service(move.service()) + ": " + String.join("; ", said);
    }

    /** What can close of a service whose fixed cost comes in steps; empty where it does not, or where nothing goes. */
    public String steps(Move move) {
        Cost.Step step = model.findService(move.service())
                .map(Service::cost)
                .map(Cost::step)
                .orElse(null);
        if (step == null || move.places() >= 0) {
            return "";
        }
        double size = step.places().value();
        double whole = Math.floor(-move.places() / size);
        double over = -move.places() - whole * size;
        return s.say(
                "shift.step.said",
                s.language().words().number(size),
                s.language().words().money(step.cost().value()),
                s.language().words().number(whole),
                s.language().words().number(step.months().value()),
                s.language().words().number(over));
    }

    /** Each payment in a line. */
    public List<String> payments(Shift shift) {
        return shift.payments().stream().map(this::payment).toList();
    }

    /** A payment: who, how much, to whom, what for. */
    public String payment(Payment payment) {
        String pounds = agreed(payment.pounds());
        String said = payment.staysInside()
                ? s.say("shift.pays-to", partner(payment.from()), pounds, partner(payment.to()))
                : s.say("shift.pays", partner(payment.from()), pounds);
        return payment.what().isEmpty() ? said : said + ": " + payment.what();
    }

    /** A sum that was agreed is told to the pound, also from a million on, where measured money is rounded. */
    private String agreed(double pounds) {
        return pounds < MILLION
                ? s.language().words().money(pounds)
                : "£" + s.language().words().number(Math.rint(pounds));
    }

    /** How it ends, in lines; empty when nobody has said. */
    public List<String> exit(Exit exit) {
        List<String> said = new ArrayList<>();
        exit.on().ifPresent(day -> said.add(s.say("shift.exit.on.said", s.date(day))));
        if (exit.noticeMonths() > 0) {
            said.add(s.say("shift.exit.notice.said", exit.noticeMonths()));
        }
        return said;
    }

    /** What a cut is at one service. */
    public String part(Cut.Part part, double percent) {
        boolean visits = part.service().capacity().countsVisits();
        String name = part.service().name().in(s.language().code());
        String before = s.language().words().number(part.before());
        return part.gone() == 0
                ? s.say(
                        visits ? "cut.small.visits" : "cut.small",
                        name,
                        s.language().words().number(percent),
                        before)
                : s.say(
                        visits ? "cut.visits" : "cut.places",
                        name,
                        s.language().words().number(part.gone()),
                        before);
    }

    /** The least that would have to change hands, in a sentence. */
    public String settled(Settlement settlement) {
        if (settlement.missing().isPresent()) {
            return s.say("settle.missing", pounds(settlement.missing().get()));
        }
        return settlement.payments().isEmpty()
                ? s.say("settle.nothing.said")
                : s.say(
                        "settle.said",
                        settlement.payments().stream().map(this::payment).collect(Collectors.joining("; ")));
    }

    /** An exact sum, to the pound. */
    public String pounds(Pence pence) {
        return agreed(pence.pounds());
    }

    /** A risk two partners could carry together, in a sentence. */
    public String risk(RiskOffer offer) {
        RiskShare share = offer.share();
        return s.say(
                "cut.risk.said",
                partner(share.from()),
                partner(share.to()),
                s.language().words().share(share.kappa()),
                s.language().words().money(share.beyond().pounds()),
                signed(offer.expected().pounds()),
                s.language().words().money(share.upTo().pounds()),
                s.language().words().money(offer.most().pounds()));
    }

    private String signed(double pounds) {
        String said = s.language().words().money(pounds);
        return pounds > 0 ? "+" + said : said;
    }

    private String service(String id) {
        return model.findService(id)
                .map(service -> service.name().in(s.language().code()))
                .orElse(id);
    }

    private String partner(String id) {
        return model.findPartner(id)
                .map(partner -> partner.name().in(s.language().code()))
                .orElse(id);
    }
}
