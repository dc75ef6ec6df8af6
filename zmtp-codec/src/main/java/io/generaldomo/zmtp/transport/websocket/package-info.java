/**
 * ZMTP over WebSocket (RFC 45/ZWS 2.0): {@link io.generaldomo.zmtp.transport.websocket.ZwsPipeline} puts beneath the ZMTP handlers what makes of
 * WebSocket messages the octets that those know, and the other way round.
 *
 * <pre>
 *  bytes -&gt; [first octet*] -&gt; HTTP*, then WebSocket frames -&gt; upgrade* -&gt; ZwsCodec -&gt; octets of ZMTP
 *  * leaves the pipeline when it has done its part
 * </pre>
 *
 * <p>All handlers are confined to their channel's event loop, and serve one channel each.
 */
@NullMarked
package io.generaldomo.zmtp.transport.websocket;

import org.jspecify.annotations.NullMarked;
