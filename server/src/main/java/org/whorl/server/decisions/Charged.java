package org.whorl.server.decisions;

import java.util.List;
import org.whorl.server.design.Screen;

/** Things of one feature that want one owner each; a feature declares one as a bean, and its things stand on the map. */
@FunctionalInterface
public interface Charged {

    /** As many of them as that reader may see. */
    List<Charge.Thing> list(Screen s);
}
