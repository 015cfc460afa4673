package org.whorl.server;

import java.util.Iterator;
import java.util.List;

/**
 * What the server's process is told.
 *
 * @param command what to do
 * @param file the file to write a backup to, or to restore from; empty where there is none
 * @param port where it listens
 * @param data the folder everything is kept in
 * @param database the address of a database; empty for a private one
 * @param keep for how many days backups in a folder are kept
 * @param takenBack the list of what was taken back since the backup was made; empty for none
 */
record ServeOptions(Command command, String file, int port, String data, String database, int keep, String takenBack) {

    /** Five weeks: longer than a month's holiday, short enough for words that were taken back. */
    static final int DAYS_KEPT = 35;

    static final String USAGE = """
            Usage: whorl serve [--port N] [--data DIR] [--database URL]
                   whorl backup FILE | FOLDER/ [--keep DAYS] [--data DIR] [--database URL]
                   whorl restore FILE [--taken-back LIST] [--data DIR] [--database URL]
                   whorl verify [--data DIR] [--database URL]

            serve    starts the web application, with the example loaded on first start
            backup   writes everything into one file, also while Whorl runs; keep it safe, it holds people's words. Into a
                     folder it writes a file named after the moment, and deletes its own that are older than --keep
            restore  reads it back into an empty store, while Whorl does not run
            verify   checks that no line of the record of what was done was changed or removed

              --port N        where it listens (8080)
              --data DIR      the folder everything is kept in (data)
              --database URL  use this PostgreSQL instead of a private one:
                              postgresql://user:password@host:5432/whorl
              --keep DAYS     how long backups in a folder are kept (35)
              --taken-back LIST
                              DIR/taken-back of the store that was lost: what people took back after the backup was made
                              stays gone. Without it, it comes back with the backup

            Letters by e-mail are sent once whorl.properties in DIR, or the environment, says how: whorl.address,
            whorl.mail.host, whorl.mail.port (587), whorl.mail.security (starttls, tls or none), whorl.mail.from,
            whorl.mail.user, whorl.mail.password-file or WHORL_MAIL_PASSWORD; and to read answers, the same under
            whorl.mail.in for a mailbox by IMAP. docs/guide/mail.md says more.

            While it runs: /health says whether it is well; /metrics has figures for Prometheus, on this machine only, or
            elsewhere with the token in WHORL_METRICS_TOKEN. What happens is logged in DIR/whorl.log, one line of JSON
            each, without personal data; LOGGING_THRESHOLD_CONSOLE=info writes the same lines to the console.
            """;

    /** What to do. */
    enum Command {
        SERVE,
        BACKUP,
        RESTORE,
        VERIFY,
        HELP
    }

    /**
     * Reads the arguments.
     *
     * @throws IllegalArgumentException saying what is wrong and how it is used
     */
    static ServeOptions read(List<String> arguments) {
        Command command = Command.SERVE;
        String file = "";
        int port = 8080;
        String data = "data";
        String database = "";
        int keep = DAYS_KEPT;
        String takenBack = "";
        Iterator<String> rest = arguments.iterator();
        while (rest.hasNext()) {
            String argument = rest.next();
            int equals = argument.indexOf('=');
            String name = argument.startsWith("--") && equals > 0 ? argument.substring(0, equals) : argument;
            switch (name) {
                case "serve" -> command = Command.SERVE;
                case "verify" -> command = Command.VERIFY;
                case "backup", "restore" -> {
                    command = name.equals("backup") ? Command.BACKUP : Command.RESTORE;
                    file = next(rest, name);
                }
                case "--help", "-h" -> {
                    return new ServeOptions(Command.HELP, file, port, data, database, keep, takenBack);
                }
                case "--port" -> port = port(equals > 0 ? argument.substring(equals + 1) : next(rest, name));
                case "--data" -> data = equals > 0 ? argument.substring(equals + 1) : next(rest, name);
                case "--keep" -> keep = days(equals > 0 ? argument.substring(equals + 1) : next(rest, name));
                case "--taken-back" -> takenBack = equals > 0 ? argument.substring(equals + 1) : next(rest, name);
                case "--database" -> database = equals > 0 ? argument.substring(equals + 1) : next(rest, name);
                default -> throw new IllegalArgumentException("unknown: %s%n%n%s".formatted(argument, USAGE));
            }
        }
        return new ServeOptions(command, file, port, data, database, keep, takenBack);
    }

    private static String next(Iterator<String> rest, String name) {
        if (!rest.hasNext()) {
            throw new IllegalArgumentException("%s needs a value%n%n%s".formatted(name, USAGE));
        }
        return rest.next();
    }

    private static int days(String text) {
        try {
            int days = Integer.parseInt(text);
            if (days >= 1) {
                return days;
            }
        } catch (NumberFormatException _) {
            // said below
        }
        throw new IllegalArgumentException("--keep needs a number of days from 1, not '%s'".formatted(text));
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
