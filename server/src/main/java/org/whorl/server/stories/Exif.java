package org.whorl.server.stories;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** What a camera wrote beside the points: read for one thing only, which way is up. */
final class Exif {

    private static final int ORIENTATION = 274;

    private Exif() {}

    static boolean isJpeg(byte[] file) {
        return begins(file, 0xff, 0xd8, 0xff);
    }

    static boolean isPng(byte[] file) {
        return begins(file, 0x89, 'P', 'N', 'G', 0x0d, 0x0a, 0x1a, 0x0a);
    }

    private static boolean begins(byte[] file, int... signs) {
        for (int i = 0; i < signs.length; i++) {
            if (i >= file.length || (file[i] & 0xff) != signs[i]) {
                return false;
            }
        }
        return true;
    }

    /** Which way is up, from 1 to 8; 1 where nothing is said, or nothing that can be understood. */
    static int orientation(byte[] file) {
        try {
            return (isPng(file) ? inPng(file) : inJpeg(file)).map(Exif::inTags).orElse(1);
        } catch (BufferUnderflowException | IllegalArgumentException | IndexOutOfBoundsException _) {
            return 1;
        }
    }

    /** In a JPEG it stands in one of the segments before the points. */
    private static Optional<ByteBuffer> inJpeg(byte[] file) {
        ByteBuffer bytes = ByteBuffer.wrap(file).position(2);
        while (bytes.remaining() > 4) {
            int marker = bytes.getShort() & 0xffff;
            int length = bytes.getShort() & 0xffff;
            if (marker == 0xffda || length < 2) {
                return Optional.empty();
            }
            ByteBuffer segment = bytes.slice(bytes.position(), length - 2);
            if (marker == 0xffe1 && says(segment, "Exif\0\0")) {
                return Optional.of(segment.slice());
            }
            bytes.position(bytes.position() + length - 2);
        }
        return Optional.empty();
    }

    /** In a PNG it is a chunk of its own. */
    private static Optional<ByteBuffer> inPng(byte[] file) {
        ByteBuffer bytes = ByteBuffer.wrap(file).position(8);
        while (bytes.remaining() > 12) {
            int length = bytes.getInt();
            byte[] name = new byte[4];
            bytes.get(name);
            if (new String(name, StandardCharsets.ISO_8859_1).equals("eXIf")) {
                return Optional.of(bytes.slice(bytes.position(), length));
            }
            bytes.position(Math.addExact(bytes.position(), length) + 4);
        }
        return Optional.empty();
    }

    private static boolean says(ByteBuffer segment, String word) {
        byte[] start = new byte[word.length()];
        if (segment.remaining() < start.length) {
            return false;
        }
        segment.get(start);
        return new String(start, StandardCharsets.ISO_8859_1).equals(word);
    }

    /** The tags begin with the order of bytes: II is small end first. */
    private static int inTags(ByteBuffer tags) {
        tags.order(tags.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        int first = tags.getInt(4);
        int number = tags.getShort(first) & 0xffff;
        for (int i = 0; i < number; i++) {
            int entry = first + 2 + 12 * i;
            if ((tags.getShort(entry) & 0xffff) == ORIENTATION) {
                int up = tags.getShort(entry + 8);
                return up >= 1 && up <= 8 ? up : 1;
            }
        }
        return 1;
    }
}
