package org.whorl.files;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.whorl.engine.voices.Votes;

/**
 * Writes votes as Polis writes its open data, so that its own tools and {@link VotesFile} read them: a matrix, a list of
 * votes, what the statements say, and a summary. Agreeing is 1. People have numbers from 0 that lead to nobody, authors have
 * none, and every vote bears the same moment: who voted when would say who voted what.
 */
public final class PolisFiles {
    private PolisFiles() {}

    /**
     * A conversation.
     *
     * @param topic what it is about
     * @param url where it is held; empty for nowhere
     * @param at the one moment that is written beside every vote and statement
     * @param votes the table; its people are written by their place alone
     * @param texts what each statement says
     * @param out the statements that moderators took out
     * @param groupOf the group of each person; below 0 for none, which leaves the cell empty
     */
    public record Conversation(
            String topic, String url, Instant at, Votes votes, List<String> texts, boolean[] out, int[] groupOf) {}

    /** The files, by name. */
    public static SequencedMap<String, String> of(Conversation conversation) {
        SequencedMap<String, String> files = new LinkedHashMap<>();
        files.put("participants-votes.csv", matrix(conversation));
        files.put("votes.csv", list(conversation));
        files.put("comments.csv", comments(conversation));
        files.put("summary.csv", summary(conversation));
        return files;
    }

    private static String matrix(Conversation conversation) {
        Votes votes = conversation.votes();
        StringBuilder out = new StringBuilder("participant,group-id,n-comments,n-votes,n-agree,n-disagree");
        votes.statements().forEach(name -> out.append(',').append(quoted(name)));
        out.append('\n');
        for (int i = 0; i < votes.people().size(); i++) {
            int group = conversation.groupOf()[i];
            int[] said = new int[4];
            StringBuilder cells = new StringBuilder();
            for (int j = 0; j < votes.statements().size(); j++) {
                byte vote = votes.at(i, j);
                said[vote + 1]++;
                cells.append(',').append(vote == Votes.UNSEEN ? "" : Integer.toString(vote));
            }
            out.append(i)
                    .append(',')
                    .append(group < 0 ? "" : Integer.toString(group))
                    .append(",0,");
            out.append(said[0] + said[1] + said[2])
                    .append(',')
                    .append(said[2])
                    .append(',')
                    .append(said[0]);
            out.append(cells).append('\n');
        }
        return out.toString();
    }

    private static String list(Conversation conversation) {
        Votes votes = conversation.votes();
        StringBuilder out = new StringBuilder("timestamp,datetime,comment-id,voter-id,vote\n");
        for (int j = 0; j < votes.statements().size(); j++) {
            for (int i = 0; i < votes.people().size(); i++) {
                if (votes.at(i, j) != Votes.UNSEEN) {
                    out.append(moment(conversation))
                            .append(',')
                            .append(quoted(votes.statements().get(j)));
                    out.append(',').append(i).append(',').append(votes.at(i, j)).append('\n');
                }
            }
        }
        return out.toString();
    }

    private static String comments(Conversation conversation) {
        Votes votes = conversation.votes();
        StringBuilder out =
                new StringBuilder("timestamp,datetime,comment-id,author-id,agrees,disagrees,moderated,comment-body\n");
        for (int j = 0; j < votes.statements().size(); j++) {
            int[] said = new int[4];
            for (int i = 0; i < votes.people().size(); i++) {
                said[votes.at(i, j) + 1]++;
            }
            out.append(moment(conversation))
                    .append(',')
                    .append(quoted(votes.statements().get(j)))
                    .append(",,");
            out.append(said[2]).append(',').append(said[0]).append(',');
            out.append(conversation.out()[j] ? -1 : 1).append(',');
            out.append(quoted(conversation.texts().get(j))).append('\n');
        }
        return out.toString();
    }

    private static String summary(Conversation conversation) {
        Votes votes = conversation.votes();
        return "topic,%s\nurl,%s\nvoters,%d\nvotes,%d\ncomments,%d\n"
                .formatted(
                        quoted(conversation.topic()),
                        quoted(conversation.url()),
                        votes.people().size(),
                        votes.count(),
                        votes.statements().size());
    }

    private static String moment(Conversation conversation) {
        return conversation.at().toEpochMilli() + "," + conversation.at();
    }

    /**
     * A cell, in quotes where it must be; a line break within becomes a blank, as a statement is one sentence. What a spreadsheet
     * would take for a formula gets a sign before it that makes it words again: anybody may have written it.
     */
    private static String quoted(String text) {
        String line = text.replaceAll("\\s*\\R\\s*", " ");
        if (line.matches("\\s*[=+@\\-\\t].*") && !line.equals("-")) {
            line = "'" + line;
        }
        return line.contains(",") || line.contains("\"") ? '"' + line.replace("\"", "\"\"") + '"' : line;
    }
}
