package org.whorl.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Says in one sentence why a command could not finish. */
final class Failures implements IExecutionExceptionHandler {

    @Override
    public int handleExecutionException(Exception failure, CommandLine command, ParseResult arguments)
            throws Exception {
        String sentence = switch (failure) {
            case Refusal refusal -> refusal.sentence();
            case UncheckedIOException e when e.getCause() != null -> sentence(e.getCause());
            case IOException e -> sentence(e);
            default -> throw failure;
        };
        command.getErr().println(sentence);
        command.getErr().flush();
        return Whorl.WRONG;
    }

    /** Ends a command's output, which must not go missing unnoticed. */
    static void flush(PrintWriter out) throws IOException {
        if (out.checkError()) {
            throw new FileSystemException("to standard output", null, "it is closed, or the disk is full");
        }
    }

    private static String sentence(IOException failure) {
        return switch (failure) {
            case AccessDeniedException e ->
                "Cannot write %s: permission denied. Nothing was written.".formatted(e.getFile());
            case NotDirectoryException e -> "%s is not a folder. Nothing was written.".formatted(e.getFile());
            case NoSuchFileException e -> "There is no %s. Nothing was written.".formatted(e.getFile());
            case FileSystemException e
            when e.getReason() != null ->
                "Cannot write %s: %s. Nothing was written.".formatted(e.getFile(), e.getReason());
            default -> "Cannot write: %s. Nothing was written.".formatted(failure.getMessage());
        };
    }
}
