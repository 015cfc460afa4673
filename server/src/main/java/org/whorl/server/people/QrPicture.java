package org.whorl.server.people;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import org.springframework.web.util.HtmlUtils;

/** Draws an address as a QR code, dark on light in every theme, because that is what telephones read. */
public final class QrPicture {

    private QrPicture() {}

    /**
     * The picture as SVG.
     *
     * @param title what it is a picture of, in words
     */
    public static String of(String address, String title) throws WriterException {
        BitMatrix bits = new QRCodeWriter().encode(address, BarcodeFormat.QR_CODE, 0, 0);
        StringBuilder path = new StringBuilder();
        for (int y = 0; y < bits.getHeight(); y++) {
            for (int x = 0; x < bits.getWidth(); x++) {
                if (bits.get(x, y)) {
                    path.append('M').append(x).append(' ').append(y).append("h1v1h-1z");
                }
            }
        }
        return """
                <svg viewBox="0 0 %1$d %1$d" role="img" aria-label="%2$s" shape-rendering="crispEdges">\
                <rect width="%1$d" height="%1$d" fill="#fff"/><path d="%3$s" fill="#000"/></svg>""".formatted(bits.getWidth(), HtmlUtils.htmlEscape(title), path);
    }
}
