package org.whorl.server.jobs;

import java.util.concurrent.locks.LockSupport;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.whorl.server.trust.Action;

/** Work that takes as long as a test wants it to. The application of the tests finds it as it finds its own. */
@Configuration(proxyBeanMethods = false)
public class SlowJobs {

    /** So many tenths of a second. */
    public record Slow(int tenths) {}

    /** Begins again when it was interrupted. */
    @Bean
    JobKind<Slow> slow() {
        return new JobKind<>("slow", Slow.class, Action.KEEP_HOUSE, true, SlowJobs::work);
    }

    /** Does not. */
    @Bean
    JobKind<Slow> slowOnce() {
        return new JobKind<>("slow-once", Slow.class, Action.KEEP_HOUSE, false, SlowJobs::work);
    }

    /** Fails at its end. */
    @Bean
    JobKind<Slow> failing() {
        return new JobKind<>("failing", Slow.class, Action.KEEP_HOUSE, false, (slow, run) -> {
            work(slow, run);
            throw new IllegalStateException("Gwen's words are not for the log");
        });
    }

    private static Outcome work(Slow slow, Run run) {
        for (int i = 0; i < slow.tenths(); i++) {
            run.at(i, slow.tenths());
            run.check();
            LockSupport.parkNanos(100_000_000);
        }
        return Outcome.page("", "");
    }
}
