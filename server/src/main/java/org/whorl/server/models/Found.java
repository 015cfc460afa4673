package org.whorl.server.models;

import java.time.Instant;
import java.util.UUID;

/**
 * What a simulation found, without its long texts.
 *
 * @param id which run
 * @param model of which model
 * @param version of which version
 * @param nameEn what was tried, in English; the model's name for the model as it stands
 * @param nameCy the same in Welsh
 * @param page where the question was asked, inside the partnership
 * @param replications how often the model's time was played through
 * @param seed of the chance in it
 * @param madeAt when
 */
public record Found(
        UUID id,
        UUID model,
        int version,
        String nameEn,
        String nameCy,
        String page,
        int replications,
        long seed,
        Instant madeAt) {}
