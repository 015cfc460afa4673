package org.whorl.server.spirals;

import java.time.LocalDate;
import java.util.UUID;

/**
 * That somebody was asked something.
 *
 * @param id which ask
 * @param whom the name of a member; blank for somebody outside, of whom nothing is kept that could be read
 * @param what in the words of the question
 * @param language of the words
 * @param by the name of whoever asked; blank where it is not known
 * @param on when
 * @param route how: page for asks here, else email, telephone, letter, message or in-person
 */
public record AskedBefore(UUID id, String whom, String what, String language, String by, LocalDate on, String route) {}
