package org.whorl.server.models;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** A model folder packed into one file, to be sent and brought back. */
final class Zipped {

    private static final FileTime ALWAYS = FileTime.from(Instant.parse("2000-01-01T00:00:00Z"));

    private Zipped() {}

    /** What could not be unpacked, as the name of a sentence and what it is about. */
    static final class Refused extends Exception {
        private static final long serialVersionUID = 1L;

        private final String sentence;
        private final String what;

        Refused(String sentence, String what) {
            super(sentence);
            this.sentence = sentence;
            this.what = what;
        }

        String sentence() {
            return sentence;
        }

        String what() {
            return what;
        }
    }

    /** The files in one folder of that name; the same folder gives the same bytes. */
    static byte[] pack(String name, Folder folder) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, String> file : folder.files().entrySet()) {
                ZipEntry entry = new ZipEntry(name + "/" + file.getKey());
                entry.setLastModifiedTime(ALWAYS);
                zip.putNextEntry(entry);
                zip.write(file.getValue().getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** Is it a packed folder? */
    static boolean is(byte[] bytes) {
        return bytes.length > 3 && bytes[0] == 'P' && bytes[1] == 'K';
    }

    /** The texts in a packed folder; what is neither YAML, CSV nor a text to read is left behind. */
    static Map<String, String> unpack(byte[] bytes) throws Refused {
        Map<String, String> files = new TreeMap<>();
        int left = Folder.MOST_CHARACTERS;
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                String name = entry.getName().replaceFirst(".*[/\\\\]", "");
                if (entry.isDirectory() || !isOurs(name)) {
                    continue;
                }
                byte[] content = zip.readNBytes(left + 1);
                left -= content.length;
                if (left < 0) {
                    throw new Refused("models.bring.too-large", name);
                }
                if (files.put(name, text(name, content)) != null) {
                    throw new Refused("models.bring.twice", name);
                }
            }
        } catch (IOException _) {
            throw new Refused("models.bring.broken", "");
        }
        return files;
    }

    /** The text of one file. */
    static String text(String name, byte[] bytes) throws Refused {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException _) {
            throw new Refused("models.bring.not-text", name);
        }
    }

    static boolean isOurs(String name) {
        return Folder.isName(name) && name.matches(".*\\.(yaml|csv|md|txt)");
    }
}
