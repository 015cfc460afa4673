package org.whorl.files;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A text file read whole, or the reason why not. */
sealed interface TextFile {
    /** No model or table people write is as large as this. */
    long LARGEST = 64L << 20;

    /** The text, without a byte order mark. */
    record Content(String text) implements TextFile {}

    /** Not read; line 0 when no line is to blame. */
    record Refused(int line, String wrong, String right) implements TextFile {}

    static TextFile read(Path path) {
        try {
            if (!Files.exists(path)) {
                return new Refused(0, "there is no such file", "check its name");
            }
            if (!Files.isRegularFile(path)) {
                return new Refused(0, "this is not a file", "put a text file here");
            }
            if (Files.size(path) > LARGEST) {
                return new Refused(0, "the file is larger than 64 MB", "keep only what the model needs");
            }
            return decode(Files.readAllBytes(path));
        } catch (AccessDeniedException _) {
            return new Refused(0, "the file may not be read", "ask for permission to read it");
        } catch (IOException e) {
            return new Refused(0, "the file cannot be read (%s)".formatted(e.getMessage()), "check the disk");
        }
    }

    private static TextFile decode(byte[] bytes) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length + 1);
        CoderResult result = StandardCharsets.UTF_8.newDecoder().decode(in, out, true);
        if (result.isError()) {
            int line = 1;
            for (int i = 0; i < in.position(); i++) {
                line += bytes[i] == '\n' ? 1 : 0;
            }
            return new Refused(line, "the text is not UTF-8", "save the file as UTF-8");
        }
        String text = out.flip().toString();
        return new Content(text.startsWith("\uFEFF") ? text.substring(1) : text);
    }
}
