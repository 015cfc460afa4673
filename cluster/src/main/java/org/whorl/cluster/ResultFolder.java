package org.whorl.cluster;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.regex.Pattern;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.util.HadoopInputFile;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * A folder of results that appears whole or not at all, on this machine or wherever Hadoop writes. Everything is written
 * beside it under a name that begins with a point, and renamed when all is there. Closing without publishing leaves no trace.
 */
final class ResultFolder implements AutoCloseable {

    static final String TABLE = "results.parquet";

    /** The last file that is written, by which a folder is known as ours. */
    static final String RUN = "run.json";

    /** Of two letters or more: Windows has disks of one. */
    private static final Pattern SCHEME = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]+:");

    private final String asked;
    private final FileSystem files;
    private final Configuration configuration;
    private final Path target;
    private final Path staging;

    private ResultFolder(String asked, Path target, Configuration configuration) throws IOException {
        this.asked = asked;
        this.target = target;
        this.configuration = configuration;
        files = target.getFileSystem(configuration);
        staging = beside("partial");
    }

    /** Opens a folder for writing; it need not exist. A refusal, before any work, if it could not be written in the end. */
    static ResultFolder open(String out, Configuration configuration) {
        try {
            Path path = SCHEME.matcher(out).lookingAt()
                    ? new Path(out)
                    : new Path(
                            "file",
                            null,
                            java.nio.file.Path.of(out)
                                    .toAbsolutePath()
                                    .normalize()
                                    .toString());
            if (path.getParent() == null) {
                throw new Refusal("%s is no folder that could be written.".formatted(out));
            }
            ResultFolder folder = new ResultFolder(out, path, configuration);
            folder.look();
            return folder;
        } catch (IOException | IllegalArgumentException e) {
            throw refused(out, e);
        }
    }

    private void look() throws IOException {
        if (files.exists(target)) {
            if (!files.getFileStatus(target).isDirectory()) {
                throw new Refusal("%s is not a folder. Nothing was written.".formatted(asked));
            }
            if (files.listStatus(target).length > 0 && !files.exists(new Path(target, RUN))) {
                throw new Refusal(
                        "Cannot write %s: it holds files that are not ours; name another folder.".formatted(asked));
            }
        }
        if (!files.mkdirs(staging)) {
            throw new IOException("no file can be made there");
        }
        // A folder may be made where no file can be: on a full disk.
        text("begun", "");
        files.delete(new Path(staging, "begun"), false);
    }

    private Path beside(String why) {
        return new Path(target.getParent(), ".%s-%s-%s".formatted(target.getName(), why, UUID.randomUUID()));
    }

    /** Writes a file of text. */
    void text(String name, String text) throws IOException {
        try (OutputStream out = files.create(new Path(staging, name))) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
    }

    /**
     * Writes the table. Machines that write each on a disk of its own would leave holes here, so the rows are counted.
     *
     * @param rows how many there must be
     */
    void table(Dataset<Row> table, long rows) throws IOException {
        Path path = new Path(staging, TABLE);
        table.write().parquet(path.toString());
        long written = 0;
        for (FileStatus file : files.listStatus(path, each -> each.getName().endsWith(".parquet"))) {
            try (ParquetFileReader reader = ParquetFileReader.open(HadoopInputFile.fromStatus(file, configuration))) {
                written += reader.getRecordCount();
            }
        }
        if (written != rows) {
            throw new Refusal(
                    ("Of %d rows %d arrived in %s: not every machine writes to the same place. Name a folder that"
                                    + " all of them share, such as hdfs://... Nothing was written.")
                            .formatted(rows, written, asked));
        }
    }

    /** Makes everything appear; earlier results of ours are replaced. */
    void publish() throws IOException {
        Path old = beside("old");
        boolean replaced = files.exists(target);
        if (replaced) {
            rename(target, old);
        }
        try {
            rename(staging, target);
        } catch (IOException e) {
            if (replaced) {
                rename(old, target);
            }
            throw e;
        }
        if (replaced) {
            files.delete(old, true);
        }
    }

    private void rename(Path from, Path to) throws IOException {
        if (!files.rename(from, to)) {
            throw new IOException("%s cannot be renamed to %s".formatted(from, to));
        }
    }

    /** The sentence for what could not be written. */
    Refusal refused(Exception failure) {
        return refused(asked, failure);
    }

    private static Refusal refused(String out, Exception failure) {
        return new Refusal("Cannot write %s: %s. Nothing was written.".formatted(out, failure.getMessage()));
    }

    @Override
    public void close() {
        try {
            files.delete(staging, true);
        } catch (IOException _) {
            // What is left has a name nobody takes for results.
        }
    }
}
