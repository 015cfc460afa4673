package org.whorl.server.example;

import java.util.EnumSet;
import java.util.Optional;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;
import org.whorl.server.trust.Role;
import org.whorl.server.trust.Viewer;

/** Loads the example on first start, before the first page is asked for. */
@Component
class LoadExample implements ApplicationRunner {

    private final Example example;

    LoadExample(Example example) {
        this.example = example;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        Viewer house = new Viewer(
                Optional.empty(), Optional.empty(), Optional.empty(), EnumSet.of(Role.ANYBODY, Role.SIGNED_IN));
        house.doing(() -> {
            if (!example.isLoaded()) {
                example.load();
            }
            return true;
        });
    }
}
