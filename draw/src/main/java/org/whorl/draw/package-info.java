/**
 * Charts as SVG, drawn in Java: the same picture in a page, a report and on paper, without script.
 *
 * <p>Each chart is a record made of data and words. It gives three things that always go together: a picture
 * ({@link org.whorl.draw.Chart#svg}), a sentence ({@link org.whorl.draw.Chart#sentence}) and a table
 * ({@link org.whorl.draw.Chart#table}). {@link org.whorl.draw.Figure} puts the three on a page. Colours and type are
 * decided in one place, {@code tokens.css}, read by {@link org.whorl.draw.Palette}.
 *
 * <p>Nothing here knows a model, a run or a library: the caller brings numbers and words, already translated.
 */
@NullMarked
package org.whorl.draw;

import org.jspecify.annotations.NullMarked;
