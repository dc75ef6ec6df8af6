package io.generaldomo.gdp.broker;

/** Why something was dropped, other than a request that was refused or ended. */
public enum DropReason {
    /** A message of several parts from a peer whose socket knows messages of one part only. */
    MULTIPART,
    /** A message that is no Majordomo command; its connection was closed. */
    MALFORMED,
    /** What a peer did not read was more than may wait for it; its connection was closed. */
    BACKLOG,
    /** A reply to a request that its worker does not hold. */
    UNAUTHORISED,
    /** A report that came when nobody waited for more. */
    LATE,
    /** A command that 7/MDP forbids at its time. */
    VIOLATION
}
