package io.generaldomo.spec.conformance.majordomo;

import static io.generaldomo.spec.conformance.Applicability.majordomo;
import static io.generaldomo.spec.conformance.wire.Octets.hex;
import static io.generaldomo.spec.conformance.wire.Octets.join;
import static io.generaldomo.spec.conformance.wire.Octets.repeat;
import static io.generaldomo.spec.conformance.wire.Octets.text;

import io.generaldomo.spec.conformance.CaseList;
import io.generaldomo.spec.conformance.ConformanceCase;
import io.generaldomo.spec.conformance.Deviation;
import io.generaldomo.spec.conformance.wire.Dialect;
import io.generaldomo.spec.conformance.wire.Mme;
import io.generaldomo.spec.conformance.wire.Printable;
import java.util.Arrays;
import java.util.List;

/** How a broker of GDP packs frames into one part, and what it makes of parts that are packed otherwise or wrongly. */
final class MmeCases {
    private static final byte[] HEADER = text("MDPC01");
    private static final byte[] HELLO = text("hello");

    private MmeCases() {}

    /** What the part of a request is, for a service. */
    @FunctionalInterface
    private interface Part {
        byte[] of(byte[] service);
    }

    static List<ConformanceCase> cases() {
        CaseList list = new CaseList("mme/1/packing", "50/MME").applies(majordomo("GDP broker"));
        taken(list);
        own(list);
        cut(list.clause("50/MME; gdp.md, 3.3"));
        otherForms(list.clause("gdp.md, 3.4"));
        return list.cases();
    }

    private static void taken(CaseList list) {
        taken(list, "long-header", "the long form for the header", service -> join(Mme.longFrame(HEADER), Mme.frame(service), Mme.frame(HELLO)), HELLO);
        taken(list, "long-service", "the long form for the service", service -> join(Mme.frame(HEADER), Mme.longFrame(service), Mme.frame(HELLO)), HELLO);
        taken(list, "long-body", "the long form for a small body", service -> join(head(service), Mme.longFrame(HELLO)), HELLO);
        taken(list, "long-empty", "the long form for an empty frame", service -> join(head(service), Mme.longFrame(new byte[0])), new byte[0]);
        taken(list, "empty", "an empty frame", service -> join(head(service), hex("00")), new byte[0]);
        for (int size : new int[] {1, 254, 255, 256, 65_536}) {
            byte[] body = repeat(0x61, size);
            taken(list, "size-" + size, "a frame of " + size + " octets", service -> join(head(service), Mme.frame(body)), body);
        }
    }

    private static void taken(CaseList list, String name, String title, Part part, byte[] body) {
        list.must(name, "it takes " + title, d -> {
            Stage stage = new Stage(d, Dialect.GDP);
            PlayedWorker worker = stage.worker();
            PlayedClient client = stage.client();
            client.talk().sayParts(part.of(text(stage.service())));
            worker.reply(worker.expectRequest(body), text("world"));
            client.expectReply("world");
        });
    }

    private static void own(CaseList list) {
        for (int size : new int[] {0, 254, 255, 256}) {
            list.must("own-" + size, "its own frames of " + size + " octets have the shortest size", d -> {
                Stage stage = new Stage(d, Dialect.GDP);
                PlayedWorker worker = stage.worker();
                PlayedClient client = stage.client("hello");
                byte[] body = repeat(0x62, size);
                worker.reply(worker.expectRequest(HELLO), body);
                byte[] expected = join(head(text(stage.service())), Mme.frame(body));
                List<byte[]> parts = client.talk().hearParts();
                boolean isSame = parts.size() == 1 && Arrays.equals(parts.get(0), expected);
                Deviation.unless(isSame, "the part " + beginning(expected), beginning(parts.get(0)));
            });
        }
    }

    private static void cut(CaseList list) {
        refused(list, "frame-cut", "a frame without its last octet", service -> join(head(service), hex("05"), text("hell")));
        refused(list, "size-alone", "a size and nothing behind it", service -> join(head(service), hex("01")));
        refused(list, "second-frame-cut", "a good frame, then one that is cut", service -> join(head(service), Mme.frame(HELLO), hex("02 79")));
        refused(list, "service-cut", "a service that is cut", service -> join(Mme.frame(HEADER), hex("fe"), service));
        refused(list, "header-cut", "a header that is cut", service -> join(hex("06"), text("MDPC0")));
        refused(list, "long-size-cut", "a long size that is cut", service -> join(head(service), hex("ff 00 00 00")));
        refused(list, "long-mark-alone", "the mark of the long form alone", service -> join(head(service), hex("ff")));
        refused(list, "long-frame-cut", "a long frame that is cut", service -> join(head(service), Mme.longSize(256), text("x")));
        refused(list, "long-size-2e31", "a frame that declares 2^31 octets", service -> join(head(service), Mme.longSize(1L << 31), text("x")));
        refused(list, "long-size-2e32-1", "a frame that declares 2^32-1 octets", service -> join(head(service), Mme.longSize(-1), text("x")));
        refused(list, "nothing", "a part of no octets", service -> new byte[0]);
        refused(list, "zeros", "a part of empty frames", service -> new byte[16]);
    }

    private static void refused(CaseList list, String name, String title, Part part) {
        list.must(name, "it refuses " + title, d -> {
            Stage stage = new Stage(d, Dialect.GDP);
            Refusal.ofClient(stage, part.of(text(stage.service())));
        });
    }

    /** The 32-bit forms, from a broker that speaks them: it has to answer in the form in which it was asked. */
    private static void otherForms(CaseList list) {
        for (Dialect dialect : List.of(Dialect.GDP_LE32, Dialect.GDP_BE32)) {
            String name = dialect == Dialect.GDP_LE32 ? "le32" : "be32";
            list.applies(majordomo(dialect.title() + " broker"));
            list.must(name + "-client", "a client that packs with sizes of 32 bits is answered so", d -> {
                Stage stage = new Stage(d, dialect);
                PlayedWorker worker = stage.worker();
                PlayedClient client = stage.client("hello");
                worker.serve("hello", "world");
                Exact.expect(client.talk(), dialect.reply(text(stage.service()), text("world")));
            });
            list.must(name + "-worker", "a worker that packs with sizes of 32 bits is asked so", d -> {
                Stage stage = new Stage(d, dialect);
                stage.clientServedBy(stage.worker());
            });
        }
    }

    private static byte[] head(byte[] service) {
        return join(Mme.frame(HEADER), Mme.frame(service));
    }

    private static String beginning(byte[] part) {
        return Printable.hex(Arrays.copyOf(part, Math.min(64, part.length))) + " of " + part.length + " octets";
    }
}
