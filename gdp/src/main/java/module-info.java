/**
 * The Generaldomo broker, client and worker on the ZMTP codec.
 */
@SuppressWarnings({"requires-automatic", "requires-transitive-automatic"})
module io.generaldomo.gdp {
    requires static transitive micrometer.core; // for the metrics, by whoever wants them
    requires static transitive org.jspecify;
    requires transitive io.generaldomo.zmtp;
    requires jdk.jfr;
    requires org.slf4j;

    exports io.generaldomo.gdp;
    exports io.generaldomo.gdp.broker;
    exports io.generaldomo.gdp.client;
    exports io.generaldomo.gdp.metrics;
    exports io.generaldomo.gdp.worker;
}
