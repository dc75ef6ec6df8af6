/**
 * The {@code generaldomo} command line: a class for each command, and the options they share.
 *
 * <p>What a command has to say goes to standard output in lines for people; complaints, notes, progress and logs go to standard error. Exit codes:
 * 0 for done, 1 for a reply that did not come, 2 for something the user can put right, told in one line.
 */
@NullMarked
package io.generaldomo.examples.cli;

import org.jspecify.annotations.NullMarked;
