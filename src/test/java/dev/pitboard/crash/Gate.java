package dev.pitboard.crash;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The way to a server on this machine: a port of its own that passes everything on, unless it is shut or held. */
final class Gate implements AutoCloseable {
    private static final byte[] HERE = {127, 0, 0, 1};

    private final int server;
    private final int port;
    private final Set<Socket> passing = ConcurrentHashMap.newKeySet();
    private final Object latch = new Object();
    private @Nullable ServerSocket listening;
    private boolean held;

    /** @param server the server's port */
    Gate(int server) throws IOException {
        this.server = server;
        ServerSocket first = listen(0);
        this.port = first.getLocalPort();
        listening = first;
    }

    int port() {
        return port;
    }

    /** Nobody comes in, and whoever is in is thrown out. */
    void shut() throws IOException {
        ServerSocket open = listening;
        listening = null;
        if (open != null) {
            open.close();
        }
        throwOut();
    }

    /** Nothing passes any more, and nobody is told. */
    void hold() {
        synchronized (latch) {
            held = true;
        }
    }

    /** Ends {@link #shut} and {@link #hold}. */
    void open() throws IOException {
        synchronized (latch) {
            held = false;
            latch.notifyAll();
        }
        if (listening == null) {
            listening = listen(port);
        }
    }

    private ServerSocket listen(int at) throws IOException {
        ServerSocket socket = new ServerSocket();
        socket.setReuseAddress(true);
        socket.bind(new InetSocketAddress(InetAddress.getByAddress(HERE), at));
        Thread.ofVirtual().start(() -> letIn(socket));
        return socket;
    }

    private void letIn(ServerSocket socket) {
        while (!socket.isClosed()) {
            try {
                Socket from = socket.accept();
                passing.add(from);
                Socket to = new Socket(InetAddress.getByAddress(HERE), server);
                passing.add(to);
                from.setTcpNoDelay(true);
                to.setTcpNoDelay(true);
                Thread.ofVirtual().start(() -> pass(from, to));
                Thread.ofVirtual().start(() -> pass(to, from));
                if (socket.isClosed()) {
                    throwOut();
                }
            } catch (IOException _) {
                // Shut meanwhile; or the server does not want anybody, which the next one finds out too.
            }
        }
    }

    private void pass(Socket from, Socket to) {
        byte[] buffer = new byte[8192];
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int length = in.read(buffer); length > 0; length = in.read(buffer)) {
                awaitPassage();
                out.write(buffer, 0, length);
            }
            awaitPassage();
        } catch (IOException _) {
            // One end is gone, so the other goes too.
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } finally {
            passing.remove(from);
            passing.remove(to);
        }
    }

    private void awaitPassage() throws InterruptedException {
        synchronized (latch) {
            while (held) {
                latch.wait();
            }
        }
    }

    private void throwOut() {
        for (Socket socket : passing) {
            try {
                socket.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    @Override
    public void close() {
        try {
            shut();
            synchronized (latch) {
                held = false;
                latch.notifyAll();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
