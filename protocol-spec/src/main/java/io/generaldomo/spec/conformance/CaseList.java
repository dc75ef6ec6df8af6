package io.generaldomo.spec.conformance;

import java.util.ArrayList;
import java.util.List;

/** Collects the cases of a group. Confined to one thread. */
public final class CaseList {
    private final List<ConformanceCase> cases = new ArrayList<>();
    private final String group;
    private final Applicability carrier;
    private String clause;
    private Applicability applies = Applicability.always();

    /**
     * Begins a group for peers that are reached by streams of octets.
     *
     * @param group  as {@code zmtp/3.1/framing}
     * @param clause of the cases that follow
     */
    public CaseList(String group, String clause) {
        this(group, clause, Transport.STREAM);
    }

    /**
     * Begins a group.
     *
     * @param group   as {@code zws/2.0/framing}
     * @param clause  of the cases that follow
     * @param carrier of the peers to which its cases apply
     */
    public CaseList(String group, String clause, Transport carrier) {
        this.group = group;
        this.carrier = Applicability.over(carrier);
        this.clause = clause;
    }

    /**
     * Says what the cases that follow are about.
     *
     * @param next which text
     * @return this
     */
    public CaseList clause(String next) {
        clause = next;
        return this;
    }

    /**
     * Says to which peers the cases that follow apply.
     *
     * @param peers all of these
     * @return this
     */
    public CaseList applies(Applicability... peers) {
        applies = Applicability.all(peers);
        return this;
    }

    /**
     * Adds a case.
     *
     * @param name   unique in the group
     * @param title  what the peer should do
     * @param script finds out
     */
    public void must(String name, String title, Script script) {
        add(Level.MUST, name, title, script);
    }

    /**
     * Adds a case.
     *
     * @param name   unique in the group
     * @param title  what the peer should do
     * @param script finds out
     */
    public void should(String name, String title, Script script) {
        add(Level.SHOULD, name, title, script);
    }

    /**
     * Adds a case.
     *
     * @param name   unique in the group
     * @param title  what the peer should do
     * @param script finds out
     */
    public void interoperates(String name, String title, Script script) {
        add(Level.INTEROPERATES, name, title, script);
    }

    private void add(Level level, String name, String title, Script script) {
        cases.add(new ConformanceCase(group + '/' + name, clause, level, title, Applicability.all(carrier, applies), script));
    }

    /**
     * What was collected.
     *
     * @return the cases, in their order
     */
    public List<ConformanceCase> cases() {
        return List.copyOf(cases);
    }
}
