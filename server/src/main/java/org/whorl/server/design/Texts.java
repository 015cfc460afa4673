package org.whorl.server.design;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.text.RuleBasedCollator;
import java.util.Comparator;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;

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

    // The Welsh alphabet: eight of its letters are written with two signs.
    private static final String WELSH = """
            < a,A < b,B < c,C < ch,Ch,CH < d,D < dd,Dd,DD < e,E < f,F < ff,Ff,FF < g,G < ng,Ng,NG < h,H < i,I < j,J \
            < k,K < l,L < ll,Ll,LL < m,M < n,N < o,O < p,P < ph,Ph,PH < q,Q < r,R < rh,Rh,RH < s,S < t,T < th,Th,TH \
            < u,U < v,V < w,W < x,X < y,Y < z,Z""";

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
            case EN -> java.text.Collator.getInstance(language.locale())::compare;
            case CY -> welshOrder()::compare;
        };
    }

    private static RuleBasedCollator welshOrder() {
        try {
            return new RuleBasedCollator(WELSH);
        } catch (ParseException e) {
            throw new IllegalStateException("the Welsh alphabet is not written down rightly", e);
        }
    }

    private static String put(String sentence, Object... parts) {
        String done = sentence;
        for (int i = 0; i < parts.length; i++) {
            done = done.replace("{" + i + "}", String.valueOf(parts[i]));
        }
        return done;
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
