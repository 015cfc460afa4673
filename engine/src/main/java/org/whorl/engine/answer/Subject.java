package org.whorl.engine.answer;

/**
 * What a figure is about.
 *
 * @param group service, measure, partner, the whole system, or a line of the accounts
 * @param id which one; of a line of the accounts, what it is about and the partner, with a colon between
 */
public record Subject(Group group, String id) {

    /** The groups of an answer, in the order of the JSON. */
    public enum Group {
        SERVICES("services"),
        MEASURES("measures"),
        PARTNERS("partners"),
        /** All partners together. */
        SYSTEM("system"),
        /** One partner's part of what one service costs. */
        BILLS("bills"),
        /** What one partner pays, or below 0 gets, by one agreement. */
        AGREEMENTS("agreements");

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

    /** One partner's part of what one service costs. */
    public static Subject bill(String service, String partner) {
        return new Subject(Group.BILLS, service + ":" + partner);
    }

    /** What one partner pays, or gets, by one agreement. */
    public static Subject agreement(String agreement, String partner) {
        return new Subject(Group.AGREEMENTS, agreement + ":" + partner);
    }

    /** Of a line of the accounts, what it is about: a service or an agreement. */
    public String about() {
        return id.substring(0, Math.max(0, id.indexOf(':')));
    }

    /** Of a line of the accounts, the partner. */
    public String payer() {
        return id.substring(id.indexOf(':') + 1);
    }

    /** Where it stands in the model, such as {@code services.d2a}. */
    public String path() {
        return group.word() + "." + id;
    }
}
