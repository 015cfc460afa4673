package org.whorl.server.design;

import java.util.List;

/** What a program sent cannot be used; says what is wrong with it. Pages show their form again instead. */
public final class Wrong extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Problem.Kind kind;
    private final transient List<Problem.Item> items;
    private final int latest;

    private Wrong(Problem.Kind kind, List<Problem.Item> items, int latest) {
        super(kind.key());
        this.kind = kind;
        this.items = List.copyOf(items);
        this.latest = latest;
    }

    /** These things are wrong. */
    public static Wrong items(List<Problem.Item> items) {
        return new Wrong(Problem.Kind.INVALID, items, 0);
    }

    /** One field is wrong, as the sentence says. */
    public static Wrong field(Screen s, String field, String sentence, Object... parts) {
        return items(List.of(Problem.Item.of(field, s.say(sentence, parts))));
    }

    /** Everything that is wrong with a form, as its page says it. */
    public static Wrong form(Screen s, Form form) {
        return items(form.wrong().stream()
                .map(field -> Problem.Item.of(field, s.say(form.error(field))))
                .toList());
    }

    /** Somebody else has changed it first. */
    public static Wrong conflict(int latest) {
        return new Wrong(Problem.Kind.CONFLICT, List.of(), latest);
    }

    Problem.Kind kind() {
        return kind;
    }

    List<Problem.Item> items() {
        return items;
    }

    int latest() {
        return latest;
    }
}
