/** Unix domain sockets for code that takes {@link java.net.Socket}: the JDK has channels for them only. */
@NullMarked
package io.generaldomo.spec.ipc;

import org.jspecify.annotations.NullMarked;
