package org.whorl.server.mail;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;
import org.jsoup.select.NodeTraversor;
import org.whorl.server.design.Language;
import org.whorl.server.design.Texts;

/**
 * What somebody has newly written in an answer: without the letter they answer, and without their signature. Programs mark
 * both in many ways; what is cut is a little more rather than a little less, for what is left is shown to others.
 */
final class NewWords {

    private static final int LOOKED_AT = 400;

    private static final Pattern SIGNATURE =
            Pattern.compile("(?i)(--|—|sent from my .*|get outlook for .*|anfonwyd (o|oddi ar) (fy|eich) .*)");
    private static final Pattern ORIGINAL = Pattern.compile(
            "(?i)(-{2,} ?(original message|forwarded message|neges wreiddiol) ?-{2,}|_{8,}|begin forwarded message:)");
    private static final Pattern HEADER =
            Pattern.compile("(?i)\\*?(from|oddi wrth|o|sent|anfonwyd|date|dyddiad|to|at" + "|subject|pwnc|cc):\\*? .*");
    private static final Pattern WROTE =
            Pattern.compile("(?i)(on|ar) .*(wrote|ysgrifennodd|sgrifennodd|wedi ysgrifennu)\\b.*:");

    private static final Set<String> UNREAD = Set.of("style", "script", "title", "blockquote", "template");
    private static final Set<String> QUOTED =
            Set.of("gmail_quote", "gmail_quote_container", "gmail_signature", "moz-cite-prefix", "yahoo_quoted");
    /** What stands after these is the letter that is answered. */
    private static final Set<String> BELOW = Set.of("divRplyFwdMsg", "appendonsend");

    private NewWords() {}

    /**
     * From HTML: whatever is marked as quoted or as a signature is left out. Each piece is looked at once, whatever somebody
     * has built to keep us busy.
     */
    static String ofHtml(String html) {
        StringBuilder text = new StringBuilder();
        NodeTraversor.filter(
                new NodeFilter() {
                    @Override
                    public FilterResult head(Node node, int depth) {
                        if (node instanceof TextNode words) {
                            text.append(words.getWholeText());
                        } else if (node instanceof Element element) {
                            if (BELOW.contains(element.id())) {
                                return FilterResult.STOP;
                            }
                            if (isLeftOut(element)) {
                                return FilterResult.SKIP_ENTIRELY;
                            }
                            text.append(begins(element) ? "\n" : "");
                        }
                        return FilterResult.CONTINUE;
                    }

                    @Override
                    public FilterResult tail(Node node, int depth) {
                        text.append(node instanceof Element element && element.isBlock() ? "\n" : "");
                        return FilterResult.CONTINUE;
                    }
                },
                Jsoup.parse(html).body());
        return of(text.toString());
    }

    private static boolean isLeftOut(Element element) {
        return UNREAD.contains(element.normalName())
                || element.id().equals("Signature")
                || element.hasAttr("hidden")
                || element.attr("style").replace(" ", "").contains("display:none")
                || element.classNames().stream().anyMatch(QUOTED::contains);
    }

    private static boolean begins(Element element) {
        return element.isBlock() || element.normalName().equals("br");
    }

    /** From plain text. */
    static String of(String text) {
        List<String> lines = Normalizer.normalize(text, Normalizer.Form.NFC)
                .replace('\u00a0', ' ')
                .replaceAll("\\R", "\n")
                .replaceAll("[\\p{Cntrl}&&[^\n\t]]|[\\u200b-\\u200f\\u202a-\\u202e\\u2066-\\u2069\\ufeff]", "")
                .lines()
                .map(String::strip)
                .toList();
        List<String> kept = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (line.startsWith(">")) {
                continue;
            }
            int introduced = introduction(lines, i);
            if (introduced > 0 && isQuoted(lines, i + introduced)) {
                i += introduced - 1;
                continue;
            }
            if (introduced > 0 || isEnd(lines, i)) {
                break;
            }
            kept.add(line);
        }
        return String.join("\n", kept).replaceAll("\n{3,}", "\n\n").strip();
    }

    private static boolean isEnd(List<String> lines, int at) {
        String line = begun(lines.get(at));
        return SIGNATURE.matcher(line).matches()
                || ORIGINAL.matcher(line).matches()
                || isOurs(line)
                || (HEADER.matcher(line).matches()
                        && lines.stream()
                                        .skip(at + 1L)
                                        .limit(4)
                                        .filter(each ->
                                                HEADER.matcher(begun(each)).matches())
                                        .count()
                                >= 2);
    }

    /** The line above which an answer is written. */
    private static boolean isOurs(String line) {
        for (Language language : Language.values()) {
            if (line.contains(Texts.in(language).say("letter.above"))) {
                return true;
            }
        }
        return false;
    }

    /** How many lines it takes there to say who wrote what when; programs wrap them. */
    private static int introduction(List<String> lines, int at) {
        StringBuilder whole = new StringBuilder();
        for (int i = 0; i < 3 && at + i < lines.size(); i++) {
            whole.append(i == 0 ? "" : " ").append(begun(lines.get(at + i)));
            if (WROTE.matcher(whole).matches()) {
                return i + 1;
            }
        }
        return 0;
    }

    private static boolean isQuoted(List<String> lines, int from) {
        return lines.stream().skip(from).filter(line -> !line.isEmpty()).findFirst().stream()
                .anyMatch(line -> line.startsWith(">"));
    }

    /** As much of a line as tells what it is. */
    private static String begun(String line) {
        return line.length() > LOOKED_AT ? line.substring(0, LOOKED_AT) : line;
    }
}
