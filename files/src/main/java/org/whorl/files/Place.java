package org.whorl.files;

/**
 * Where in a folder something is written.
 *
 * @param file the file, by its name in the folder
 * @param line the line, from 1; 0 when only the file is known
 */
public record Place(String file, int line) {}
