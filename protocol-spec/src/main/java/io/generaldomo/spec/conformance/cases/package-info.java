/** The cases, a class for a group; {@link io.generaldomo.spec.conformance.cases.Suite} has all of them. */
@NullMarked
package io.generaldomo.spec.conformance.cases;

import org.jspecify.annotations.NullMarked;
