package org.whorl.server.decisions;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Files packed into one, in one folder, with a fingerprint of each beside them; the same files give the same bytes. */
final class Packed {

    /** What {@code sha256sum --check} reads. */
    static final String SUMS = "SHA256SUMS";

    private static final FileTime ALWAYS = FileTime.from(Instant.parse("2000-01-01T00:00:00Z"));

    private Packed() {}

    /**
     * Packs them.
     *
     * @param folder what the one folder is called
     * @param files by their paths in it
     */
    static byte[] of(String folder, Map<String, byte[]> files) {
        SortedMap<String, byte[]> all = new TreeMap<>(files);
        StringBuilder sums = new StringBuilder();
        all.forEach((path, content) ->
                sums.append(fingerprint(content)).append("  ").append(path).append('\n'));
        all.put(SUMS, sums.toString().getBytes(StandardCharsets.UTF_8));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
            for (Map.Entry<String, byte[]> file : all.entrySet()) {
                ZipEntry entry = new ZipEntry(folder + "/" + file.getKey());
                entry.setLastModifiedTime(ALWAYS);
                zip.putNextEntry(entry);
                zip.write(file.getValue());
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** SHA-256, in hexadecimal digits. */
    static String fingerprint(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has it", e);
        }
    }
}
