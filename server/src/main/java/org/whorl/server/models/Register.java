package org.whorl.server.models;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.whorl.draw.Words;
import org.whorl.engine.model.Model;
import org.whorl.files.report.Excerpt;
import org.whorl.files.report.Excerpt.Known;

/** The register of a model's numbers: what each is, from where, how sure, and what it was before. */
@Component
class Register {

    private final Models models;

    Register(Models models) {
        this.models = models;
    }

    /** Every number a version rests on, in the order of the model. */
    static List<Known> numbers(Ready ready, Words words) {
        return new Excerpt(ready.prepared().answer(List.of()), null, words).numbers();
    }

    /** Is it a number of that service, of those who come to it, or of those who are sent on to it? */
    static boolean rests(Model model, String service, String path) {
        return (path.startsWith("services." + service + ".") && !path.contains(".cost.") && !path.contains(".funding."))
                || path.startsWith("opening." + service + ".")
                || path.endsWith(".routes." + service)
                || model.arrivals().stream()
                        .anyMatch(arrival ->
                                arrival.to().equals(service) && path.startsWith("arrivals." + arrival.id() + "."));
    }

    /** One number of a version. */
    static Optional<Known> find(Ready ready, String path, Words words) {
        return numbers(ready, words).stream()
                .filter(known -> known.path().equals(path))
                .findFirst();
    }

    /** The versions in which the number, or what is said about it, was not what it had been before; the latest first. */
    List<Was> history(UUID model, String path, Words words) {
        List<Was> history = new ArrayList<>();
        Optional<Known> before = Optional.empty();
        for (Version version : models.listVersions(model).reversed()) {
            Optional<Known> now = models.ready(model, version.number()).flatMap(ready -> find(ready, path, words));
            if (now.isPresent() && !now.equals(before)) {
                history.addFirst(new Was(version, now.get()));
            }
            before = now;
        }
        return history;
    }
}
