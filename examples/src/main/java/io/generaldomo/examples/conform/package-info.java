/** What came of the conformance kit's cases, written for programs and for people. */
@NullMarked
package io.generaldomo.examples.conform;

import org.jspecify.annotations.NullMarked;
