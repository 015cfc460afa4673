package org.whorl.server.people;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Says on the console where Whorl is to be found, and how the first account is made. */
@Component
class Welcome {

    private final Accounts accounts;

    Welcome(Accounts accounts) {
        this.accounts = accounts;
    }

    @EventListener
    void ready(ApplicationReadyEvent event) {
        if (event.getApplicationContext() instanceof WebServerApplicationContext web && web.getWebServer() != null) {
            String address = "http://localhost:" + web.getWebServer().getPort() + "/";
            System.out.println("Whorl is at " + address);
            accounts.setUpCode()
                    .ifPresent(code ->
                            System.out.println("To make the first account: " + address + "set-up?code=" + code));
            System.out.println("Stop it with Ctrl-C.");
        }
    }
}
