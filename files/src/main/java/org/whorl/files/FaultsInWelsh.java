package org.whorl.files;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The sentences about faults in Welsh. The readers and checks write their English sentences where they find a fault; here
 * those are known again by their form, so that the readers stay as they are. A sentence that is not known stays English.
 */
final class FaultsInWelsh {

    private static final Pattern PART = Pattern.compile("\\{(\\d)}");
    private static final List<Sentence> SENTENCES = read();

    private FaultsInWelsh() {}

    /** One sentence: the form of the English, and the Welsh. */
    record Sentence(String english, Pattern form, String welsh) {

        static Sentence of(String line) {
            String[] both = line.split(" = ", 2);
            StringBuilder form = new StringBuilder();
            Matcher part = PART.matcher(both[0]);
            int done = 0;
            while (part.find()) {
                form.append(Pattern.quote(both[0].substring(done, part.start())))
                        .append("(.+?)");
                done = part.end();
            }
            form.append(Pattern.quote(both[0].substring(done)));
            return new Sentence(both[0], Pattern.compile(form.toString(), Pattern.DOTALL), both[1]);
        }
    }

    /** The sentence in Welsh, or as it is. */
    static String said(String english) {
        for (Sentence sentence : SENTENCES) {
            Matcher form = sentence.form().matcher(english);
            if (form.matches()) {
                return PART.matcher(sentence.welsh())
                        .replaceAll(part -> Matcher.quoteReplacement(form.group(Integer.parseInt(part.group(1)) + 1)));
            }
        }
        return english;
    }

    private static List<Sentence> read() {
        try (InputStream in = Objects.requireNonNull(FaultsInWelsh.class.getResourceAsStream("faults_cy.txt"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#") && !line.isBlank())
                    .map(Sentence::of)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
