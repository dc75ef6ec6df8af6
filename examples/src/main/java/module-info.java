/**
 * The generaldomo command line.
 */
@SuppressWarnings("requires-automatic")
module io.generaldomo.examples {
    requires static org.jspecify;
    requires static io.nats.jnats; // measured in processes of its own, which get it besides
    requires static org.zeromq.jeromq; // likewise
    requires transitive info.picocli;
    requires com.fasterxml.jackson.core;
    requires io.generaldomo.gdp;
    requires io.generaldomo.spec; // the conformance kit, and the reader of traffic
    requires io.generaldomo.zmtp;
    requires io.netty.buffer;
    requires io.netty.codec;
    requires io.netty.codec.http;
    requires io.netty.common;
    requires io.netty.handler;
    requires io.netty.transport;
    requires static io.opentelemetry.api; // for the tracing example
    requires static io.opentelemetry.context; // likewise
    requires micrometer.core;
    requires micrometer.registry.prometheus;
    requires java.desktop; // pictures, drawn without a screen
    requires java.management;
    requires java.xml; // a report for JUnit's tools
    requires jdk.management; // what threads allocate
    requires HdrHistogram; // an older jar, known by its file name
    requires jdk.unsupported; // signals
    requires org.slf4j;
    requires org.snakeyaml.engine;
    requires transitive ch.qos.logback.classic;
    requires transitive ch.qos.logback.core;

    exports io.generaldomo.examples.cli;

    provides ch.qos.logback.classic.spi.Configurator with
            io.generaldomo.examples.cli.Logging;

    // picocli sets the fields of the commands.
    opens io.generaldomo.examples.cli to
            info.picocli;
}
