package org.whorl.engine.voices;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A JSON document of another tool, read plainly; the engine itself reads no files. */
final class Tree {
    private final String text;
    private int at;

    private Tree(String text) {
        this.text = text;
    }

    static Object read(Path file) throws IOException {
        Tree tree = new Tree(Files.readString(file));
        return Objects.requireNonNull(tree.value());
    }

    private Object value() {
        blank();
        char c = text.charAt(at);
        if (c == '{') {
            Map<String, Object> map = new LinkedHashMap<>();
            at++;
            while (next() != '}') {
                String key = string();
                next();
                at++;
                map.put(key, value());
                comma();
            }
            at++;
            return map;
        }
        if (c == '[') {
            List<Object> list = new ArrayList<>();
            at++;
            while (next() != ']') {
                list.add(value());
                comma();
            }
            at++;
            return list;
        }
        if (c == '"') {
            return string();
        }
        int from = at;
        while (at < text.length() && ",]} \n\r\t".indexOf(text.charAt(at)) < 0) {
            at++;
        }
        String word = text.substring(from, at);
        return switch (word) {
            case "true" -> true;
            case "false" -> false;
            case "null" -> "null";
            default -> Double.parseDouble(word);
        };
    }

    private String string() {
        StringBuilder read = new StringBuilder();
        at++;
        while (text.charAt(at) != '"') {
            if (text.charAt(at) == '\\') {
                at++;
            }
            read.append(text.charAt(at++));
        }
        at++;
        return read.toString();
    }

    private void comma() {
        if (next() == ',') {
            at++;
        }
    }

    private char next() {
        blank();
        return text.charAt(at);
    }

    private void blank() {
        while (Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }
}
