package org.whorl.server.mail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the settings say about e-mail. They stand in {@code whorl.properties} in the data folder, or in the environment:
 *
 * <pre>
 * whorl.mail.host=smtp.example.org
 * whorl.mail.from=whorl@example.org
 * whorl.mail.user=whorl
 * whorl.mail.password-file=/run/secrets/mail       (or WHORL_MAIL_PASSWORD)
 * whorl.mail.in.host=imap.example.org              (only for answers by e-mail)
 * </pre>
 *
 * @param host the server letters are given to; none are sent where it is blank
 * @param port its port; 0 for the usual one
 * @param security how the way there is kept secret
 * @param user who we are there; blank where it does not ask
 * @param password how it knows that it is us
 * @param passwordFile a file whose first line says so
 * @param from from which address letters come
 * @param giveUpAfter how long a letter is tried
 * @param in where answers arrive
 */
@ConfigurationProperties("whorl.mail")
record MailSettings(
        @DefaultValue("") String host,
        @DefaultValue("0") int port,
        @DefaultValue("starttls") String security,
        @DefaultValue("") String user,
        @DefaultValue("") String password,
        @DefaultValue("") String passwordFile,
        @DefaultValue("") String from,
        @DefaultValue("3d") Duration giveUpAfter,
        @DefaultValue In in) {

    /**
     * The mailbox answers arrive in. Whorl deletes an answer that it has read, and leaves whatever else is in it.
     *
     * @param host the server it is on (IMAP); answers are not read where it is blank
     * @param port its port; 0 for the usual one
     * @param security how the way there is kept secret
     * @param user who we are there; as for sending where it is blank
     * @param password as for sending where it is blank
     * @param passwordFile a file whose first line says so
     * @param folder which of its folders
     * @param address the address it has; as {@code from} where it is blank
     * @param plus does the server put name+anything into the mailbox of name?
     * @param every how often it is looked into
     */
    record In(
            @DefaultValue("") String host,
            @DefaultValue("0") int port,
            @DefaultValue("tls") String security,
            @DefaultValue("") String user,
            @DefaultValue("") String password,
            @DefaultValue("") String passwordFile,
            @DefaultValue("INBOX") String folder,
            @DefaultValue("") String address,
            @DefaultValue("true") boolean plus,
            @DefaultValue("60s") Duration every) {

        /** Without the secret. */
        @Override
        public String toString() {
            return "In[host=%s, user=%s]".formatted(host, user);
        }
    }

    private static final Set<String> SECURITY = Set.of("starttls", "tls", "none");
    private static final Set<String> HERE = Set.of("localhost", "127.0.0.1", "::1");

    /**
     * Checks them.
     *
     * @throws IllegalArgumentException naming the setting that is missing or of no use, and what would be
     */
    MailSettings {
        if (!host.isBlank()) {
            check("whorl.mail", host, security, user);
            if (!isAddress(from)) {
                throw new IllegalArgumentException(
                        "whorl.mail.from: an address such as whorl@example.org is wanted, not '%s'".formatted(from));
            }
            if (giveUpAfter.isNegative() || giveUpAfter.isZero()) {
                throw new IllegalArgumentException("whorl.mail.give-up-after: a time such as 3d is wanted");
            }
            password = secret("whorl.mail", password, passwordFile);
        }
        if (!in.host().isBlank()) {
            if (host.isBlank()) {
                throw new IllegalArgumentException("whorl.mail.in.host is set, but whorl.mail.host is not");
            }
            check("whorl.mail.in", in.host(), in.security(), in.user().isBlank() ? user : in.user());
            String own = secret("whorl.mail.in", in.password(), in.passwordFile());
            in = new In(
                    in.host(),
                    in.port(),
                    in.security(),
                    in.user().isBlank() ? user : in.user(),
                    own.isEmpty() ? password : own,
                    in.passwordFile(),
                    in.folder(),
                    in.address().isBlank() ? from : in.address(),
                    in.plus(),
                    in.every());
            if (!isAddress(in.address())) {
                throw new IllegalArgumentException(
                        "whorl.mail.in.address: an address is wanted, not '%s'".formatted(in.address()));
            }
        }
    }

    /** Are letters sent? */
    boolean sends() {
        return !host.isBlank();
    }

    /** Are answers read? */
    boolean reads() {
        return !in.host().isBlank();
    }

    /** The part of our address after the at. */
    String domain() {
        return from.substring(from.indexOf('@') + 1).toLowerCase(Locale.ROOT);
    }

    /** Where an answer to a letter with that secret goes. */
    String answersTo(String secret) {
        return in.plus() ? in.address().replaceFirst("@", "+" + secret + "@") : in.address();
    }

    private static void check(String where, String host, String security, String user) {
        if (!SECURITY.contains(security)) {
            throw new IllegalArgumentException(
                    "%s.security: starttls, tls or none is wanted, not '%s'".formatted(where, security));
        }
        if (security.equals("none") && !user.isBlank() && !HERE.contains(host)) {
            throw new IllegalArgumentException(
                    "%s.security: a password does not go over the network as it is; starttls or tls is wanted"
                            .formatted(where));
        }
    }

    /** Is that an address as mail servers everywhere take it? */
    static boolean isAddress(String text) {
        return text.matches("[A-Za-z0-9.!#$%&'*/=?^_`{|}~-]+@[A-Za-z0-9.-]+");
    }

    private static String secret(String where, String password, String file) {
        if (file.isBlank()) {
            return password;
        }
        try (var lines = Files.lines(Path.of(file))) {
            return lines.findFirst().orElse("").strip();
        } catch (IOException | RuntimeException _) {
            throw new IllegalArgumentException(where + ".password-file cannot be read: " + file);
        }
    }

    /** Without the secrets. */
    @Override
    public String toString() {
        return "MailSettings[host=%s, from=%s]".formatted(host, from);
    }
}
