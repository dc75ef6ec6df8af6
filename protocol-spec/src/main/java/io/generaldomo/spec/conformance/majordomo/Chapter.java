package io.generaldomo.spec.conformance.majordomo;

import static io.generaldomo.spec.conformance.Applicability.majordomo;

import io.generaldomo.spec.conformance.CaseList;
import io.generaldomo.spec.conformance.Script;
import io.generaldomo.spec.conformance.wire.Dialect;
import java.io.IOException;

/** Cases of a dialect: which text speaks of them, and at what level. Confined to one thread. */
final class Chapter {
    private final Dialect dialect;
    private final CaseList list;

    /** What a case does on a stage of its own. */
    @FunctionalInterface
    interface Play {
        void run(Stage stage) throws IOException;
    }

    private Chapter(Dialect dialect, CaseList list) {
        this.dialect = dialect;
        this.list = list;
    }

    /** For brokers. */
    static Chapter ofBroker(Dialect dialect, String group) {
        return new Chapter(dialect, new CaseList(dialect.path() + '/' + group, "").applies(majordomo(dialect.title() + " broker")));
    }

    /** For workers or clients. */
    static Chapter of(Dialect dialect, String part) {
        return new Chapter(dialect, new CaseList(dialect.path() + "/as-" + part, "").applies(majordomo(dialect.title() + ' ' + part)));
    }

    Dialect dialect() {
        return dialect;
    }

    CaseList list() {
        return list;
    }

    private boolean hasRfc() {
        return dialect == Dialect.MDP_01 || dialect == Dialect.MDP_02;
    }

    /** Whether gdp.md is the text that a dialect stands in, and not only says what we make of it. */
    private boolean isGdp() {
        return dialect.socketType().equals("CLIENT");
    }

    /** What the cases that follow are about: a section of the RFC, or of gdp.md where the dialect has none. */
    Chapter clause(String rfc, String gdp) {
        list.clause(switch (dialect) {
            case MDP_01 -> "7/MDP, " + rfc;
            case MDP_02 -> "18/MDP, " + rfc;
            default -> "gdp.md, " + gdp;
        });
        return this;
    }

    void must(String name, String title, Play play) {
        list.must(name, title, script(play));
    }

    void should(String name, String title, Play play) {
        list.should(name, title, script(play));
    }

    void interoperates(String name, String title, Play play) {
        list.interoperates(name, title, script(play));
    }

    /** What gdp.md demands, and the RFCs leave open. */
    void mustInGdp(String name, String title, Play play) {
        if (isGdp()) {
            must(name, title, play);
        } else {
            interoperates(name, title, play);
        }
    }

    /** What the RFCs demand, and gdp.md only recommends. */
    void mustInRfc(String name, String title, Play play) {
        if (hasRfc()) {
            must(name, title, play);
        } else {
            should(name, title, play);
        }
    }

    private Script script(Play play) {
        return d -> play.run(new Stage(d, dialect));
    }
}
