package org.whorl.server.people;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What somebody looks with, in two words they know: "Firefox, Windows". Not more than that is kept of what browsers say
 * about themselves.
 */
final class Device {

    // The first that fits: most browsers name others too.
    private static final List<String[]> BROWSERS = List.of(
            new String[] {"edg", "Edge"},
            new String[] {"opr/", "Opera"},
            new String[] {"samsungbrowser", "Samsung Internet"},
            new String[] {"firefox", "Firefox"},
            new String[] {"fxios", "Firefox"},
            new String[] {"crios", "Chrome"},
            new String[] {"chrome", "Chrome"},
            new String[] {"safari", "Safari"});
    private static final List<String[]> SYSTEMS = List.of(
            new String[] {"iphone", "iPhone"},
            new String[] {"ipad", "iPad"},
            new String[] {"android", "Android"},
            new String[] {"windows", "Windows"},
            new String[] {"mac os", "Mac"},
            new String[] {"cros", "Chromebook"},
            new String[] {"linux", "Linux"});

    private Device() {}

    /** Blank if neither is known. */
    static String of(@Nullable String userAgent) {
        String said = userAgent == null ? "" : userAgent.toLowerCase(Locale.ROOT);
        String browser = first(BROWSERS, said).orElse("");
        String system = first(SYSTEMS, said).orElse("");
        return browser.isEmpty() || system.isEmpty() ? browser + system : browser + ", " + system;
    }

    private static Optional<String> first(List<String[]> names, String said) {
        return names.stream()
                .filter(name -> said.contains(name[0]))
                .map(name -> name[1])
                .findFirst();
    }
}
