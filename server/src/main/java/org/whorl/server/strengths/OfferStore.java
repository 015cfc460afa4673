package org.whorl.server.strengths;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.whorl.server.platform.Parameters;
import org.whorl.server.search.Findable;
import org.whorl.server.trust.Action;

/** Offers in the database. Nobody offers anything any more who has left. */
@Repository
class OfferStore {

    private static final String OPEN = " o.state = 'open' and m.left_on is null";

    static final Findable FIND = new Findable("offer", Action.LOOK, """
            select o.what as title, '' as other, o.language as lang, concat_ws(' ', o.amount, o.times) as words,
                '/offers#offer-' || o.id as path
            from offer o join member m on m.partnership = o.partnership and m.id = o.member
            where (o.until_day is null or o.until_day >= current_date) and""" + OPEN);

    private static final String SELECT = """
            select o.*, m.name from offer o join member m on m.partnership = o.partnership and m.id = o.member
            where""" + OPEN;

    private final JdbcClient jdbc;

    OfferStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Offer> list() {
        return jdbc.sql(SELECT + " order by o.offered_on desc, o.id")
                .query((row, _) -> offer(row))
                .list();
    }

    Optional<Offer> find(UUID id) {
        return jdbc.sql(SELECT + " and o.id = ?")
                .param(id)
                .query((row, _) -> offer(row))
                .optional();
    }

    void add(UUID partnership, Offer offer) {
        jdbc.sql("""
                        insert into offer (partnership, id, give, what, language, minutes, amount, place, times, from_day,
                            until_day, member, partner, offered_on)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(Parameters.of(
                        partnership,
                        offer.id(),
                        offer.give().key(),
                        offer.what(),
                        offer.language(),
                        offer.minutes(),
                        offer.amount(),
                        offer.place(),
                        offer.when().times(),
                        offer.when().from(),
                        offer.when().until(),
                        offer.member(),
                        offer.partner(),
                        offer.offeredOn()))
                .update();
    }

    /** What people write, column by column. */
    static Map<String, Object> written(Offer offer) {
        Map<String, Object> values = new HashMap<>();
        values.put("give", offer.give().key());
        values.put("what", offer.what());
        values.put("minutes", offer.minutes());
        values.put("amount", offer.amount());
        values.put("place", offer.place());
        values.put("times", offer.when().times());
        values.put("from_day", offer.when().from());
        values.put("until_day", offer.when().until());
        values.put("partner", offer.partner());
        return values;
    }

    private static Offer offer(ResultSet row) throws SQLException {
        return new Offer(
                row.getObject("id", UUID.class),
                Give.find(row.getString("give")).orElseThrow(),
                row.getString("what"),
                row.getString("language"),
                Optional.ofNullable(row.getObject("minutes", Integer.class)),
                row.getString("amount"),
                Optional.ofNullable(row.getObject("place", UUID.class)),
                new Offer.When(
                        row.getString("times"),
                        Optional.ofNullable(row.getObject("from_day", LocalDate.class)),
                        Optional.ofNullable(row.getObject("until_day", LocalDate.class))),
                row.getObject("member", UUID.class),
                row.getString("name"),
                Optional.ofNullable(row.getObject("partner", UUID.class)),
                row.getObject("offered_on", LocalDate.class),
                row.getInt("version"));
    }
}
