package org.whorl.server.people;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InvalidClassException;
import java.io.ObjectInputFilter;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.session.Session;

/** What a session holds, as bytes. Only classes of Java, of Spring Security and of Whorl are read back. */
final class SessionContent {

    private static final ObjectInputFilter OURS = ObjectInputFilter.Config.createFilter(
            "maxdepth=40;java.base/*;org.springframework.security.**;org.whorl.server.**;!*");

    private SessionContent() {}

    /** The same for the same content. */
    static byte[] write(Session session) {
        TreeMap<String, Object> all = new TreeMap<>();
        session.getAttributeNames().forEach(name -> all.put(name, session.getRequiredAttribute(name)));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(all);
        } catch (IOException e) {
            throw new UncheckedIOException("something in a session cannot be kept", e);
        }
        return bytes.toByteArray();
    }

    /** Empty where another version of Whorl wrote what this one does not understand: then the session is over. */
    @SuppressWarnings("BanSerializableRead")
    static Optional<Map<String, Object>> read(byte[] content) {
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(content))) {
            in.setObjectInputFilter(OURS);
            Map<String, Object> all = new HashMap<>();
            ((Map<?, ?>) in.readObject()).forEach((name, value) -> all.put((String) name, value));
            return Optional.of(all);
        } catch (InvalidClassException | ClassNotFoundException _) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
