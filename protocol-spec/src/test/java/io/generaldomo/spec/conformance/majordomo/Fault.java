package io.generaldomo.spec.conformance.majordomo;

/** What {@link WrongBroker} can do wrong. */
enum Fault {
    /** A worker's REQUEST has no empty frame behind the address. */
    FORGETS_EMPTY_FRAME,
    /** What clients are sent has no empty frame in front. */
    FORGETS_DELIMITER,
    /** A reply counts whoever sends it. */
    BELIEVES_ANY_WORKER,
    /** Workers are sent no HEARTBEAT. */
    SENDS_NO_HEARTBEAT,
    /** Each HEARTBEAT is answered with another. */
    ANSWERS_HEARTBEAT,
    /** A second READY is taken without a word. */
    IGNORES_READY_TWICE,
    /** Who has not registered is not sent DISCONNECT. */
    IGNORES_STRANGERS,
    /** DISCONNECT is answered with DISCONNECT. */
    ANSWERS_DISCONNECT,
    /** A busy worker is given requests, if there is no idle one. */
    FLOODS_BUSY_WORKER,
    /** The worker that was used last is used next. */
    USES_LAST_WORKER_AGAIN,
    /** A request that no worker waits for is dropped. */
    DROPS_WITHOUT_WORKER,
    /** A request is lost with its worker. */
    LOSES_WITH_WORKER,
    /** Silent workers stay. */
    NEVER_EXPIRES,
    /** Busy workers that are silent go. */
    EXPIRES_BUSY_WORKER,
    /** The answers of the broker's own services are bare statuses. */
    ANSWERS_BARE_STATUS,
    /** Services are the broker's own if they begin with one of the octets of {@code mmi.}. */
    TAKES_M_FOR_MMI,
    /** Workers may register names of the broker. */
    REGISTERS_MMI,
    /** The frames of a body are joined. */
    JOINS_BODY,
    /** Only the last three octets of a client's header count. */
    TAKES_ANY_HEADER
}
