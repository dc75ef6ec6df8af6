package io.generaldomo.zmtp.transport;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import java.io.IOException;
import java.net.BindException;
import java.net.ConnectException;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Set;
import java.util.UUID;

/**
 * The file of a Unix domain socket that is bound: takes away the one that a dead process left, lets in whom the permissions let in, and takes the
 * file away in the end. Stands in the pipeline of the bound channel, and is confined to its event loop.
 *
 * <p>A file that is no socket, or whose socket somebody listens on, is left alone; binding fails. (libzmq deletes either.)
 */
final class IpcFile extends ChannelOutboundHandlerAdapter {
    private static final Path TEMPORARY = Path.of(System.getProperty("java.io.tmpdir"));

    private final Path path;
    private final Set<PosixFilePermission> permissions;
    private boolean ours;

    IpcFile(Path path, Set<PosixFilePermission> permissions) {
        this.path = path;
        this.permissions = permissions;
    }

    /** An endpoint with a path; a new one, whose name nobody can foresee, for any. */
    static Endpoint named(Endpoint endpoint) {
        return endpoint.isAnyPath() ? Endpoint.parse("ipc://" + TEMPORARY.resolve("zmtp-" + UUID.randomUUID())) : endpoint;
    }

    @Override
    public void bind(ChannelHandlerContext ctx, SocketAddress address, ChannelPromise promise) {
        try {
            removeLeftOver();
        } catch (IOException e) {
            promise.setFailure(e);
            return;
        }
        ChannelPromise bound = ctx.newPromise();
        bound.addListener(done -> {
            if (bound.isSuccess()) {
                ours = true;
                permit(promise);
            } else {
                promise.setFailure(bound.cause());
            }
        });
        ctx.bind(address, bound);
    }

    /** Until here the file had what the process' mask left of it: others could not connect, unless somebody means them to. */
    private void permit(ChannelPromise promise) {
        try {
            Files.setPosixFilePermissions(path, permissions);
            promise.setSuccess();
        } catch (UnsupportedOperationException e) {
            promise.setSuccess(); // no such permissions on this system
        } catch (IOException e) {
            promise.setFailure(e);
        }
    }

    private void removeLeftOver() throws IOException {
        if (!Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        // A socket is neither a file nor a directory nor a link; nor is a device, to which nobody can connect either, but for another reason.
        if (!Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS).isOther()) {
            throw new BindException(path + " is there already, and no socket");
        }
        if (isListenedOn()) {
            throw new BindException("address already in use: somebody listens on " + path);
        }
        Files.delete(path);
    }

    private boolean isListenedOn() throws IOException {
        try (SocketChannel probe = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            probe.configureBlocking(false); // a listener whose queue is full would let this wait
            probe.connect(UnixDomainSocketAddress.of(path));
            return true;
        } catch (ConnectException e) {
            return false;
        } catch (IOException e) {
            // Whatever it is, it is not the refusal of a socket that nobody has open any more.
            return true;
        }
    }

    @Override
    public void close(ChannelHandlerContext ctx, ChannelPromise promise) throws IOException {
        if (ours) {
            ours = false;
            Files.deleteIfExists(path);
        }
        ctx.close(promise);
    }
}
