package org.whorl.server.jobs;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.whorl.server.platform.Course;
import org.whorl.server.platform.PartnershipCopy;
import org.whorl.server.platform.WholeStore;
import org.whorl.server.trust.Action;
import org.whorl.server.trust.Records;
import org.whorl.server.trust.Viewer;

/** The work that keeps things safe: a backup of everything, a partnership's own copy, and checks of the record. */
@Configuration(proxyBeanMethods = false)
class KeepingJobs {

    /** Everything in one file; only for whoever keeps the house, since it holds all partnerships. */
    record Backup() {}

    /** What one partnership has put in. */
    record Copy() {}

    /** The record of this partnership. */
    record Verify() {}

    /** The records of all partnerships. */
    record VerifyAll() {}

    @Bean
    @Order(1)
    Offer<Backup> backup(WholeStore store, Clock clock) {
        // What it would have been worth at that moment is gone when it was cut short, so people are told.
        return new Offer<>(
                new JobKind<>("backup", Backup.class, Action.KEEP_HOUSE, false, (_, run) -> {
                    run.says("job.backup.step");
                    return file(run, "whorl-%s.backup".formatted(LocalDate.now(clock)), "job.backup.done", to -> {
                        store.backup(to, run);
                    });
                }),
                new Backup(),
                true);
    }

    @Bean
    @Order(2)
    Offer<VerifyAll> verifyAll(Records records) {
        return new Offer<>(
                new JobKind<>("verify-all", VerifyAll.class, Action.KEEP_HOUSE, true, (_, run) -> {
                    List<UUID> kept = records.listKept();
                    int broken = 0;
                    for (int i = 0; i < kept.size(); i++) {
                        run.at(i, kept.size());
                        run.says("job.verify-all.step", Integer.toString(i + 1), Integer.toString(kept.size()));
                        broken += Viewer.house(kept.get(i))
                                .doing(() -> records.findFault(new Stoppable(run)))
                                .map(_ -> 1)
                                .orElse(0);
                    }
                    return broken == 0
                            ? Outcome.page("", "job.verify-all.whole", Integer.toString(kept.size()))
                            : Outcome.page("", "job.verify-all.broken", Integer.toString(broken));
                }),
                new VerifyAll(),
                true);
    }

    @Bean
    @Order(3)
    Offer<Verify> verify(Records records) {
        return new Offer<>(
                new JobKind<>("verify", Verify.class, Action.CHECK_RECORD, true, (_, run) -> {
                    run.says("job.verify.step");
                    return records.findFault(run)
                            .map(_ -> Outcome.page("/record", "job.verify.broken"))
                            .orElse(Outcome.page("/record", "job.verify.whole"));
                }),
                new Verify(),
                false);
    }

    @Bean
    @Order(4)
    Offer<Copy> copy(PartnershipCopy copies, Clock clock) {
        return new Offer<>(
                new JobKind<>("copy", Copy.class, Action.EXPORT, true, (_, run) -> {
                    UUID partnership = Viewer.current().partnership().orElseThrow();
                    run.says("job.copy.step");
                    return file(run, "whorl-copy-%s.zip".formatted(LocalDate.now(clock)), "job.copy.done", to -> {
                        copies.write(partnership, to, run);
                    });
                }),
                new Copy(),
                false);
    }

    @Bean
    JobKind<Backup> backupKind(Offer<Backup> offer) {
        return offer.kind();
    }

    @Bean
    JobKind<VerifyAll> verifyAllKind(Offer<VerifyAll> offer) {
        return offer.kind();
    }

    @Bean
    JobKind<Verify> verifyKind(Offer<Verify> offer) {
        return offer.kind();
    }

    @Bean
    JobKind<Copy> copyKind(Offer<Copy> offer) {
        return offer.kind();
    }

    /** Writes something into a file. */
    @FunctionalInterface
    private interface Writing {
        void into(OutputStream to) throws IOException, SQLException;
    }

    private static Outcome file(Run run, String name, String sentence, Writing writing)
            throws IOException, SQLException {
        var file = run.file();
        try (OutputStream to = Files.newOutputStream(file)) {
            writing.into(to);
        }
        return Outcome.file(name, sentence, Long.toString(Math.max(1, Files.size(file) / 1024)));
    }

    /** Stops with the run, and leaves saying how far it is to others. */
    private record Stoppable(Run run) implements Course {
        @Override
        public void at(int done, int expected) {}

        @Override
        public boolean cancelled() {
            return run.cancelled();
        }
    }
}
