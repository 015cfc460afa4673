package org.whorl.server.opinions;

import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.whorl.server.jobs.JobKind;
import org.whorl.server.jobs.Outcome;
import org.whorl.server.thread.Spun;
import org.whorl.server.trust.Action;

/** Working votes out takes up to half a minute, beside the pages. */
@Configuration(proxyBeanMethods = false)
class OpinionParts {

    /** What is worked out. */
    record Asked(UUID conversation) {}

    @Bean
    JobKind<Asked> opinions(Outcomes outcomes) {
        return new JobKind<>("opinions", Asked.class, Action.KEEP_OPINIONS, true, (asked, run) -> {
            run.says("job.opinions.step", Integer.toString(Reckoning.PERMUTATIONS));
            // Asked again here: what was asked for twice must not be worked out twice.
            if (outcomes.ready(asked.conversation()) == Outcomes.Ready.YES) {
                Reckoning.Table table = outcomes.table(asked.conversation());
                Result result = Reckoning.of(table, run);
                outcomes.keep(
                        asked.conversation(), result, table.votes().people().size());
            }
            return Outcome.page("/patterns/opinions/" + asked.conversation(), "job.opinions.done");
        });
    }

    @Bean
    Spun spinOpinion() {
        return OpinionThreadStore.SPUN;
    }
}
