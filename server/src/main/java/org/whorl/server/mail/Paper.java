package org.whorl.server.mail;

import java.util.List;

/**
 * A letter as its reader sees it.
 *
 * @param lang the code of its language
 * @param subject what it is about
 * @param above the line above which an answer is written; blank where none is taken
 * @param paragraphs what it says
 * @param facts of a meeting: when and where
 * @param link where its link leads, as a whole address; blank for nowhere
 * @param linkWords what the link says
 * @param small what stands below, in small letters
 * @param fewer where fewer letters can be asked for; blank where that makes no sense
 * @param fewerWords what that link says
 */
public record Paper(
        String lang,
        String subject,
        String above,
        List<String> paragraphs,
        List<String> facts,
        String link,
        String linkWords,
        List<String> small,
        String fewer,
        String fewerWords) {

    /** Keeps copies. */
    public Paper {
        paragraphs = List.copyOf(paragraphs);
        facts = List.copyOf(facts);
        small = List.copyOf(small);
    }

    /** The same without any marks. */
    String plain() {
        StringBuilder text = new StringBuilder();
        if (!above.isEmpty()) {
            text.append(above).append("\n\n");
        }
        paragraphs.forEach(each -> text.append(each).append("\n\n"));
        facts.forEach(each -> text.append(each).append('\n'));
        if (!facts.isEmpty()) {
            text.append('\n');
        }
        if (!link.isEmpty()) {
            text.append(linkWords).append(":\n").append(link).append("\n\n");
        }
        text.append("-- \n");
        small.forEach(each -> text.append(each).append('\n'));
        if (!fewer.isEmpty()) {
            text.append(fewerWords).append(": ").append(fewer).append('\n');
        }
        return text.toString();
    }
}
