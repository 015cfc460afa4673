/** Model folders, CSV, JSON and the HTML report. Jackson lives here and nowhere else. */
module org.whorl.files {
    requires static transitive org.jspecify;
    requires transitive org.whorl.engine;
    requires transitive org.whorl.draw;
    requires de.siegmar.fastcsv;
    requires org.dhatim.fastexcel.reader;
    requires org.snakeyaml.engine;
    requires tools.jackson.core;

    exports org.whorl.files;
    exports org.whorl.files.report;
}
