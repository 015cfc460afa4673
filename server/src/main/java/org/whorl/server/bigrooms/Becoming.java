package org.whorl.server.bigrooms;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.whorl.server.experiments.Begun;

/** A test that a Big Room noted and that became an experiment is tied to it. */
@Component
class Becoming {

    private final BigRoomStore store;

    Becoming(BigRoomStore store) {
        this.store = store;
    }

    @EventListener
    void begun(Begun begun) {
        store.became(begun.noted(), begun.experiment());
    }
}
