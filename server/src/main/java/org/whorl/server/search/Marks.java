package org.whorl.server.search;

import java.util.ArrayList;
import java.util.List;

/** Which letters of a text were looked for, as PostgreSQL marked them in the same text without accents. */
final class Marks {

    static final char BEGIN = '\u0001';
    static final char END = '\u0002';

    private static final int BEFORE = 60;
    private static final int AROUND = 200;

    private Marks() {}

    /** The text in pieces, marked where either marks it. */
    static List<Found.Piece> pieces(String text, String... marked) {
        boolean[] sought = new boolean[text.length()];
        for (String one : marked) {
            mark(one, sought);
        }
        List<Found.Piece> pieces = new ArrayList<>();
        int from = 0;
        for (int i = 1; i <= text.length(); i++) {
            if (i == text.length() || sought[i] != sought[from]) {
                pieces.add(new Found.Piece(text.substring(from, i), sought[from]));
                from = i;
            }
        }
        return List.copyOf(pieces);
    }

    /** The same, cut to what stands around the first mark. */
    static List<Found.Piece> around(String text, String... marked) {
        List<Found.Piece> all = pieces(text, marked);
        int first = 0;
        for (Found.Piece piece : all) {
            if (piece.sought()) {
                break;
            }
            first += piece.text().length();
        }
        int from = first >= text.length() || first < BEFORE ? 0 : text.lastIndexOf(' ', first - BEFORE / 2) + 1;
        int to = from + AROUND >= text.length() ? text.length() : text.lastIndexOf(' ', from + AROUND);
        int until = to <= from ? text.length() : to;
        List<Found.Piece> pieces = new ArrayList<>();
        if (from > 0) {
            pieces.add(new Found.Piece("… ", false));
        }
        int at = 0;
        for (Found.Piece piece : all) {
            int begin = Math.max(at, from);
            int end = Math.min(at + piece.text().length(), until);
            if (begin < end) {
                pieces.add(new Found.Piece(text.substring(begin, end), piece.sought()));
            }
            at += piece.text().length();
        }
        if (until < text.length()) {
            pieces.add(new Found.Piece(" …", false));
        }
        return List.copyOf(pieces);
    }

    /** Where the texts are not of one length, nothing is marked: a wrong mark would be worse. */
    private static void mark(String marked, boolean[] sought) {
        long signs = marked.chars().filter(sign -> sign == BEGIN || sign == END).count();
        if (marked.length() - signs != sought.length) {
            return;
        }
        int at = 0;
        boolean on = false;
        for (int i = 0; i < marked.length(); i++) {
            switch (marked.charAt(i)) {
                case BEGIN -> on = true;
                case END -> on = false;
                default -> sought[at++] |= on;
            }
        }
    }
}
