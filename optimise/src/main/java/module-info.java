/** Searches for better ways to use what there is. It asks the engine and nobody else; ojAlgo lives here alone. */
module org.whorl.optimise {
    requires static transitive org.jspecify;
    requires transitive org.whorl.engine;
    requires ojalgo;

    exports org.whorl.optimise;
}
