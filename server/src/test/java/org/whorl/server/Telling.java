package org.whorl.server;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.web.util.HtmlUtils;

/** Somebody who tells something, screen by screen, without script. */
final class Telling {

    private static final Pattern STEP = Pattern.compile("name=\"step\" value=\"([a-z]+)\"");
    private static final Pattern CODE = Pattern.compile("<code id=\"code\">([0-9a-z-]+)</code>");

    private final Map<String, String> answers = new HashMap<>(Map.of(
            "kind", "story",
            "strength", "My neighbour Eirlys looks in every day.",
            "words", "Nobody told us when she would come home.",
            "teller", "own",
            "age", "adult",
            "where", "wales",
            "name-choice", "none",
            "answer", "en"));

    private final Map<String, byte[]> files = new HashMap<>();

    private Telling() {}

    static Telling story(String words) {
        return new Telling().with("words", words);
    }

    Telling with(String field, String value) {
        answers.put(field, value);
        return this;
    }

    /** With a file chosen on the last screen. */
    Telling attaching(String field, byte[] file) {
        files.put(field, file);
        return this;
    }

    /** The page before sending. */
    Browser.Page written(Browser browser, String path) {
        return filled(browser.open(path));
    }

    private Browser.Page filled(Browser.Page first) {
        Browser.Page page = first;
        for (int i = 0; i < 15; i++) {
            String step = step(page).orElseThrow(() -> new AssertionError("no form: " + first.url()));
            if (step.equals("check")) {
                return page;
            }
            Map<String, String> values = hidden(page);
            answers.forEach((field, value) -> {
                if (shows(step, field)) {
                    values.put(field, value);
                }
            });
            page = page.browser().post(page.url(), values);
        }
        throw new AssertionError("telling has no end: " + page.body());
    }

    private static boolean shows(String step, String field) {
        return switch (step) {
            case "place" -> field.equals("where");
            case "audience" -> field.startsWith("for-");
            case "name" -> field.startsWith("name");
            case "answer" -> field.equals("answer") || field.equals("contact");
            case "words" -> field.equals("words") || field.equals("voice");
            default -> field.equals(step);
        };
    }

    /** Tells it; the page with the code. */
    Browser.Page send(Browser browser, String path) {
        Browser.Page ready = written(browser, path);
        Map<String, String> values = hidden(ready);
        answers.keySet().stream()
                .filter(field -> field.startsWith("photo-on-"))
                .forEach(field -> values.put(field, answers.get(field)));
        return files.isEmpty() ? browser.post(ready.url(), values) : browser.attach(ready.url(), values, files);
    }

    /** Tells it; the code. */
    String tell(Browser browser, String path) {
        return code(send(browser, path));
    }

    static String code(Browser.Page sent) {
        Matcher code = CODE.matcher(sent.body());
        if (!code.find()) {
            throw new AssertionError(sent.status() + " " + sent.body());
        }
        return code.group(1);
    }

    static Optional<String> step(Browser.Page page) {
        return STEP.matcher(page.body()).results().map(found -> found.group(1)).findFirst();
    }

    /** What the page's form carries unseen. */
    static Map<String, String> hidden(Browser.Page page) {
        Map<String, String> values = new LinkedHashMap<>();
        Pattern.compile("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\"")
                .matcher(page.body())
                .results()
                .forEach(found -> values.put(found.group(1), HtmlUtils.htmlUnescape(found.group(2))));
        return values;
    }
}
