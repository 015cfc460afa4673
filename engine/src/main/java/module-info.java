/** The mathematics. A model in, answers out; nothing but java.base. */
@SuppressWarnings("module") // files is built after the engine, so its name is not known yet
module org.whorl.engine {
    requires static transitive org.jspecify;

    exports org.whorl.engine.model;
    exports org.whorl.engine.answer;
    exports org.whorl.engine.allocation;
    exports org.whorl.engine.evidence;
    exports org.whorl.engine.ledger;
    exports org.whorl.engine.load;
    exports org.whorl.engine.need;
    exports org.whorl.engine.simulation;
    exports org.whorl.engine.spc;
    exports org.whorl.engine.voices;
    exports org.whorl.engine.random to
            org.whorl.files;
}
