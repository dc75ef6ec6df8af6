/**
 * The generaldomo command line.
 */
@SuppressWarnings("requires-automatic")
module io.generaldomo.examples {
    requires static org.jspecify;
    requires transitive info.picocli;
    requires com.fasterxml.jackson.core;
    requires io.generaldomo.gdp;
    requires io.generaldomo.zmtp;
    requires java.management;
    requires HdrHistogram; // an older jar, known by its file name
    requires jdk.unsupported; // signals
    requires org.slf4j;

    exports io.generaldomo.examples.cli;

    // picocli sets the fields of the commands.
    opens io.generaldomo.examples.cli to
            info.picocli;
}
