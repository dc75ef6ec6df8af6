package io.generaldomo.examples.config;

import java.util.List;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the settings of a running broker again, and makes those count that can: no connection is closed. If there is a mistake in them, all stays as it
 * was. What happened is told in the log, and to whoever asked. Thread-safe; one reload at a time.
 */
public final class Reload {
    private static final Logger log = LoggerFactory.getLogger(Reload.class);

    private final Sources sources;
    private final Consumer<BrokerSetup> apply;
    private Configuration current;
    private BrokerSetup setup;

    /**
     * What a reload came to.
     *
     * @param changed the keys whose new values count
     * @param needRestart the keys whose new values would need a restart, and do not count
     * @param mistakes why nothing was changed; nothing if all went well
     */
    public record Outcome(List<String> changed, List<String> needRestart, List<Mistake> mistakes) {}

    /**
     * To reload what was found before.
     *
     * @param sources of the settings
     * @param found what the broker began with, without mistakes
     * @param apply makes another setup count
     */
    public Reload(Sources sources, Sources.Found found, Consumer<BrokerSetup> apply) {
        this.sources = sources;
        this.apply = apply;
        this.current = found.configuration();
        this.setup = found.setup().orElseThrow();
    }

    /**
     * What counts at present.
     *
     * @return the setup of the last reload that went well
     */
    public synchronized BrokerSetup current() {
        return setup;
    }

    /**
     * Reads the settings again.
     *
     * @return what came of it
     */
    public synchronized Outcome run() {
        Sources.Found fresh = sources.read();
        if (!fresh.mistakes().isEmpty()) {
            return failed(fresh.mistakes());
        }
        List<String> needRestart = current.changes(fresh.configuration(), false);
        Configuration merged = current.reloaded(fresh.configuration());
        Sources.Found usable = Sources.Found.of(merged, List.of());
        if (usable.setup().isEmpty()) {
            return failed(usable.mistakes()); // what could be reloaded does not go with what needs a restart
        }
        List<String> changed = current.changes(merged, true);
        current = merged;
        setup = usable.setup().get();
        apply.accept(setup);
        if (!needRestart.isEmpty()) {
            log.atWarn().addKeyValue("keys", String.join(",", needRestart)).log("these settings have changed and need a restart: they stay as they were");
        }
        log.atInfo().addKeyValue("keys", String.join(",", changed)).log("settings read again");
        return new Outcome(changed, needRestart, List.of());
    }

    private static Outcome failed(List<Mistake> mistakes) {
        int others = mistakes.size() - 1;
        log.error(
                "settings not read again, all stays as it was: {}{}",
                mistakes.get(0),
                others == 0 ? "" : " (and " + others + " more; generaldomo config check tells them all)");
        return new Outcome(List.of(), List.of(), mistakes);
    }
}
