package dev.pitboard.delivery;

/** The limit of a platform that other requests share with posts, such as those of its library while it connects. */
public interface SharedLimit {
    /** A limit that nobody shares. */
    SharedLimit NONE = () -> () -> {};

    /** Waits until one more request may leave; posts wait meanwhile. To be closed when its answer is there. */
    Request enter() throws InterruptedException;

    /** A request on its way. */
    interface Request extends AutoCloseable {
        @Override
        void close();
    }
}
