package org.whorl.draw;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.whorl.draw.Picture.Box;
import org.whorl.draw.Picture.Mark;

/** The rules of a good layout: text inside the picture and apart from other text, marks inside their plot. */
final class Layout {

    private Layout() {}

    static void check(Chart chart, Size size) {
        Picture picture = new Picture(chart.svg(size, "one"));
        List<Box> labels = picture.labels();
        Box frame = picture.frame();
        for (int i = 0; i < labels.size(); i++) {
            Box label = labels.get(i);
            assertThat(label.within(frame, 1.5))
                    .as("%s inside %s", label, frame)
                    .isTrue();
            for (int j = i + 1; j < labels.size(); j++) {
                assertThat(label.touches(labels.get(j)))
                        .as("%s touches %s", label, labels.get(j))
                        .isFalse();
            }
        }
        for (Mark mark : picture.marks()) {
            assertThat(mark.box().within(mark.plot(), 1.1)).as("%s", mark).isTrue();
        }
    }
}
