/**
 * The cases of Majordomo: brokers, workers and clients in every dialect. The kit plays whoever else has a part, over raw sockets. {@link
 * io.generaldomo.spec.conformance.majordomo.MajordomoSuite} has them all.
 */
@NullMarked
package io.generaldomo.spec.conformance.majordomo;

import org.jspecify.annotations.NullMarked;
