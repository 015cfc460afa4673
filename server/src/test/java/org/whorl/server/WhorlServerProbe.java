package org.whorl.server;

import java.util.Optional;
import org.springframework.context.ConfigurableApplicationContext;

/** Asks the running application for what it prints on the console. */
final class WhorlServerProbe {

    private WhorlServerProbe() {}

    @SuppressWarnings("unchecked")
    static String setUpCode(ConfigurableApplicationContext context) {
        try {
            Object accounts = context.getBean("accounts");
            var method = accounts.getClass().getDeclaredMethod("setUpCode");
            method.setAccessible(true);
            return ((Optional<String>) method.invoke(accounts)).orElseThrow();
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(e.getMessage(), e);
        }
    }
}
