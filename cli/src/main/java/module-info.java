/** The command line. */
module org.whorl.cli {
    requires static org.jspecify;
    requires org.whorl.engine;
    requires org.whorl.draw;
    requires org.whorl.files;
    requires org.whorl.optimise;
    requires info.picocli;
    requires me.tongfei.progressbar;

    opens org.whorl.cli to
            info.picocli;
}
