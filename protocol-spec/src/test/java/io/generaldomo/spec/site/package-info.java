/** Writes the texts of this module as a static site: a step of the build, and of no jar. */
@NullMarked
package io.generaldomo.spec.site;

import org.jspecify.annotations.NullMarked;
