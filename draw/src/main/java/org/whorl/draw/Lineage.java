package org.whorl.draw;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What led to one thing, and what came of it: wide, from left to right with the thing in the middle; narrow, down the page.
 * What is left of its name in a box is cut with an ellipsis; the table has it whole.
 *
 * @param nodes the things, exactly one of them at step 0
 * @param links what led to what; those between steps that are not drawn are in the table alone
 */
public record Lineage(Words words, String title, String sentence, List<Node> nodes, List<Link> links) implements Chart {

    /** Refuses a chart without words, two nodes with one id, links to nowhere, and none or two in the middle. */
    public Lineage {
        Needed.words(title, sentence);
        nodes = List.copyOf(nodes);
        links = List.copyOf(links);
        Set<String> ids = new HashSet<>();
        for (Node node : nodes) {
            if (!ids.add(node.id())) {
                throw new IllegalArgumentException("two nodes are called '%s'".formatted(node.id()));
            }
        }
        for (Link link : links) {
            if (!ids.contains(link.from()) || !ids.contains(link.to())) {
                throw new IllegalArgumentException(
                        "the link from '%s' to '%s' names a node that is not there".formatted(link.from(), link.to()));
            }
        }
        if (nodes.stream().filter(node -> node.step() == 0).count() != 1) {
            throw new IllegalArgumentException("one node is in the middle, at step 0");
        }
    }

    /**
     * A thing.
     *
     * @param id names it in links
     * @param kind what kind of thing, in a word or two
     * @param name what it is called
     * @param step how many links away from the middle: fewer than 0 came before
     */
    public record Node(String id, String kind, String name, int step) {}

    /**
     * One thing led to another.
     *
     * @param from the id of what was first
     * @param to the id of what came of it
     */
    public record Link(String from, String to) {}

    @Override
    public String svg(Size size, String id) {
        return new LineagePicture(this, size).draw(id);
    }

    @Override
    public Table table() {
        List<List<String>> rows = new ArrayList<>();
        for (Link link : links) {
            rows.add(List.of(name(link.from()), name(link.to())));
        }
        return new Table(title, List.of(words.from(), words.goingTo()), rows);
    }

    private String name(String id) {
        Node node =
                nodes.stream().filter(one -> one.id().equals(id)).findFirst().orElseThrow();
        return node.kind() + ": " + node.name();
    }
}
