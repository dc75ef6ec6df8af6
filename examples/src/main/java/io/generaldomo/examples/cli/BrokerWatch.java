package io.generaldomo.examples.cli;

import io.generaldomo.examples.top.BrokerLook;
import io.generaldomo.examples.top.ServiceLook;
import io.generaldomo.examples.top.WorkerLook;
import io.generaldomo.gdp.GdpMessage;
import io.generaldomo.gdp.ServiceName;
import io.generaldomo.gdp.client.GdpClient;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Looks at a broker through its own services: {@code mmi.broker}, {@code mmi.workers}, {@code mmi.services} and, for each of these,
 * {@code mmi.service.info}, one question after the other. Its failures are those of {@link GdpClient#request}. Confined to one thread.
 */
final class BrokerWatch {
    private static final ServiceName BROKER = ServiceName.of("mmi.broker");
    private static final ServiceName SERVICES = ServiceName.of("mmi.services");
    private static final ServiceName WORKERS = ServiceName.of("mmi.workers");
    private static final ServiceName SERVICE_INFO = ServiceName.of("mmi.service.info");

    private final GdpClient client;

    BrokerWatch(GdpClient client) {
        this.client = client;
    }

    /** Looks; throws {@link NotTold} if the broker does not answer all of it with yes. */
    BrokerLook look() {
        Map<String, String> broker = fields(BROKER, List.of()).orElseThrow(() -> new NotTold(BROKER, "404"));
        List<WorkerLook> workers = rows(WORKERS).stream().map(BrokerWatch::worker).toList();
        Map<String, Long> held = workers.stream().collect(Collectors.groupingBy(WorkerLook::service, Collectors.summingLong(WorkerLook::holds)));
        List<ServiceLook> services = new ArrayList<>();
        for (List<String> row : rows(SERVICES)) {
            String name = Frames.printable(row.get(0));
            fields(SERVICE_INFO, row).ifPresent(info -> services.add(service(name, info, held.getOrDefault(name, 0L))));
        }
        return new BrokerLook(
                System.nanoTime(), Frames.printable(broker.getOrDefault("version", "")), broker.getOrDefault("instance", ""),
                Frames.printable(broker.getOrDefault("state", "")), number(broker, "uptime.ms"), number(broker, "queued"),
                number(broker, "underway"), number(broker, "accepted"), number(broker, "replied"), services, workers);
    }

    private static ServiceLook service(String name, Map<String, String> info, long held) {
        return new ServiceLook(
                name, number(info, "queued"), number(info, "oldest.ms"), number(info, "workers.idle"), number(info, "workers.busy"), held,
                number(info, "served"), number(info, "expired"), number(info, "failed"));
    }

    private static WorkerLook worker(List<String> cells) {
        List<String> texts = cells.stream().map(Frames::printable).toList();
        return new WorkerLook(Long.parseLong(texts.get(0)), texts.get(1), Long.parseLong(texts.get(2)), texts.get(3), texts.get(4), texts.get(5));
    }

    private static long number(Map<String, String> fields, String name) {
        return Long.parseLong(fields.getOrDefault(name, "0"));
    }

    /** Empty if there is no such thing any more. */
    private Optional<Map<String, String>> fields(ServiceName service, List<String> arguments) {
        ManagementAnswer answer = ManagementInquiry.ask(client, service, arguments);
        if (answer instanceof ManagementAnswer.Fields fields) {
            return Optional.of(fields.values());
        }
        String status = ((ManagementAnswer.Other) answer).status();
        if (!status.equals("404")) {
            throw new NotTold(service, status);
        }
        return Optional.empty();
    }

    private List<List<String>> rows(ServiceName service) {
        ManagementAnswer answer = ManagementInquiry.ask(client, service, List.of());
        if (answer instanceof ManagementAnswer.Rows table) {
            return table.rows();
        }
        throw new NotTold(service, ((ManagementAnswer.Other) answer).status());
    }

    /** The broker answers, but not that. */
    static final class NotTold extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private NotTold(ServiceName service, String status) {
            super("the broker answers " + service + " with " + Frames.printable(status) + " " + AnswerTable.meaning(status));
        }
    }
}
