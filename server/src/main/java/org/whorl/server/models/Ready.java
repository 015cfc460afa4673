package org.whorl.server.models;

import java.util.UUID;
import org.whorl.engine.load.Prepared;
import org.whorl.engine.model.Model;
import org.whorl.files.Read;

/**
 * One version of a model, read and made ready to answer.
 *
 * @param kept which model
 * @param version its number
 * @param read what was read, with where each number stands
 * @param prepared what answers while a slider moves
 */
public record Ready(UUID kept, int version, Read.Good read, Prepared prepared) {

    /** The model. */
    public Model model() {
        return read.model();
    }
}
