/** Charts as SVG, the same in page, report and print. Needs nothing but the JDK. */
module org.whorl.draw {
    requires static transitive org.jspecify;

    exports org.whorl.draw;
}
