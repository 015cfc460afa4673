package org.whorl.server.stories;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.concurrent.Semaphore;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * A photograph drawn anew: its points and nothing else. What a camera or a program wrote beside them (place, time, device,
 * owner, a small first version, colour tables) is not copied, because nothing but points is.
 *
 * @param jpeg the new file
 * @param width in points
 * @param height in points
 */
public record Picture(byte[] jpeg, int width, int height) {

    static final int LARGEST = 10 * 1024 * 1024;
    private static final int LONGEST_SIDE = 1_600;

    /** A small file may say that it is a huge picture; what is larger than cameras make is not unpacked. */
    private static final long MOST_POINTS = 50_000_000;

    private static final int MOST_ON_A_SIDE = 20_000;

    /** A picture that comes in layers has about ten; one with thousands keeps a machine busy for hours. */
    private static final int MOST_LAYERS = 100;

    /** Two at a time: each takes some eighty megabytes while it is drawn. */
    private static final Semaphore AT_ONCE = new Semaphore(2);

    /** It was not taken in. */
    static final class Refused extends Exception {
        private static final long serialVersionUID = 1L;
        private final String sentence;

        Refused(String sentence) {
            super(sentence);
            this.sentence = sentence;
        }

        /** The name of the sentence that says why. */
        String sentence() {
            return sentence;
        }
    }

    /** Draws it anew, upright. */
    static Picture of(byte[] bytes) throws Refused {
        String format = Exif.isJpeg(bytes) ? "jpeg" : Exif.isPng(bytes) ? "png" : "";
        if (format.isEmpty()) {
            throw new Refused("tell.photo.kind");
        }
        if (bytes.length > LARGEST) {
            throw new Refused("tell.photo.large");
        }
        if (format.equals("jpeg") && layers(bytes) > MOST_LAYERS) {
            throw new Refused("tell.photo.points");
        }
        AT_ONCE.acquireUninterruptibly();
        try {
            return written(Upright.turned(smaller(read(bytes, format)), Exif.orientation(bytes)));
        } catch (IOException | RuntimeException _) {
            // Java's own readers stumble over a damaged file in many ways.
            throw new Refused("tell.photo.damaged");
        } finally {
            AT_ONCE.release();
        }
    }

    private static int layers(byte[] jpeg) {
        int layers = 0;
        for (int i = 0; i + 1 < jpeg.length; i++) {
            if (jpeg[i] == (byte) 0xff && jpeg[i + 1] == (byte) 0xda) {
                layers++;
            }
        }
        return layers;
    }

    /** Reads every so many points only, where there are more than are needed. */
    private static BufferedImage read(byte[] bytes, String format) throws IOException, Refused {
        ImageReader reader = ImageIO.getImageReadersByFormatName(format).next();
        try (MemoryCacheImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes))) {
            reader.setInput(in, true, true);
            int width = reader.getWidth(0);
            int height = reader.getHeight(0);
            int side = Math.max(width, height);
            if ((long) width * height > MOST_POINTS || side > MOST_ON_A_SIDE) {
                throw new Refused("tell.photo.points");
            }
            int every = Math.max(1, side / (LONGEST_SIDE * 3 / 2));
            ImageReadParam part = reader.getDefaultReadParam();
            part.setSourceSubsampling(every, every, 0, 0);
            return reader.read(0, part);
        } finally {
            reader.dispose();
        }
    }

    /** Half by half, so that each point counts. */
    private static BufferedImage smaller(BufferedImage read) {
        int side = Math.max(read.getWidth(), read.getHeight());
        if (side >= 2 * LONGEST_SIDE) {
            return smaller(drawn(read, 0.5));
        }
        return drawn(read, Math.min(1.0, LONGEST_SIDE / (double) side));
    }

    private static BufferedImage drawn(BufferedImage read, double size) {
        int width = Math.max(1, (int) Math.round(read.getWidth() * size));
        int height = Math.max(1, (int) Math.round(read.getHeight() * size));
        BufferedImage drawn = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = drawn.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        // What can be seen through becomes white.
        pen.drawImage(read, 0, 0, width, height, Color.WHITE, null);
        pen.dispose();
        return drawn;
    }

    private static Picture written(BufferedImage drawn) throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(file)) {
            ImageWriteParam fine = writer.getDefaultWriteParam();
            fine.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            fine.setCompressionQuality(0.85f);
            writer.setOutput(out);
            writer.write(null, new IIOImage(drawn, null, null), fine);
        } finally {
            writer.dispose();
        }
        return new Picture(file.toByteArray(), drawn.getWidth(), drawn.getHeight());
    }
}
