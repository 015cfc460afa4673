/** The mathematics. A model in, answers out; nothing but java.base. */
module org.whorl.engine {
    requires static org.jspecify;
}
