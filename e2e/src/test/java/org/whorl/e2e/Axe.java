package org.whorl.e2e;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Lets axe look for what keeps people out: every rule of WCAG 2.2 A and AA it knows, and its good habits. */
final class Axe {

    private static final String SCRIPT = read();

    private Axe() {}

    /** What it finds, a line each. */
    @SuppressWarnings("unchecked")
    static List<String> look(Page page) {
        if (!(Boolean) page.evaluate("'axe' in window")) {
            page.evaluate(SCRIPT);
        }
        return (List<String>) page.evaluate("""
                async () => {
                  const found = await axe.run(document, {
                    resultTypes: ['violations'],
                    rules: {'target-size': {enabled: true}},
                    runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
                  });
                  return found.violations.map((each) => each.id + ': ' + each.help + ' '
                      + each.nodes.map((node) => node.html + ' ' + node.any.map((any) => any.message).join(' ')).join(' | '));
                }""");
    }

    private static String read() {
        try (InputStream in = Axe.class.getResourceAsStream("/axe.min.js")) {
            if (in == null) {
                throw new IllegalStateException("the script of axe is not on the class path");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
