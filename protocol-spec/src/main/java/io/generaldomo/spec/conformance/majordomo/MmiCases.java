package io.generaldomo.spec.conformance.majordomo;

import static io.generaldomo.spec.conformance.wire.Octets.text;

import io.generaldomo.spec.conformance.ConformanceCase;
import io.generaldomo.spec.conformance.Deviation;
import io.generaldomo.spec.conformance.wire.Dialect;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;

/** The broker's own services. */
final class MmiCases {
    private static final String SERVICE = "mmi.service";

    private MmiCases() {}

    static List<ConformanceCase> of(Dialect dialect) {
        Chapter cases = Chapter.ofBroker(dialect, "mmi");
        cases.list().clause("8/MMI");
        answers(cases);
        names(cases);
        if (dialect == Dialect.GDP) {
            cases.list().clause("gdp.md, 8");
            ofGdp(cases);
        }
        return cases.list().cases();
    }

    private static void answers(Chapter cases) {
        cases.must("service-200", "mmi.service answers 200 for a service with a worker", stage -> {
            PlayedClient client = stage.clientServedBy(stage.worker());
            client.expectStatus("200", SERVICE, text(stage.service()));
        });
        cases.must("service-busy", "mmi.service answers 200 for a service whose only worker is busy", stage -> {
            PlayedWorker worker = stage.worker();
            stage.client("hello");
            worker.expectRequest(text("hello"));
            stage.client().expectStatus("200", SERVICE, text(stage.service()));
        });
        cases.must("service-404", "mmi.service answers 404 for a service that nobody knows",
                stage -> stage.client().expectStatus("404", SERVICE, text(stage.service())));
        cases.must("service-waiting", "mmi.service answers 404 for a service with a request and no worker", stage -> {
            stage.client("hello").expectNothing();
            stage.client().expectStatus("404", SERVICE, text(stage.service()));
        });
        cases.must("service-left", "mmi.service answers 404 after the last worker said DISCONNECT", stage -> {
            PlayedWorker worker = stage.worker();
            PlayedClient client = stage.clientServedBy(worker);
            worker.disconnect();
            client.awaitStatus("404", SERVICE, text(stage.service()));
        });
        cases.must("unknown-501", "a service of the broker that it does not have answers 501",
                stage -> stage.client().expectStatus("501", "mmi.no-such-thing", text(stage.service())));
        cases.must("no-name-501", "mmi. alone answers 501", stage -> stage.client().expectStatus("501", "mmi.", text(stage.service())));
        cases.must("reply-frames", "an answer has exactly the frames of a reply", stage -> {
            PlayedClient client = stage.client();
            client.request(SERVICE, stage.service());
            Exact.expect(client.talk(), stage.dialect().reply(text(SERVICE), text("404")));
        });
        cases.must("again", "a client may ask again and again", stage -> {
            PlayedClient client = stage.client();
            for (int count = 0; count < 10; count++) {
                client.expectStatus("404", SERVICE, text(stage.service()));
            }
        });
    }

    private static void names(Chapter cases) {
        cases.must("reserved", "a worker that registers a name of the broker is sent DISCONNECT",
                stage -> stage.stranger().ready("mmi." + stage.service()).expectDisconnect());
        cases.must("reserved-service", "so is one that registers mmi.service", stage -> stage.stranger().ready(SERVICE).expectDisconnect());
        notReserved(cases, "m", "m");
        notReserved(cases, "mmi", "mmi");
        notReserved(cases, "hyphen", "mmi-");
        notReserved(cases, "i", "i");
        notReserved(cases, "dot", ".");
        notReserved(cases, "within", "xmmi.");
        notReserved(cases, "capitals", "MMI.");
    }

    private static void notReserved(Chapter cases, String id, String beginning) {
        cases.must("not-reserved-" + id, "a service may have a name that begins with " + beginning, stage -> {
            String name = beginning + stage.service();
            stage.clientServedBy(stage.workerFor(name), name);
        });
    }

    private static void ofGdp(Chapter cases) {
        cases.should("broker", "mmi.broker answers 200 with fields, or 501", stage -> fields(stage.client().ask("mmi.broker"), Set.of("state", "workers")));
        cases.should("service-info", "mmi.service.info answers 200 with fields, or 501", stage -> {
            stage.worker();
            PlayedClient client = stage.client();
            client.awaitStatus("200", SERVICE, text(stage.service()));
            fields(client.ask("mmi.service.info", text(stage.service())), Set.of("workers.idle", "workers.busy", "queued"));
        });
        cases.should("services", "mmi.services lists a service with a worker, page by page, or answers 501", stage -> {
            stage.worker();
            PlayedClient client = stage.client();
            client.awaitStatus("200", SERVICE, text(stage.service()));
            byte[] after = {};
            List<byte[]> reply;
            do {
                reply = client.ask("mmi.services", after);
                if (!isListed(reply)) {
                    return;
                }
                after = reply.get(1);
            } while (after.length > 0 && !holds(reply, stage.service()));
            Deviation.unless(holds(reply, stage.service()), "a list with " + stage.service(), Shown.frames(reply));
        });
    }

    private static boolean isListed(List<byte[]> reply) {
        String status = string(reply.get(0));
        Deviation.unless(status.equals("200") && reply.size() > 1 || status.equals("501") && reply.size() == 1, "200 and a list, or 501", Shown.frames(reply));
        return status.equals("200");
    }

    private static void fields(List<byte[]> reply, Set<String> names) {
        if (isListed(reply)) {
            List<String> found = reply.subList(1, reply.size()).stream().map(MmiCases::string).map(field -> field.split("=", 2)[0]).toList();
            Deviation.unless(found.containsAll(names), "the fields " + names, Shown.frames(reply));
        }
    }

    private static boolean holds(List<byte[]> reply, String name) {
        return reply.stream().map(MmiCases::string).anyMatch(name::equals);
    }

    private static String string(byte[] frame) {
        return new String(frame, StandardCharsets.ISO_8859_1);
    }
}
