/** Model folders, CSV, JSON and the HTML report. Jackson lives here and nowhere else. */
module org.whorl.files {
    requires static org.jspecify;
    requires transitive org.whorl.engine;
    requires org.whorl.draw;
    requires com.networknt.schema;
    requires de.siegmar.fastcsv;
    requires tools.jackson.databind;
    requires tools.jackson.dataformat.yaml;
}
