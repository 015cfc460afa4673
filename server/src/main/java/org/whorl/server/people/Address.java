package org.whorl.server.people;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** Where people find this Whorl: as it was told ({@code whorl.address}), or else as the browser that asks names it. */
@Component
class Address {

    private final String told;

    Address(@Value("${whorl.address:}") String told) {
        this.told = told.replaceFirst("/+$", "");
    }

    /** As it was told, without a stroke at the end. */
    Optional<String> told() {
        return Optional.of(told).filter(address -> !address.isEmpty());
    }

    /** Without a stroke at the end: {@code https://whorl.example.org}. */
    String of(HttpServletRequest request) {
        return told.isEmpty()
                ? ServletUriComponentsBuilder.fromContextPath(request).build().toUriString()
                : told;
    }

    /** The name of the machine alone. */
    static String host(String address) {
        return URI.create(address).getHost();
    }
}
