/**
 * What is installed beside the command line and made from its own description: manual pages, and what a shell completes.
 */
@NullMarked
package io.generaldomo.examples.manual;

import org.jspecify.annotations.NullMarked;
