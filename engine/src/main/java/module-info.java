/** The mathematics. A model in, answers out; nothing but java.base. */
module org.whorl.engine {
    requires static transitive org.jspecify;

    exports org.whorl.engine.model;
    exports org.whorl.engine.answer;
    exports org.whorl.engine.load;
    exports org.whorl.engine.simulation;
}
