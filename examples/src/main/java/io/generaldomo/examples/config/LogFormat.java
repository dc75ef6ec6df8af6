package io.generaldomo.examples.config;

/** How lines of the log look. */
public enum LogFormat {
    /** For people. */
    TEXT,
    /** An object on each line. */
    JSON
}
