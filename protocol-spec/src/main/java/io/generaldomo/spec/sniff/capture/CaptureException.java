package io.generaldomo.spec.sniff.capture;

/** A file is no capture, or none from some octet on. */
final class CaptureException extends Exception {
    private static final long serialVersionUID = 1L;

    private final long offset;

    CaptureException(String message, long offset) {
        super(message);
        this.offset = offset;
    }

    /** Where, in octets of the file. */
    long offset() {
        return offset;
    }
}
