package io.generaldomo.examples.config;

/** From which level on lines of the log are written. */
public enum LogLevel {
    /** What must not happen. */
    ERROR,
    /** What somebody should look at. */
    WARN,
    /** What happens seldom. */
    INFO,
    /** What happens inside. */
    DEBUG
}
