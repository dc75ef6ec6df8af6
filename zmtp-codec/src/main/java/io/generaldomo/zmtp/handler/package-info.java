/**
 * ZMTP as Netty handlers. {@link io.generaldomo.zmtp.handler.ZmtpPipeline} is the one door: it puts the handlers of this package into a pipeline.
 *
 * <pre>
 *  bytes -&gt; ZmtpDecoder -&gt; ZmtpHandshakeHandler* -&gt; ZmtpHeartbeatHandler -&gt; whole ZmtpMessages
 *  bytes &lt;- ZmtpEncoder &lt;------- writes wait until READY &lt;------------------ ZmtpMessage
 *  * leaves the pipeline when the handshake is done
 * </pre>
 *
 * <p>All handlers are confined to their channel's event loop and serve one channel each, but for {@link io.generaldomo.zmtp.handler.ZmtpLoggingHandler}, which is stateless and
 * stands between encoder and handshake where it is wanted.
 */
@NullMarked
package io.generaldomo.zmtp.handler;

import org.jspecify.annotations.NullMarked;
