package io.generaldomo.spec.conformance.majordomo;

import static io.generaldomo.spec.conformance.wire.Octets.hex;
import static io.generaldomo.spec.conformance.wire.Octets.join;
import static io.generaldomo.spec.conformance.wire.Octets.text;

import io.generaldomo.spec.conformance.ConformanceCase;
import io.generaldomo.spec.conformance.wire.Dialect;
import io.generaldomo.spec.conformance.wire.Dialect.Verb;
import io.generaldomo.spec.conformance.wire.Packing;
import java.util.Arrays;
import java.util.List;

/**
 * What no client and no worker may say. A broker whose sockets let it close a connection closes it; one on libzmq can but drop the message, and may
 * say DISCONNECT to a worker. Both refuse; see {@link Refusal}.
 */
final class MalformedCases {
    private static final byte[] HELLO = text("hello");
    private static final byte[] EMPTY = {};

    private final Dialect dialect;
    private final Chapter cases;

    private MalformedCases(Dialect dialect) {
        this.dialect = dialect;
        this.cases = Chapter.ofBroker(dialect, "malformed").clause("Opening and Closing a Connection", "9.1");
    }

    static List<ConformanceCase> of(Dialect dialect) {
        if (dialect.packing() == Packing.ZPROTO) {
            return ZprotoMalformedCases.cases(); // its heads can be wrong in other ways
        }
        MalformedCases malformed = new MalformedCases(dialect);
        malformed.ofClients();
        malformed.ofWorkers();
        return malformed.cases.list().cases();
    }

    /** A command whose frames depend on the service. */
    @FunctionalInterface
    private interface Frames {
        byte[][] of(byte[] service);
    }

    private void ofClients() {
        boolean hasNumber = dialect.request(EMPTY).length > 2;
        client("header-unknown", "of a header of no dialect", service -> replaced(dialect.request(service, HELLO), 0, text("MDPX01")));
        client("header-longer", "with an octet behind the header",
                service -> replaced(dialect.request(service, HELLO), 0, join(dialect.clientHeader(), text("!"))));
        client("header-small", "with a header in small letters",
                service -> replaced(dialect.request(service, HELLO), 0, join(text("mdpc"), Arrays.copyOfRange(dialect.clientHeader(), 4, 6))));
        client("client-alone", "of a client's header alone", service -> new byte[][] {dialect.clientHeader()});
        client("service-empty", "to a service without a name", service -> dialect.request(EMPTY, HELLO));
        if (hasNumber) {
            client("client-number-unknown", "with a number that does not exist", service -> replaced(dialect.request(service, HELLO), 1, hex("09")));
            client("client-number-longer", "with a number of two octets", service -> replaced(dialect.request(service, HELLO), 1, hex("01 01")));
            client("client-partial", "that is PARTIAL", service -> dialect.partialReply(service, HELLO));
            client("client-final", "that is FINAL", service -> dialect.reply(service, HELLO));
        }
        if (dialect.packing() == Packing.DELIMITED) {
            cases.should("delimiter-missing", "it refuses a request without the empty frame in front", stage ->
                    Refusal.ofClient(stage, dialect.request(text(stage.service()), HELLO)));
            cases.should("delimiter-alone", "it refuses the empty frame alone", stage -> Refusal.ofClient(stage, EMPTY));
        }
    }

    private void client(String name, String title, Frames frames) {
        cases.should(name, "it refuses a request " + title, stage -> Refusal.ofClient(stage, dialect.parts(frames.of(text(stage.service())))));
    }

    private void ofWorkers() {
        byte[] header = dialect.workerHeader();
        worker("worker-alone", "a worker's header alone", service -> new byte[][] {header});
        worker("number-empty", "a command without octets", service -> new byte[][] {header, EMPTY});
        worker("number-zero", "the command 0", service -> new byte[][] {header, hex("00")});
        worker("number-unknown", "a command that does not exist", service -> new byte[][] {header, hex("09")});
        worker("number-longer", "READY with a number of two octets", service -> new byte[][] {header, hex("01 01"), service});
        worker("ready-alone", "READY without a service", service -> dialect.worker(Verb.READY));
        worker("ready-service-empty", "READY for a service without a name", service -> dialect.worker(Verb.READY, EMPTY));
        worker("ready-longer", "READY with a frame too many", service -> dialect.worker(Verb.READY, service, HELLO));
        registered("worker-request", "REQUEST from a worker", service -> dialect.addressed(Verb.REQUEST, text("addr"), HELLO));
        registered("reply-alone", "a reply without an address", service -> dialect.worker(Verb.FINAL));
        registered("reply-address-empty", "a reply with an empty address", service -> dialect.addressed(Verb.FINAL, EMPTY, HELLO));
        registered("reply-delimiter-missing", "a reply without the empty frame behind the address",
                service -> dialect.worker(Verb.FINAL, text("addr"), HELLO));
        registered("heartbeat-longer", "HEARTBEAT with a frame too many", service -> dialect.worker(Verb.HEARTBEAT, HELLO));
        registered("disconnect-longer", "DISCONNECT with a frame too many", service -> dialect.worker(Verb.DISCONNECT, HELLO));
    }

    private void worker(String name, String title, Frames frames) {
        cases.should(name, "it refuses " + title, stage -> Refusal.ofWorker(stage, dialect.parts(frames.of(text(stage.service())))));
    }

    private void registered(String name, String title, Frames frames) {
        cases.should(name, "it refuses " + title, stage -> Refusal.ofRegistered(stage, dialect.parts(frames.of(text(stage.service())))));
    }

    private static byte[][] replaced(byte[][] frames, int at, byte[] by) {
        frames[at] = by;
        return frames;
    }
}
