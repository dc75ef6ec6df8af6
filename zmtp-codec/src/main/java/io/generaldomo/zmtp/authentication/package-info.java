/**
 * Ready-made {@link io.generaldomo.zmtp.ZmtpAuthenticator}s: passwords in a file, CURVE keys in a directory, and any key at all.
 *
 * <p>Those that read files do so again whenever these have changed, at the next handshake, and never on an event loop.
 */
@NullMarked
package io.generaldomo.zmtp.authentication;

import org.jspecify.annotations.NullMarked;
