/**
 * Reads traffic that others sent, and says what it is: a lenient reader, independent of any codec, so that it also shows what a codec would refuse.
 *
 * <pre>
 *  octets of one side -&gt; OctetStream -&gt; greeting, frames -&gt; StreamReader -&gt; commands, messages -&gt; Conversation -&gt; Sightings
 * </pre>
 *
 * <p>Nothing here throws because of octets, whatever they are. What it keeps of them is bounded; sizes are counted beyond that. Text that holds octets of a peer is
 * escaped ({@link io.generaldomo.spec.sniff.Escape}).
 */
@NullMarked
package io.generaldomo.spec.sniff;

import org.jspecify.annotations.NullMarked;
