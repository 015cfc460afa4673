package org.whorl.server.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.whorl.server.Snapshot;

/** A photograph is drawn anew: upright, not too large, and nothing in it but points. */
class PictureTest {

    /** Where the quarters get to, read line by line, as each orientation is defined in Exif 2.32. */
    @ParameterizedTest
    @CsvSource({
        "1, RGBW, 80, 40",
        "2, GRWB, 80, 40",
        "3, WBGR, 80, 40",
        "4, BWRG, 80, 40",
        "5, RBGW, 40, 80",
        "6, BRWG, 40, 80",
        "7, WGBR, 40, 80",
        "8, GWRB, 40, 80",
    })
    void standsUpright(int orientation, String quarters, int width, int height) throws Picture.Refused {
        for (byte[] file : new byte[][] {
            Snapshot.fromCamera(80, 40, orientation),
            Snapshot.withChunk(Snapshot.png(80, 40), "eXIf", Snapshot.exif(orientation))
        }) {
            Picture picture = Picture.of(file);
            BufferedImage image = Snapshot.read(picture.jpeg());
            assertThat(image.getWidth()).isEqualTo(width).isEqualTo(picture.width());
            assertThat(image.getHeight()).isEqualTo(height).isEqualTo(picture.height());
            assertThat(quarters(image)).isEqualTo(quarters);
        }
    }

    private static String quarters(BufferedImage image) {
        StringBuilder quarters = new StringBuilder();
        for (int i = 0; i < 4; i++) {
            Color colour = new Color(
                    image.getRGB(image.getWidth() * (1 + 2 * (i % 2)) / 4, image.getHeight() * (1 + 2 * (i / 2)) / 4));
            boolean red = colour.getRed() > 128;
            boolean green = colour.getGreen() > 128;
            quarters.append(red && green ? 'W' : red ? 'R' : green ? 'G' : 'B');
        }
        return quarters.toString();
    }

    @Test
    void nothingButPointsIsKept() throws Picture.Refused {
        byte[] camera = Snapshot.fromCamera(80, 40, 6);
        assertThat(text(camera)).contains("Exif", "xmpmeta", "ICC_PROFILE", "Photoshop", Snapshot.SECRET);
        byte[] png = Snapshot.png(80, 40);
        for (String chunk : new String[] {"tEXt", "iTXt", "zTXt", "eXIf", "iCCP"}) {
            png = Snapshot.withChunk(png, chunk, Snapshot.text("Comment\0" + Snapshot.SECRET));
        }
        for (byte[] file : new byte[][] {camera, png}) {
            assertThat(text(file)).contains(Snapshot.SECRET);
            byte[] drawn = Picture.of(file).jpeg();
            assertThat(text(drawn)).doesNotContain("Exif", "xmp", "ICC_PROFILE", "Photoshop", Snapshot.SECRET);
            assertThat(Snapshot.text(Snapshot.SECRET).length).isPositive();
            assertThat(markers(drawn)).as("head, tables, frame, points").containsOnlyKeys(0xe0, 0xdb, 0xc0, 0xc4, 0xda);
        }
    }

    /** The segments of a JPEG and how many of each there are, up to its points. */
    private static Map<Integer, Integer> markers(byte[] jpeg) {
        Map<Integer, Integer> markers = new java.util.TreeMap<>();
        for (int at = 2; at < jpeg.length; ) {
            int marker = jpeg[at + 1] & 0xff;
            markers.merge(marker, 1, Integer::sum);
            if (marker == 0xda) {
                break;
            }
            at += 2 + (((jpeg[at + 2] & 0xff) << 8) | (jpeg[at + 3] & 0xff));
        }
        return markers;
    }

    @ParameterizedTest
    @CsvSource({"1600, 900, 1600, 900", "6000, 4000, 1600, 1067", "3, 5000, 1, 1600", "5, 5, 5, 5"})
    void isNoLargerThanAScreen(int width, int height, int newWidth, int newHeight) throws Picture.Refused {
        Picture picture = Picture.of(Snapshot.jpeg(width, height));
        assertThat(picture.width()).isEqualTo(newWidth);
        assertThat(picture.height()).isEqualTo(newHeight);
    }

    @Test
    void whatCanBeSeenThroughIsWhite() throws Picture.Refused {
        BufferedImage glass = new BufferedImage(20, 20, BufferedImage.TYPE_INT_ARGB);
        Graphics2D pen = glass.createGraphics();
        pen.setColor(Color.RED);
        pen.fillRect(0, 0, 10, 10);
        pen.dispose();
        assertThat(quarters(
                        Snapshot.read(Picture.of(Snapshot.written(glass, "png")).jpeg())))
                .isEqualTo("RWWW");
    }

    @Test
    void whatIsNoPhotographIsRefused() {
        refused(Snapshot.text("<svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"alert(1)\"/>"), "tell.photo.kind");
        refused(Snapshot.text("<html><script>alert(1)</script>"), "tell.photo.kind");
        refused(Snapshot.text("GIF89a"), "tell.photo.kind");
        refused(new byte[0], "tell.photo.kind");
        refused(Arrays.copyOf(Snapshot.jpeg(400, 400), 300), "tell.photo.damaged");
        refused(Arrays.copyOf(Snapshot.png(400, 400), 60), "tell.photo.damaged");
        refused(Arrays.copyOf(Snapshot.jpeg(40, 40), Picture.LARGEST + 1), "tell.photo.large");
    }

    @Test
    void aBombIsNotUnpacked() {
        refused(Snapshot.bomb(50_000, 50_000), "tell.photo.points");
        refused(Snapshot.bomb(2_000_000, 1), "tell.photo.points");
        byte[] huge = Snapshot.jpeg(40, 40);
        int frame = text(huge).indexOf("\u00ff\u00c0");
        System.arraycopy(new byte[] {(byte) 0xff, 0, (byte) 0xff, 0}, 0, huge, frame + 5, 4);
        refused(huge, "tell.photo.points");
        ByteArrayOutputStream layers = new ByteArrayOutputStream();
        layers.writeBytes(Snapshot.jpeg(40, 40));
        for (int i = 0; i < 200; i++) {
            layers.writeBytes(new byte[] {(byte) 0xff, (byte) 0xda, 0, 2});
        }
        refused(layers.toByteArray(), "tell.photo.points");
    }

    /** Whatever stands in a file, it is drawn or refused, and never anything else. */
    @Test
    void aDamagedFileIsDrawnOrRefused() {
        SplittableRandom random = new SplittableRandom(7);
        for (int i = 0; i < 300; i++) {
            byte[] file = i % 2 == 0 ? Snapshot.fromCamera(60, 40, 6) : Snapshot.png(60, 40);
            for (int j = 0; j < 5; j++) {
                file[3 + random.nextInt(file.length - 3)] = (byte) random.nextInt();
            }
            try {
                assertThat(Picture.of(file).jpeg()).isNotEmpty();
            } catch (Picture.Refused refused) {
                assertThat(refused.sentence()).startsWith("tell.photo.");
            }
        }
    }

    private static void refused(byte[] file, String sentence) {
        assertThatExceptionOfType(Picture.Refused.class)
                .isThrownBy(() -> Picture.of(file))
                .extracting(Picture.Refused::sentence)
                .isEqualTo(sentence);
    }

    private static String text(byte[] file) {
        return new String(file, StandardCharsets.ISO_8859_1);
    }
}
