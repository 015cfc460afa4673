package org.whorl.engine.model;

import org.jspecify.annotations.Nullable;

/**
 * What waiting does to a person.
 *
 * @param stayGrows by what share of itself the stay grows for each day waited; null for not at all
 * @param moves a change of pathway; null for none
 * @param carers unpaid carers' hours a day while somebody waits at home, in no service's place; null for none known
 */
public record WhileWaiting(
        @Nullable Parameter stayGrows,
        @Nullable Moves moves,
        @Nullable Parameter carers) {

    /** Waiting changes nothing. */
    public static final WhileWaiting NOTHING = new WhileWaiting(null, null, null);

    /**
     * A change of pathway.
     *
     * @param after days of waiting after which the change happens
     * @param to the service they then wait for
     * @param share of those who wait so long, the share that changes
     */
    public record Moves(Parameter after, String to, Parameter share) {}

    WhileWaiting map(String path, ParameterMap map) {
        return new WhileWaiting(
                stayGrows == null ? null : map.parameter(path + ".stay-grows", Domain.NOT_NEGATIVE, stayGrows),
                moves == null
                        ? null
                        : new Moves(
                                map.parameter(path + ".moves.after", Domain.NOT_NEGATIVE, moves.after()),
                                moves.to(),
                                map.parameter(path + ".moves.share", Domain.SHARE, moves.share())),
                carers == null ? null : map.parameter(path + ".carers", Domain.NOT_NEGATIVE, carers));
    }
}
