package org.whorl.server.strengths;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * What somebody has asked one trusted person for, in private.
 *
 * @param partnership where
 * @param id which one
 * @param trusted the one who reads it
 * @param trustedName what they are called
 * @param trustedLeft have they left?
 * @param words what was written; may be blank for somebody who wants to be rung
 * @param contact how to reach the asker; may be blank
 * @param name what the asker wants to be called; may be blank
 * @param language of the words: en or cy
 * @param toldAt when
 * @param answerBy the day by which they are answered
 * @param answer what was answered; blank while nothing was
 * @param answeredAt when
 * @param askWords the ask it could become
 * @param ask how far that has got
 * @param version counts its changes, from 1
 */
public record Confided(
        UUID partnership,
        UUID id,
        UUID trusted,
        String trustedName,
        boolean trustedLeft,
        String words,
        String contact,
        String name,
        String language,
        Instant toldAt,
        LocalDate answerBy,
        String answer,
        Optional<Instant> answeredAt,
        String askWords,
        AskState ask,
        int version) {

    /** How far an ask has got that is written for somebody. */
    public enum AskState {
        NONE,
        OFFERED,
        AGREED,
        REFUSED,
        ASKED;

        /** As in the database and in message keys. */
        public String key() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /** Should it have been answered by now? */
    public boolean isLate(LocalDate today) {
        return answeredAt.isEmpty() && today.isAfter(answerBy);
    }

    /**
     * What is written by whoever asks.
     *
     * @param words what they need
     * @param contact how to reach them
     * @param name what they want to be called
     * @param language of the words
     */
    public record Letter(String words, String contact, String name, String language) {}
}
