package org.whorl.files.report;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.ReadOnlyFileSystemException;
import java.util.Locale;

/** A folder could not be written. The message says why and what would help; nothing half-written is left behind. */
public final class CannotWrite extends IOException {

    private static final long serialVersionUID = 1;

    CannotWrite(String message) {
        super(message);
    }

    private CannotWrite(String message, Throwable cause) {
        super(message, cause);
    }

    static CannotWrite because(Path folder, Exception cause) {
        String where = "%s could not be written: ".formatted(folder);
        return new CannotWrite(where + reason(cause), cause);
    }

    private static String reason(Exception cause) {
        String said = cause instanceof FileSystemException e && e.getReason() != null
                ? e.getReason()
                : String.valueOf(cause.getMessage());
        String low = said.toLowerCase(Locale.ROOT);
        if (low.contains("no space") || low.contains("not enough space") || low.contains("quota")) {
            return "the disk is full; make room, or choose a folder on another disk";
        }
        if (cause instanceof AccessDeniedException || low.contains("permission denied")) {
            return "you may not write there; choose a folder of your own";
        }
        if (cause instanceof ReadOnlyFileSystemException || low.contains("read-only")) {
            return "that disk can only be read; choose a folder elsewhere";
        }
        if (low.contains("not a directory")
                || cause instanceof NoSuchFileException
                || cause instanceof FileAlreadyExistsException) {
            return "part of that path is not a folder; check the path";
        }
        return said;
    }
}
