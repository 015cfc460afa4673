package org.whorl.server;

import java.util.Iterator;
import java.util.List;

/**
 * What {@code serve} is told.
 *
 * @param port where it listens
 * @param data the folder everything is kept in
 * @param database the address of a database; empty for a private one
 * @param help only say what there is to say
 */
record ServeOptions(int port, String data, String database, boolean help) {

    static final String USAGE = """
            Usage: whorl serve [--port N] [--data DIR] [--database URL]

            Starts the web application, with the example loaded on first start.

              --port N        where it listens (8080)
              --data DIR      the folder everything is kept in (data)
              --database URL  use this PostgreSQL instead of a private one:
                              postgresql://user:password@host:5432/whorl
            """;

    /**
     * Reads the arguments.
     *
     * @throws IllegalArgumentException saying what is wrong and how it is used
     */
    static ServeOptions read(List<String> arguments) {
        int port = 8080;
        String data = "data";
        String database = "";
        Iterator<String> rest = arguments.iterator();
        while (rest.hasNext()) {
            String argument = rest.next();
            int equals = argument.indexOf('=');
            String name = argument.startsWith("--") && equals > 0 ? argument.substring(0, equals) : argument;
            switch (name) {
                case "serve" -> {}
                case "--help", "-h" -> {
                    return new ServeOptions(port, data, database, true);
                }
                case "--port", "--data", "--database" -> {
                    String value = equals > 0 ? argument.substring(equals + 1) : next(rest, name);
                    switch (name) {
                        case "--port" -> port = port(value);
                        case "--data" -> data = value;
                        default -> database = value;
                    }
                }
                default -> throw new IllegalArgumentException("unknown: %s%n%n%s".formatted(argument, USAGE));
            }
        }
        return new ServeOptions(port, data, database, false);
    }

    private static String next(Iterator<String> rest, String name) {
        if (!rest.hasNext()) {
            throw new IllegalArgumentException("%s needs a value%n%n%s".formatted(name, USAGE));
        }
        return rest.next();
    }

    private static int port(String value) {
        try {
            int port = Integer.parseInt(value);
            if (port >= 0 && port <= 65_535) {
                return port;
            }
        } catch (NumberFormatException _) {
            // said below
        }
        throw new IllegalArgumentException("--port needs a number from 0 to 65535, not '%s'".formatted(value));
    }
}
