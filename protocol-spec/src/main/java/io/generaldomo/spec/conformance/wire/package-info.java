/** The conformance kit's own octets: built and taken apart here and nowhere else, so that no codec's defect can hide itself. */
@NullMarked
package io.generaldomo.spec.conformance.wire;

import org.jspecify.annotations.NullMarked;
