/** What {@code generaldomo sniff} reads from: files, standard input, and a proxy between two peers. What is read is told by the module {@code io.generaldomo.spec}. */
@NullMarked
package io.generaldomo.examples.sniff;

import org.jspecify.annotations.NullMarked;
