package dev.pitboard.loopback.discord;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import javax.net.ServerSocketFactory;

/**
 * Keeps the accepted connections in order, as only so a websocket can be broken off without a closing frame. They send at
 * once: otherwise an answer waits some 40 ms for the client to acknowledge its head.
 */
final class Connections extends ServerSocketFactory {
    private final List<Socket> accepted = new ArrayList<>();

    @Override
    public ServerSocket createServerSocket() throws IOException {
        return new ServerSocket() {
            @Override
            public Socket accept() throws IOException {
                Socket socket = super.accept();
                socket.setTcpNoDelay(true);
                synchronized (accepted) {
                    accepted.add(socket);
                }
                return socket;
            }
        };
    }

    @Override
    public ServerSocket createServerSocket(int port) {
        throw new UnsupportedOperationException("Only unbound sockets are asked for");
    }

    @Override
    public ServerSocket createServerSocket(int port, int backlog) {
        throw new UnsupportedOperationException("Only unbound sockets are asked for");
    }

    @Override
    public ServerSocket createServerSocket(int port, int backlog, InetAddress address) {
        throw new UnsupportedOperationException("Only unbound sockets are asked for");
    }

    /** Breaks off the connection with this number, counted from 0 in the order of acceptance. */
    void cut(int index) {
        try {
            synchronized (accepted) {
                accepted.get(index).close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
