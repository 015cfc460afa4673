package org.whorl.engine.answer;

/**
 * What a figure is about.
 *
 * @param group service, measure, partner or the whole system
 * @param id which one
 */
public record Subject(Group group, String id) {

    /** The groups of an answer, in the order of the JSON. */
    public enum Group {
        SERVICES("services"),
        MEASURES("measures"),
        PARTNERS("partners"),
        /** All partners together. */
        SYSTEM("system");

        private final String word;

        Group(String word) {
            this.word = word;
        }

        /** The name in JSON and CSV. */
        public String word() {
            return word;
        }
    }

    public static Subject service(String id) {
        return new Subject(Group.SERVICES, id);
    }

    public static Subject measure(String id) {
        return new Subject(Group.MEASURES, id);
    }

    public static Subject partner(String id) {
        return new Subject(Group.PARTNERS, id);
    }

    /** All partners together. */
    public static Subject system() {
        return new Subject(Group.SYSTEM, "all");
    }

    /** Where it stands in the model, such as {@code services.d2a}. */
    public String path() {
        return group.word() + "." + id;
    }
}
