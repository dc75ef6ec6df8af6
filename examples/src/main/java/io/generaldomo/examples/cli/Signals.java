package io.generaldomo.examples.cli;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Optional;
import java.util.function.IntConsumer;

/**
 * Signals of the operating system. A shutdown hook would do for the first one, but the JVM does not tell of a second; {@code sun.misc.Signal} is the one
 * way to hear of it (module jdk.unsupported, which every JDK has). By reflection, since the compiler cannot be told that we know. Stateless.
 */
final class Signals {
    private Signals() {}

    /**
     * Does something when a signal comes, each time, on a thread of its own. A signal that this system does not have never comes.
     *
     * @param then what to do; told the number of the signal
     * @param names of the signals, without SIG
     */
    static void on(IntConsumer then, String... names) {
        try {
            Class<?> type = Class.forName("sun.misc.Signal");
            Class<?> handlerType = Class.forName("sun.misc.SignalHandler");
            Method number = type.getMethod("getNumber");
            Object handler = Proxy.newProxyInstance(Signals.class.getClassLoader(), new Class<?>[] {handlerType}, (proxy, method, args) -> {
                then.accept((Integer) number.invoke(args[0]));
                return null;
            });
            Constructor<?> named = type.getConstructor(String.class);
            Method handle = type.getMethod("handle", type, handlerType);
            for (String name : names) {
                Optional<?> signal = signal(named, name);
                if (signal.isPresent()) {
                    handle.invoke(null, signal.get(), handler);
                }
            }
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("this JVM has no sun.misc.Signal", e);
        }
    }

    private static Optional<?> signal(Constructor<?> named, String name) throws ReflectiveOperationException {
        try {
            return Optional.of(named.newInstance(name));
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof IllegalArgumentException) {
                return Optional.empty();
            }
            throw e;
        }
    }
}
