package io.generaldomo.zmtp.socket;

/** Sockets within this JVM. */
class InprocTransportTest extends TransportTests {
    private int number;

    @Override
    public String free() {
        return "inproc://" + getClass().getName() + number++;
    }
}
