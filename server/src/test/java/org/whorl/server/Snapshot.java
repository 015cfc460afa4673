package org.whorl.server;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;

/** Photographs as cameras make them, and sounds as telephones do, made by hand byte for byte. */
public final class Snapshot {

    /** Stands in all that a camera writes beside the points. */
    public static final String SECRET = "SECRET-OF-THE-CAMERA";

    private Snapshot() {}

    /** Red, green, blue and white, in quarters: left above, right above, left below, right below. */
    public static BufferedImage quarters(int width, int height) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        Color[] colours = {Color.RED, Color.GREEN, Color.BLUE, Color.WHITE};
        for (int i = 0; i < 4; i++) {
            pen.setColor(colours[i]);
            pen.fillRect(i % 2 * width / 2, i / 2 * height / 2, width / 2, height / 2);
        }
        pen.dispose();
        return image;
    }

    /** A plain JPEG of these. */
    public static byte[] jpeg(int width, int height) {
        return written(quarters(width, height), "jpeg");
    }

    /** A plain PNG of these. */
    public static byte[] png(int width, int height) {
        return written(quarters(width, height), "png");
    }

    /** An image as a file of that format. */
    public static byte[] written(BufferedImage image, String format) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, format, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** The image of a file. */
    public static BufferedImage read(byte[] file) {
        try {
            return ImageIO.read(new ByteArrayInputStream(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As a telephone writes it: turned, with place and maker, XMP, a colour table, a comment, and a first small picture. */
    public static byte[] fromCamera(int width, int height, int orientation) {
        byte[] plain = jpeg(width, height);
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.write(plain, 0, 2);
        segment(file, 0xe1, "Exif\0\0", exif(orientation));
        segment(file, 0xe1, "http://ns.adobe.com/xap/1.0/\0", text("<x:xmpmeta>" + SECRET + "</x:xmpmeta>"));
        segment(file, 0xe2, "ICC_PROFILE\0\1\1", text(SECRET));
        segment(file, 0xed, "Photoshop 3.0\0", text(SECRET));
        segment(file, 0xfe, "", text(SECRET));
        file.write(plain, 2, plain.length - 2);
        file.writeBytes(text(SECRET));
        return file.toByteArray();
    }

    private static void segment(ByteArrayOutputStream file, int marker, String name, byte[] content) {
        byte[] begin = text(name);
        int length = begin.length + content.length + 2;
        file.writeBytes(new byte[] {(byte) 0xff, (byte) marker, (byte) (length >> 8), (byte) length});
        file.writeBytes(begin);
        file.writeBytes(content);
    }

    /** Big end first: maker, orientation, and a place of its own list with a latitude. */
    public static byte[] exif(int orientation) {
        ByteBuffer tags = ByteBuffer.allocate(400);
        tags.put(text("MM")).putShort((short) 42).putInt(8);
        tags.putShort((short) 3);
        tags.putShort((short) 0x010f)
                .putShort((short) 2)
                .putInt(SECRET.length() + 1)
                .putInt(200);
        tags.putShort((short) 0x0112)
                .putShort((short) 3)
                .putInt(1)
                .putShort((short) orientation)
                .putShort((short) 0);
        tags.putShort((short) 0x8825).putShort((short) 4).putInt(1).putInt(60);
        tags.putInt(0);
        tags.position(60);
        tags.putShort((short) 2);
        tags.putShort((short) 1).putShort((short) 2).putInt(2).put(text("N\0\0\0"));
        tags.putShort((short) 2).putShort((short) 5).putInt(3).putInt(300);
        tags.putInt(0);
        tags.position(200);
        tags.put(text(SECRET));
        tags.position(300);
        for (int part : new int[] {51, 1, 39, 1, 4242, 100}) {
            tags.putInt(part);
        }
        return tags.array();
    }

    /** A PNG that says it is that large, and is not. */
    public static byte[] bomb(int width, int height) {
        byte[] file = png(8, 8);
        ByteBuffer.wrap(file).putInt(16, width).putInt(20, height);
        CRC32 sum = new CRC32();
        sum.update(file, 12, 17);
        ByteBuffer.wrap(file).putInt(29, (int) sum.getValue());
        return file;
    }

    /** A PNG with another chunk before its points. */
    public static byte[] withChunk(byte[] png, String name, byte[] content) {
        ByteBuffer chunk = ByteBuffer.allocate(content.length + 12);
        chunk.putInt(content.length).put(text(name)).put(content);
        CRC32 sum = new CRC32();
        sum.update(chunk.array(), 4, content.length + 4);
        chunk.putInt((int) sum.getValue());
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.write(png, 0, 33);
        file.writeBytes(chunk.array());
        file.write(png, 33, png.length - 33);
        return file.toByteArray();
    }

    /** What begins as sound from a browser does, with that word in it. */
    public static byte[] webm(String word) {
        byte[] head = {0x1a, 0x45, (byte) 0xdf, (byte) 0xa3, (byte) 0x84, 0x42, (byte) 0x82, (byte) 0x84};
        byte[] file = Arrays.copyOf(head, 1_000);
        System.arraycopy(text("webm"), 0, file, 8, 4);
        System.arraycopy(text(word), 0, file, 500, word.length());
        return file;
    }

    /** The bytes of a text. */
    public static byte[] text(String words) {
        return words.getBytes(StandardCharsets.ISO_8859_1);
    }
}
