package org.whorl.server.platform;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is put into a statement, in order. */
public final class Parameters {

    private Parameters() {}

    /** The values; an empty {@link Optional} becomes null, a full one what it holds. */
    public static List<@Nullable Object> of(Object... values) {
        List<@Nullable Object> parameters = new ArrayList<>(values.length);
        for (Object value : values) {
            parameters.add(value instanceof Optional<?> optional ? optional.orElse(null) : value);
        }
        return parameters;
    }
}
