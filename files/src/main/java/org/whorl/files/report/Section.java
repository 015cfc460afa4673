package org.whorl.files.report;

/** One part of the report, with its own heading in the list of contents. */
interface Section {

    /** Its id in the page; its heading stands in the messages under {@code section.ID}. */
    String id();

    /** Writes what stands below the heading. */
    void write(Html out);
}
