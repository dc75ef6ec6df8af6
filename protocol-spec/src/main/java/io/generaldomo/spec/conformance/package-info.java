/**
 * The conformance kit: cases that run against any peer of ZMTP, over plain sockets and with octets of the kit's own.
 *
 * <p>{@link io.generaldomo.spec.conformance.Runner} runs cases (those of {@code cases.Suite}, or one's own) against a
 * {@link io.generaldomo.spec.conformance.Target}. Each case talks to the peer through a
 * {@link io.generaldomo.spec.conformance.Dialogue}, which throws a {@link io.generaldomo.spec.conformance.Deviation} when the peer does
 * something else than the clause says.
 */
@NullMarked
package io.generaldomo.spec.conformance;

import org.jspecify.annotations.NullMarked;
