/**
 * The report of a run, for people: one page in English and one in Welsh. A report is made of an answer alone; it asks
 * nothing of the network and needs no script.
 */
@NullMarked
package org.whorl.files.report;

import org.jspecify.annotations.NullMarked;
