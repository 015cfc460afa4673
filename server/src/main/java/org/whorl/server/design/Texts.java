package org.whorl.server.design;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Collator;
import java.text.ParseException;
import java.text.RuleBasedCollator;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Every sentence on screen, in one language. {@code {0}} stands for the first thing put into a sentence. A sentence that
 * counts has a form for each kind of number the language knows: Welsh tells none, one, two, three, six and all others
 * apart.
 */
public final class Texts {

    /** A sentence that counts people has this form too, for when how many is not told. */
    static final String HIDDEN = ".hidden";

    private static final Map<Language, Texts> ALL = Map.of(
            Language.EN, new Texts(Language.EN, "messages_en.properties"),
            Language.CY, new Texts(Language.CY, "messages_cy.properties"));

    // The Welsh alphabet: eight of its letters are written with two signs, each after the one it begins with or, as ng,
    // after g. Everything else stands where it stands elsewhere.
    private static final String WELSH = """
            & C < ch,Ch,CH & D < dd,Dd,DD & F < ff,Ff,FF & G < ng,Ng,NG & L < ll,Ll,LL & P < ph,Ph,PH & R < rh,Rh,RH \
            & T < th,Th,TH""";

    private static final Pattern PART = Pattern.compile("\\{(\\d)}");

    private final Language language;
    private final Map<String, String> sentences;

    private Texts(Language language, String file) {
        this.language = language;
        this.sentences = read(file);
    }

    /** The sentences of a language. */
    public static Texts in(Language language) {
        Texts texts = ALL.get(language);
        if (texts == null) {
            throw new IllegalStateException("no sentences in " + language);
        }
        return texts;
    }

    /** The sentence of that name. */
    public String say(String key, Object... parts) {
        String sentence = sentences.get(key);
        if (sentence == null) {
            throw new IllegalArgumentException("no sentence is called '%s' in %s".formatted(key, language.code()));
        }
        return put(sentence, parts);
    }

    /** The sentence of that name in the form that goes with a number, which is its part {0}. */
    public String count(String key, long number) {
        return say(key + "." + form(number), number);
    }

    /** The name of the sentence that says this in the words of a nation, where those differ. */
    String named(String key, String nation) {
        String there = key + "@" + nation;
        return sentences.containsKey(there) ? there : key;
    }

    /** Every sentence's name. */
    public Set<String> keys() {
        return sentences.keySet();
    }

    /** Which form of a counting sentence goes with a number, as Unicode's plural rules have it. */
    String form(long number) {
        return switch (language) {
            case EN -> number == 1 ? "one" : "other";
            case CY ->
                switch ((int) Math.min(number, 7)) {
                    case 0 -> "zero";
                    case 1 -> "one";
                    case 2 -> "two";
                    case 3 -> "few";
                    case 6 -> "many";
                    default -> "other";
                };
        };
    }

    /** Puts words in the order of the language's alphabet. */
    public Comparator<String> order() {
        return switch (language) {
            case EN -> Collator.getInstance(language.locale())::compare;
            case CY -> welshOrder()::compare;
        };
    }

    private static RuleBasedCollator welshOrder() {
        try {
            RuleBasedCollator everywhere = (RuleBasedCollator) Collator.getInstance(Locale.ROOT);
            RuleBasedCollator welsh = new RuleBasedCollator(everywhere.getRules() + WELSH);
            // So that ŵ and ŷ stand beside w and y.
            welsh.setDecomposition(Collator.CANONICAL_DECOMPOSITION);
            return welsh;
        } catch (ParseException e) {
            throw new IllegalStateException("the Welsh alphabet is not written down rightly", e);
        }
    }

    /** All at once, so that a part which holds a brace stays as it was written. */
    private static String put(String sentence, Object... parts) {
        return PART.matcher(sentence).replaceAll(found -> {
            int part = Integer.parseInt(found.group(1));
            return Matcher.quoteReplacement(part < parts.length ? written(parts[part]) : found.group());
        });
    }

    /** Both languages write thousands with a comma. */
    static String written(Object part) {
        return part instanceof Integer || part instanceof Long
                ? String.format(Locale.UK, "%,d", ((Number) part).longValue())
                : String.valueOf(part);
    }

    private static Map<String, String> read(String file) {
        Properties properties = new Properties();
        try (InputStream in = Texts.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("missing: " + file);
            }
            properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, String> sentences = new TreeMap<>();
        properties.forEach((key, value) -> sentences.put(key.toString(), value.toString()));
        return sentences;
    }
}
