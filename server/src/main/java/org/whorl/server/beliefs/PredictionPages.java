package org.whorl.server.beliefs;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.whorl.draw.Calibration;
import org.whorl.draw.Figure;
import org.whorl.draw.Reading;
import org.whorl.draw.Unit;
import org.whorl.server.design.Screen;
import org.whorl.server.experiments.Experiments;
import org.whorl.server.trust.Action;

/** How well people have foretold what experiments would bring. */
@Controller
@RequestMapping("/p/{slug}/experiments/predictions")
class PredictionPages {

    private final Experiments experiments;

    PredictionPages(Experiments experiments) {
        this.experiments = experiments;
    }

    @GetMapping
    ResponseEntity<String> show(Screen s) {
        s.refuseUnless(Action.LOOK);
        List<Foretold> all = experiments.list().stream()
                .flatMap(each -> Foretold.of(each).stream())
                .toList();
        long tellable = all.stream()
                .filter(each -> each.hit() == Foretold.Hit.INSIDE || each.hit() == Foretold.Hit.OUTSIDE)
                .count();
        return s.show(
                "beliefs/predictions",
                Map.of(
                        "all",
                        all,
                        "inside",
                        (int) all.stream()
                                .filter(each -> each.hit() == Foretold.Hit.INSIDE)
                                .count(),
                        "tellable",
                        (int) tellable,
                        "unanswered",
                        (int) all.stream().filter(Foretold::isUnanswered).count(),
                        "late",
                        (int) all.stream()
                                .filter(each -> each.hit() == Foretold.Hit.LATE)
                                .count(),
                        "share",
                        Foretold.share(all),
                        "picture",
                        picture(s, all).orElse("")));
    }

    /** Measures have many units: each is drawn as so many times what was expected. */
    private static Optional<String> picture(Screen s, List<Foretold> all) {
        List<Calibration.Pair> pairs = all.stream()
                .filter(each -> each.hit() != Foretold.Hit.EARLY && each.hit() != Foretold.Hit.LATE)
                .filter(each -> each.came().isPresent() && each.prediction().figure() > 0)
                .map(each -> {
                    double expected = each.prediction().figure();
                    Reading reading = each.prediction().low().isPresent()
                                    && each.prediction().high().isPresent()
                            ? Reading.of(
                                    1,
                                    each.prediction().low().get() / expected,
                                    each.prediction().high().get() / expected)
                            : Reading.of(1);
                    return new Calibration.Pair(
                            each.title(), reading, each.came().orElseThrow() / expected);
                })
                .toList();
        return pairs.isEmpty()
                ? Optional.empty()
                : Optional.of(new Figure(
                                "foretold",
                                new Calibration(
                                        s.language().words(),
                                        s.say("predictions.picture"),
                                        s.say("predictions.picture.what"),
                                        s.say("predictions.picture.measure"),
                                        Unit.NUMBER,
                                        pairs))
                        .html());
    }
}
