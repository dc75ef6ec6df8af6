package io.generaldomo.examples.config;

import static io.generaldomo.examples.config.Settings.*;

import io.generaldomo.zmtp.transport.TlsFiles;
import io.generaldomo.zmtp.transport.TransportOptions;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What the endpoints of a broker need beneath ZMTP, as far as the settings agree: certificates, web pages, permissions. For one thread. */
final class Transports {
    private final Configuration settings;
    private final List<Mistake> mistakes;
    private final List<String> notes = new ArrayList<>();

    Transports(Configuration settings, List<Mistake> mistakes) {
        this.settings = settings;
        this.mistakes = mistakes;
        checkTls();
        checkWeb();
    }

    List<String> notes() {
        return List.copyOf(notes);
    }

    TransportOptions options() {
        return TransportOptions.DEFAULT
                .withIpcPermissions(settings.get(IPC_PERMISSIONS))
                .withWebOrigins(new HashSet<>(settings.all(WEB_ORIGINS)))
                .withTls(new TlsFiles(settings.find(TLS_CERT), settings.find(TLS_KEY), settings.find(TLS_TRUST)));
    }

    private void checkTls() {
        if (isTold(TLS_CERT) != isTold(TLS_KEY)) {
            Setting<?> told = isTold(TLS_CERT) ? TLS_CERT : TLS_KEY;
            Setting<?> other = told == TLS_CERT ? TLS_KEY : TLS_CERT;
            mistake(told, "a certificate and its private key go together; it needs " + call(other) + " FILE");
        }
        if (isAny(BoundEndpoint::isOverTls)) {
            if (!isTold(TLS_CERT) && !isTold(TLS_KEY)) {
                mistake(ENDPOINTS, "tls+tcp:// and wss:// show a certificate to the peers; it needs " + call(TLS_CERT) + " FILE and " + call(TLS_KEY) + " FILE");
            }
        } else {
            Stream.of(TLS_CERT, TLS_KEY, TLS_TRUST).filter(this::isTold).findFirst().ifPresent(told ->
                    notes.add("no endpoint uses TLS, so that " + call(told) + " counts for nothing; those of tls+tcp:// and wss:// do"));
        }
    }

    private void checkWeb() {
        if (isTold(WEB_PAGE) && !isAny(BoundEndpoint::isForPages)) {
            mistake(WEB_PAGE, "there is no endpoint that the page can connect to; it needs one of ws:// or tcp+ws:// among " + call(ENDPOINTS)
                    + ", such as tcp+ws://127.0.0.1:5555");
        }
        if (isTold(WEB_ORIGINS) && !isAny(BoundEndpoint::isOverWebSocket)) {
            notes.add("no endpoint uses WebSocket, so that " + call(WEB_ORIGINS) + " counts for nothing; those of ws://, wss:// and tcp+ws:// do");
        }
    }

    private boolean isTold(Setting<?> setting) {
        return settings.find(setting).isPresent();
    }

    private boolean isAny(Predicate<BoundEndpoint> kind) {
        return settings.all(ENDPOINTS).stream().anyMatch(kind);
    }

    private String call(Setting<?> setting) {
        return settings.call(setting);
    }

    private void mistake(Setting<?> setting, String what) {
        mistakes.add(settings.mistake(setting, what));
    }
}
