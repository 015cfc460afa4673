package org.whorl.server.programs;

import java.util.List;

/**
 * One thing the interface does.
 *
 * @param id its name, which also names the sentence that says what it does
 * @param method GET, POST, PUT or DELETE
 * @param path where, below the server's address
 * @param parameters what can be said in the address or in a header
 * @param sent what is sent; no fields where nothing is
 * @param answered what comes back when all is well; no fields where it is nothing, a text or a file
 * @param kind in which form it comes back; empty for nothing
 */
public record Offered(
        String id, String method, String path, List<Field> parameters, Shape sent, Shape answered, String kind) {

    /** Keeps a copy. */
    public Offered {
        parameters = List.copyOf(parameters);
    }

    /**
     * A field of something sent or answered.
     *
     * @param name what it is called; with dots where it is inside another
     * @param type text, number, whole number, yes or no, and so on, as the document has it
     * @param meaning what it means
     */
    public record Field(String name, String type, String meaning) {}

    /**
     * What something consists of.
     *
     * @param name what the document calls it; empty for none
     * @param meaning what it is
     * @param list is it a list of them?
     * @param fields its fields
     */
    public record Shape(String name, String meaning, boolean list, List<Field> fields) {

        static final Shape NONE = new Shape("", "", false, List.of());

        /** Keeps a copy. */
        public Shape {
            fields = List.copyOf(fields);
        }
    }
}
