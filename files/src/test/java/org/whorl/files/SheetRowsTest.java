package org.whorl.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.whorl.files.SheetRows.Content;
import org.whorl.files.SheetRows.Line;

/** What somebody filled in, as text with its line numbers. */
class SheetRowsTest {

    private static Content read(String text) {
        return SheetRows.read(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void aRowKeepsTheLineItBeginsOn() {
        assertThat(read("\uFEFFa,b\r\n\r\n\"one\r\ntwo\", =1+1 \r\n,\r\nŵ,@x\r\n"))
                .isEqualTo(new Content.Rows(List.of(
                        new Line(1, List.of("a", "b")),
                        new Line(3, List.of("one\r\ntwo", "=1+1")),
                        new Line(6, List.of("ŵ", "@x")))));
    }

    @Test
    void semicolonsAndTabsDivideToo() {
        assertThat(read("a;b\n1,5;2"))
                .isEqualTo(new Content.Rows(List.of(new Line(1, List.of("a", "b")), new Line(2, List.of("1,5", "2")))));
        assertThat(read("a\tb\n1,5\t2"))
                .isEqualTo(new Content.Rows(List.of(new Line(1, List.of("a", "b")), new Line(2, List.of("1,5", "2")))));
    }

    @Test
    void whatIsNoSheetIsRefusedWithItsReason() throws IOException {
        assertThat(read("")).isEqualTo(Content.Refused.EMPTY);
        assertThat(read("\n , \n")).isEqualTo(Content.Refused.EMPTY);
        assertThat(SheetRows.read("t\u00ee".getBytes(Charset.forName("windows-1252"))))
                .isEqualTo(Content.Refused.NOT_UTF_8);
        assertThat(SheetRows.read(new byte[] {'P', 'K', 3, 4, 9, 9, 9})).isEqualTo(Content.Refused.NOT_A_SHEET);
        assertThat(read("a\0b")).isEqualTo(Content.Refused.NOT_A_SHEET);
        assertThat(read("a\n".repeat(20_002))).isEqualTo(Content.Refused.TOO_LARGE);
        ByteArrayOutputStream bomb = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bomb)) {
            zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
            byte[] noughts = new byte[1 << 20];
            for (int i = 0; i < 101; i++) {
                zip.write(noughts);
            }
        }
        assertThat(bomb.size()).isLessThan(1 << 20);
        assertThat(SheetRows.read(bomb.toByteArray())).isEqualTo(Content.Refused.TOO_LARGE);
    }
}
