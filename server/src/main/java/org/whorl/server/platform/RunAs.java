package org.whorl.server.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * As whom PostgreSQL runs. It refuses to run as root, so as root it is put where it does not look like root: in a user
 * namespace of its own, or, where the machine forbids those, as an ordinary user.
 */
sealed interface RunAs {

    /** The command that runs another command this way. */
    List<String> command(List<String> program);

    /** Makes a folder usable for whoever PostgreSQL runs as. */
    default void handOver(Path folder) throws IOException {}

    /** As ourselves: we are not root. */
    record Ourselves() implements RunAs {
        @Override
        public List<String> command(List<String> program) {
            return program;
        }
    }

    /** In a user namespace in which we are nobody. Files stay ours, and so does the right to stop it. */
    record OwnNamespace() implements RunAs {
        @Override
        public List<String> command(List<String> program) {
            return joined(List.of("unshare", "--user", "--"), program);
        }
    }

    /**
     * As another user of this machine, who is given the folder.
     *
     * @param uid the number of that user
     */
    record OtherUser(int uid) implements RunAs {
        @Override
        public List<String> command(List<String> program) {
            return joined(List.of("setpriv", "--reuid=" + uid, "--regid=" + uid, "--clear-groups", "--"), program);
        }

        @Override
        public void handOver(Path folder) throws IOException {
            run(List.of("chown", "-R", uid + ":" + uid, folder.toString()));
            if (!succeeds(command(List.of("test", "-w", folder.toString())))) {
                throw new IOException("""
                        PostgreSQL has to run as user %d here, and that user may not enter the folders above %s. \
                        Give another folder: --data /var/lib/whorl""".formatted(uid, folder));
            }
        }
    }

    /** What works on this machine. */
    static RunAs bestHere() throws IOException {
        return bestHere(true);
    }

    /** The same, as if the machine had no user namespaces when told so. */
    static RunAs bestHere(boolean namespaces) throws IOException {
        if (!isRoot()) {
            return new Ourselves();
        }
        if (namespaces && succeeds(List.of("unshare", "--user", "--", "true"))) {
            return new OwnNamespace();
        }
        // 65534 is `nobody` on every Linux we know of; it owns nothing that we could harm.
        OtherUser nobody = new OtherUser(65534);
        if (succeeds(nobody.command(List.of("true")))) {
            return nobody;
        }
        throw new IOException("""
                PostgreSQL refuses to run as root, and this machine lets us neither make a user namespace (unshare) nor \
                become another user (setpriv). Start Whorl as an ordinary user, or give a database: --database URL""");
    }

    private static boolean isRoot() throws IOException {
        Path self = Path.of("/proc/self");
        return Files.exists(self)
                ? Integer.valueOf(0).equals(Files.getAttribute(self, "unix:uid"))
                : System.getProperty("user.name", "").equals("root");
    }

    private static boolean succeeds(List<String> command) {
        try {
            run(command);
            return true;
        } catch (IOException _) {
            return false;
        }
    }

    private static void run(List<String> command) throws IOException {
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
                process.destroyForcibly();
                throw new IOException("did not succeed: " + String.join(" ", command));
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new IOException("interrupted: " + String.join(" ", command), e);
        }
    }

    private static List<String> joined(List<String> before, List<String> program) {
        List<String> all = new ArrayList<>(before);
        all.addAll(program);
        return all;
    }
}
