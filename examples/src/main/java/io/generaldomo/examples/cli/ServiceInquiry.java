package io.generaldomo.examples.cli;

import io.generaldomo.gdp.ConnectionConfig;
import io.generaldomo.gdp.GdpException;
import io.generaldomo.gdp.GdpMessage;
import io.generaldomo.gdp.ServiceName;
import io.generaldomo.gdp.client.ClientConfig;
import io.generaldomo.gdp.client.GdpClient;
import java.time.Duration;
import java.util.concurrent.CompletionException;

/** The question whether anybody serves a service, which the broker answers itself (RFC 8/MMI, {@code mmi.service}). Stateless. */
final class ServiceInquiry {
    /** What is known afterwards. */
    enum Answer {
        /** A worker is registered. */
        SERVED,
        /** The broker knows of no worker. */
        NOT_SERVED,
        /** There is a broker, which does not know how to answer. */
        UNKNOWN,
        /** Nobody answered. */
        NONE
    }

    private ServiceInquiry() {}

    /**
     * Asks.
     *
     * @param broker where the broker is
     * @param service the service in question
     * @param longest how long to wait for an answer
     * @return the answer
     */
    static Answer ask(ConnectionConfig broker, ServiceName service, Duration longest) {
        try (GdpClient client = GdpClient.connect(ClientConfig.of(broker).withTimeout(longest))) {
            return ask(client, service);
        }
    }

    /** Asks over a client that there is already; waits as long as it does. */
    static Answer ask(GdpClient client, ServiceName service) {
        try {
            GdpMessage answer = client.request("mmi.service", GdpMessage.wrap(service.octets())).join();
            return switch (answer.size() == 0 ? "" : answer.utf8(0)) {
                case "200" -> Answer.SERVED;
                case "404" -> Answer.NOT_SERVED;
                default -> Answer.UNKNOWN;
            };
        } catch (CompletionException e) {
            if (e.getCause() instanceof GdpException) {
                return Answer.NONE;
            }
            throw e;
        }
    }
}
