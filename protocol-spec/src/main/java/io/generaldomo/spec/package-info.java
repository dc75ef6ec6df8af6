/** Golden wire vectors, and what reads them. */
@NullMarked
package io.generaldomo.spec;

import org.jspecify.annotations.NullMarked;
