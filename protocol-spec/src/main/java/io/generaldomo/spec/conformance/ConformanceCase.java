package io.generaldomo.spec.conformance;

/**
 * One thing that a peer should do, and how to find out whether it does.
 *
 * @param id      unique, as {@code zmtp/3.1/framing/long-size-2e63}: protocol, version, group, name
 * @param clause  which text says so, as {@code 37/ZMTP, Framing}
 * @param level   how much it matters
 * @param title   what the peer should do, in words
 * @param applies to which peers
 * @param script  finds out
 */
public record ConformanceCase(String id, String clause, Level level, String title, Applicability applies, Script script) {
    /**
     * The id without the name of the case.
     *
     * @return the group, as {@code zmtp/3.1/framing}
     */
    public String group() {
        return id.substring(0, id.lastIndexOf('/'));
    }
}
