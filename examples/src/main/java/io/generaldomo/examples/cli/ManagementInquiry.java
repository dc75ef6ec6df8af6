package io.generaldomo.examples.cli;

import io.generaldomo.gdp.GdpMessage;
import io.generaldomo.gdp.ServiceName;
import io.generaldomo.gdp.client.GdpClient;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/**
 * A question to one of the broker's own services, in the shape that its answer has, with all its pages. Waits as long as the client does; its failures
 * are those of {@link GdpClient#request}. Stateless.
 */
final class ManagementInquiry {
    private static final List<String> SERVICE = List.of("SERVICE");
    private static final List<String> WORKER = List.of("NUMBER", "STATE", "HOLDS", "DIALECT", "PEER", "SERVICE");

    private ManagementInquiry() {}

    /**
     * Asks.
     *
     * @param client knows the broker
     * @param service one of the broker's own
     * @param arguments a frame each
     * @return the answer
     */
    static ManagementAnswer ask(GdpClient client, ServiceName service, List<String> arguments) {
        Function<List<String>, GdpMessage> broker =
                frames -> client.request(service, GdpMessage.ofUtf8(frames.toArray(String[]::new))).join();
        return switch (service.toString()) {
            case "mmi.broker", "mmi.service.info" -> ManagementAnswer.fields(broker.apply(arguments));
            case "mmi.services" -> pages(SERVICE, List::of, next -> broker.apply(List.of(next)));
            case "mmi.workers" -> {
                String only = arguments.isEmpty() ? "" : arguments.get(0);
                yield pages(WORKER, ManagementInquiry::cells, next -> broker.apply(List.of(only, next.isEmpty() ? "0" : next)));
            }
            default -> ManagementAnswer.other(broker.apply(arguments));
        };
    }

    /** Status, where the next page begins, rows. */
    private static ManagementAnswer pages(
            List<String> columns, Function<String, List<String>> row, Function<String, GdpMessage> page) {
        List<List<String>> rows = new ArrayList<>();
        String next = "";
        do {
            GdpMessage answer = page.apply(next);
            if (!ManagementAnswer.isOk(answer) || answer.size() < 2) {
                return ManagementAnswer.other(answer);
            }
            ManagementAnswer.texts(answer, 2).forEach(text -> rows.add(row.apply(text)));
            next = answer.utf8(1);
        } while (!next.isEmpty());
        return new ManagementAnswer.Rows(columns, rows);
    }

    /** The last cell is what the worker chose; nothing in it separates cells. */
    private static List<String> cells(String line) {
        return Arrays.asList(line.split("\t", WORKER.size()));
    }
}
