package dev.pitboard.health;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;

/** Asks {@code /healthz} of the process beside it; for containers, whose image has no other HTTP client. */
public final class HealthProbe {
    private static final int PATIENCE_MILLIS = 4000;

    private HealthProbe() {}

    /** Ends with 0 when all is well, else with 1. */
    public static void main(String[] args) {
        System.exit(wellAt(System.getenv().getOrDefault("PITBOARD_HTTP_PORT", "8080")) ? 0 : 1);
    }

    /** Whether all is well at that port; 0 means that there is no page to ask, which is no illness. */
    static boolean wellAt(String port) {
        if (port.equals("0")) {
            return true;
        }
        try {
            HttpURLConnection connection = (HttpURLConnection)
                    URI.create("http://127.0.0.1:" + port + "/healthz").toURL().openConnection();
            connection.setConnectTimeout(PATIENCE_MILLIS);
            connection.setReadTimeout(PATIENCE_MILLIS);
            return connection.getResponseCode() == HttpURLConnection.HTTP_OK;
        } catch (IOException | IllegalArgumentException unreachable) {
            System.err.println("no answer from /healthz: " + unreachable.getMessage());
            return false;
        }
    }
}
