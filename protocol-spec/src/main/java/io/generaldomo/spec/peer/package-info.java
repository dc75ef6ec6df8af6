/** Real libzmq, in a process of its own, for tests to talk to. */
@NullMarked
package io.generaldomo.spec.peer;

import org.jspecify.annotations.NullMarked;
