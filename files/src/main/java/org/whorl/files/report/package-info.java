/**
 * What a run leaves behind for people: a folder that is there whole or not at all, and in it the report, in English and
 * in Welsh. A report is made of an answer alone; it asks nothing of the network and needs no script.
 */
@NullMarked
package org.whorl.files.report;

import org.jspecify.annotations.NullMarked;
