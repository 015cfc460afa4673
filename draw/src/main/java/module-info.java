/** Charts as SVG, the same in page, report and print. */
module org.whorl.draw {
    requires static org.jspecify;
    requires transitive org.whorl.engine;
}
