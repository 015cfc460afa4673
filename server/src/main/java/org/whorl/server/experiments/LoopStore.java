package org.whorl.server.experiments;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What the loop of learning did, counted in the database. Only decisions that are made are counted. */
@Repository
class LoopStore {

    private final JdbcClient jdbc;

    LoopStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Days from the day a question was raised in a circle to the day it was decided. */
    List<Integer> listDaysToDecision() {
        return days("""
                select d.made_on - i.opened_on from decision d join sdmi_item i on i.partnership = d.partnership and i.id = d.item
                where d.state = 'made' and d.made_on >= i.opened_on""");
    }

    /** Days from the day an experiment was written down to the day it began. */
    List<Integer> listDaysToBegin() {
        return days("select started_on - begun_on from experiment where started_on is not null and state <> 'aside'");
    }

    /** Days from the day an experiment began to the day it was said what follows. */
    List<Integer> listDaysToAnswer() {
        return days("select ended_on - started_on from experiment where state = 'ended'");
    }

    int countDecisions() {
        return howMany("select count(*) from decision where state = 'made'");
    }

    int countDecisionsWithEvidence() {
        return howMany("""
                select count(*) from decision d where d.state = 'made'
                and exists (select from decision_evidence e where e.partnership = d.partnership and e.decision = d.id)""");
    }

    int countReviewed() {
        return howMany("select count(distinct decision) from decision_review");
    }

    int countChanged() {
        return howMany("select count(distinct decision) from decision_review where outcome in ('change', 'stop')");
    }

    private List<Integer> days(String select) {
        return jdbc.sql(select).query(Integer.class).list();
    }

    private int howMany(String select) {
        return jdbc.sql(select).query(Integer.class).single();
    }
}
