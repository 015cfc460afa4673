package org.whorl.server.permissions;

import java.util.UUID;

/**
 * Whose a rule is: an organisation of the partnership.
 *
 * @param partner which one
 * @param nameEn its name in English
 * @param nameCy the same in Welsh
 */
public record Authority(UUID partner, String nameEn, String nameCy) {}
