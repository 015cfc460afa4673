package org.whorl.engine.model;

/**
 * A payment by one partner to whoever owns a service. What the service itself costs stays with its owner, or with those
 * who fund it; the contract is beside that, and what one pays the other gets.
 *
 * @param id its name in paths
 * @param name what people call it
 * @param service the service it is for
 * @param from the partner who pays; its owner is paid
 * @param terms how much
 */
public record Contract(String id, Name name, String service, String from, Terms terms) {

    /** How a payment hangs on what is done. */
    public sealed interface Terms {

        /**
         * The same whatever is done.
         *
         * @param pounds a year
         */
        record Block(Parameter pounds) implements Terms {}

        /**
         * So much for each.
         *
         * @param price pounds for one unit
         * @param unit what is counted
         */
        record Activity(Parameter price, Unit unit) implements Terms {}
    }

    /** What an activity contract counts. */
    public enum Unit {
        START("start"),
        USED_DAY("used-day"),
        VISIT("visit");

        private final String word;

        Unit(String word) {
            this.word = word;
        }

        /** The word used in files. */
        public String word() {
            return word;
        }
    }

    Contract map(String path, ParameterMap map) {
        Terms mapped = switch (terms) {
            case Terms.Block(Parameter pounds) ->
                new Terms.Block(map.parameter(path + ".block", Domain.NOT_NEGATIVE, pounds));
            case Terms.Activity(Parameter price, Unit unit) ->
                new Terms.Activity(map.parameter(path + ".price", Domain.NOT_NEGATIVE, price), unit);
        };
        return new Contract(id, name, service, from, mapped);
    }
}
