package org.whorl.server.models;

import org.whorl.files.report.Excerpt.Known;

/**
 * What a number was in a version.
 *
 * @param version which version
 * @param known the number as it stood there
 */
public record Was(Version version, Known known) {}
