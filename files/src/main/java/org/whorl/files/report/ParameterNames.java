package org.whorl.files.report;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What the paths of a model are called by people: {@code services.d2a.length-of-stay.lognormal.mean} is "Discharge to
 * assess: length of stay, mean (lognormal)". A word nobody has translated stands as it is in the file.
 */
final class ParameterNames {

    private static final Pattern INDEX = Pattern.compile("\\[(\\d+)]$");

    private final Edition edition;

    ParameterNames(Edition edition) {
        this.edition = edition;
    }

    /** The whole name: whose it is, and which number. */
    String of(String path) {
        String number = number(path);
        return number.isEmpty() ? owner(path) : edition.say("parameter.name", owner(path), number);
    }

    /** What heads the numbers that belong together: the first two words of the path; of an agreement, three. */
    static String group(String path) {
        if (path.startsWith("agreements.")) {
            String[] words = path.split("\\.", 4);
            return String.join(".", List.of(words).subList(0, Math.min(3, words.length)));
        }
        String[] words = path.split("\\.", 3);
        return words.length < 3 ? words[0] : words[0] + "." + words[1];
    }

    /** Whose number it is: an arrival, a service, the opening count of a service, the money. */
    String owner(String path) {
        String[] words = path.split("\\.");
        if (words.length < 2) {
            return word(words[0]);
        }
        return switch (words[0]) {
            case "services" -> edition.service(words[1]);
            case "opening" -> edition.say("parameter.opening", edition.service(words[1]));
            case "arrivals" ->
                edition.model().arrivals().stream()
                        .filter(a -> a.id().equals(words[1]))
                        .findFirst()
                        .map(a -> edition.name(a.name()))
                        .orElse(words[1]);
            case "programmes" ->
                edition.model().programmes().stream()
                        .filter(p -> p.id().equals(words[1]))
                        .findFirst()
                        .map(p -> edition.name(p.name()))
                        .orElse(words[1]);
            case "needs" ->
                edition.model()
                        .findNeed(words[1])
                        .map(n -> edition.name(n.name()))
                        .orElse(words[1]);
            case "drivers" -> driver(words[1]);
            case "agreements" -> edition.agreement(words[words.length > 2 ? 2 : 1]);
            default -> word(words[0]);
        };
    }

    /** Which of its numbers it is. */
    String number(String path) {
        String[] words = path.split("\\.");
        List<String> said = new ArrayList<>();
        int first = switch (words[0]) {
            case "money", "population" -> 1;
            case "agreements" -> 3;
            default -> 2;
        };
        for (int i = first; i < words.length; i++) {
            switch (words[i - 1]) {
                case "routes", "transfer" ->
                    said.add(edition.say("parameter.name", said.removeLast(), edition.destination(words[i])));
                case "funding", "shares", "puts" ->
                    said.add(edition.say("parameter.name", said.removeLast(), edition.partner(words[i])));
                case "drivers" -> said.add(edition.say("parameter.name", said.removeLast(), driver(words[i])));
                default -> said.add(word(words[i]));
            }
        }
        return String.join(", ", said);
    }

    private String driver(String id) {
        return edition.model().drivers().stream()
                .filter(d -> d.id().equals(id))
                .findFirst()
                .map(d -> edition.name(d.name()))
                .orElse(id);
    }

    private String word(String written) {
        var index = INDEX.matcher(written);
        if (index.find()) {
            int which = Integer.parseInt(index.group(1)) + 1;
            return word(written.substring(0, index.start())) + " " + which;
        }
        String key = "part." + written;
        return edition.say().has(key) ? edition.say(key) : written.replace('-', ' ');
    }
}
