package org.whorl.server.platform;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;

/**
 * Where a database is and who we are there.
 *
 * @param url as JDBC writes it
 * @param user the name of the role
 * @param password its password; never printed
 */
public record Database(String url, String user, String password) {

    /**
     * Reads an address as people write it.
     *
     * @param address {@code postgresql://user:password@host:port/name}, also with {@code jdbc:} in front
     * @throws IllegalArgumentException saying what was expected
     */
    public static Database at(String address) {
        String plain = address.startsWith("jdbc:") ? address.substring(5) : address;
        try {
            URI uri = new URI(plain.replaceFirst("^postgres:", "postgresql:"));
            String path = uri.getPath();
            if (!"postgresql".equals(uri.getScheme()) || uri.getHost() == null || path == null || path.length() < 2) {
                throw new IllegalArgumentException(expected());
            }
            String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
            String options = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
            String who = uri.getRawUserInfo() == null ? "" : uri.getRawUserInfo();
            int colon = who.indexOf(':');
            return new Database(
                    "jdbc:postgresql://" + uri.getHost() + port + uri.getRawPath() + options,
                    decoded(colon < 0 ? who : who.substring(0, colon)),
                    colon < 0 ? "" : decoded(who.substring(colon + 1)));
        } catch (URISyntaxException _) {
            // The address may hold a password, so what is wrong with it is not repeated.
            throw new IllegalArgumentException(expected());
        }
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    private static String expected() {
        return "the address of a database looks like postgresql://user:password@host:5432/whorl";
    }

    /** Without the password, for messages. */
    @Override
    public String toString() {
        return url + " as " + user;
    }
}
