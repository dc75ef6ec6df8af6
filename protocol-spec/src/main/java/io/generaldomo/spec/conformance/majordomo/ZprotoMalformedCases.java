package io.generaldomo.spec.conformance.majordomo;

import static io.generaldomo.spec.conformance.wire.Octets.hex;
import static io.generaldomo.spec.conformance.wire.Octets.join;
import static io.generaldomo.spec.conformance.wire.Octets.text;
import static io.generaldomo.spec.conformance.wire.Zmtp.shortText;

import io.generaldomo.spec.conformance.ConformanceCase;
import io.generaldomo.spec.conformance.wire.Dialect;
import java.util.List;

/** Heads that zproto does not make, and messages whose head promises what does not follow. */
final class ZprotoMalformedCases {
    private static final byte[] HELLO = text("hello");
    private static final byte[] CLIENT = join(hex("AA A4 01"), shortText("MDPC02"), hex("01"));
    private static final byte[] READY = join(hex("AA A4 04"), shortText("MDPW02"), hex("01"));
    private static final byte[] FINAL = join(hex("AA A4 07"), shortText("MDPW02"), hex("04"));

    private ZprotoMalformedCases() {}

    static List<ConformanceCase> cases() {
        Chapter cases = Chapter.ofBroker(Dialect.ZPROTO, "malformed").clause("", "9.1; mdp-dialects.md, 6");
        clients(cases);
        workers(cases);
        return cases.list().cases();
    }

    /** The head of a message, for a service. */
    @FunctionalInterface
    private interface Head {
        byte[] of(byte[] service);
    }

    private static void clients(Chapter cases) {
        client(cases, "signature-alone", "of the signature alone", service -> hex("AA A4"));
        client(cases, "signature-other", "with another signature", service -> join(hex("AA A0 01"), shortText("MDPC02"), hex("01"), sized(service)));
        client(cases, "version-cut", "whose version is cut", service -> join(hex("AA A4 01 06"), text("MDPC")));
        client(cases, "version-beyond", "whose version is longer than the head", service -> join(hex("AA A4 01 FF"), text("MDPC02"), hex("01"), sized(service)));
        client(cases, "version-other", "of a version that does not exist", service -> join(hex("AA A4 01"), shortText("MDPC03"), hex("01"), sized(service)));
        client(cases, "version-of-worker", "of the version of workers", service -> join(hex("AA A4 01"), shortText("MDPW02"), hex("01"), sized(service)));
        client(cases, "id-0", "of id 0", service -> join(hex("AA A4 00"), shortText("MDPC02"), hex("01"), sized(service)));
        client(cases, "id-10", "of id 10", service -> join(hex("AA A4 0A"), shortText("MDPC02"), hex("01"), sized(service)));
        client(cases, "number-other", "of id 1 and number 2", service -> join(hex("AA A4 01"), shortText("MDPC02"), hex("02"), sized(service)));
        client(cases, "client-partial", "that is PARTIAL", service -> join(hex("AA A4 02"), shortText("MDPC02"), hex("02"), sized(service)));
        client(cases, "client-final", "that is FINAL", service -> join(hex("AA A4 03"), shortText("MDPC02"), hex("03"), sized(service)));
        client(cases, "service-missing", "without a service", service -> CLIENT);
        client(cases, "service-cut", "whose service is cut", service -> join(CLIENT, hex("FE"), service));
        client(cases, "service-empty", "to a service without a name", service -> join(CLIENT, hex("00")));
        client(cases, "head-longer", "whose head goes on after the service", service -> join(CLIENT, sized(service), hex("78")));
    }

    private static void client(Chapter cases, String name, String title, Head head) {
        cases.should(name, "it refuses a request " + title, stage -> Refusal.ofClient(stage, head.of(text(stage.service())), HELLO));
    }

    private static void workers(Chapter cases) {
        cases.should("ready-service-empty", "it refuses READY for a service without a name", stage -> Refusal.ofWorker(stage, join(READY, hex("00"))));
        cases.should("ready-service-missing", "it refuses READY without a service", stage -> Refusal.ofWorker(stage, READY));
        cases.should("ready-longer", "it refuses READY with a frame too many",
                stage -> Refusal.ofWorker(stage, join(READY, sized(text(stage.service()))), HELLO));
        registered(cases, "final-alone", "FINAL without an address", FINAL);
        registered(cases, "final-delimiter-missing", "FINAL without the empty frame behind the address", FINAL, text("addr"), HELLO);
        registered(cases, "final-address-empty", "FINAL with an empty address", FINAL, new byte[0], new byte[0], HELLO);
        registered(cases, "final-longer", "FINAL whose head goes on after the number", join(FINAL, hex("78")), text("addr"), new byte[0], HELLO);
        registered(cases, "heartbeat-longer", "HEARTBEAT with a frame too many", join(hex("AA A4 08"), shortText("MDPW02"), hex("05")), HELLO);
    }

    private static void registered(Chapter cases, String name, String title, byte[]... parts) {
        cases.should(name, "it refuses " + title, stage -> Refusal.ofRegistered(stage, parts));
    }

    private static byte[] sized(byte[] service) {
        return join(new byte[] {(byte) service.length}, service);
    }
}
