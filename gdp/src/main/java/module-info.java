/**
 * The Generaldomo broker, client and worker on the ZMTP codec.
 */
module io.generaldomo.gdp {
    requires static transitive org.jspecify;
    requires transitive io.generaldomo.zmtp;
    requires org.slf4j;

    exports io.generaldomo.gdp;
    exports io.generaldomo.gdp.broker;
    exports io.generaldomo.gdp.client;
    exports io.generaldomo.gdp.worker;
}
