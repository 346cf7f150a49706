package org.cspcheck.cli.explore;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.cspcheck.model.source.SpecificationException;
import org.cspcheck.runtime.log.ChoiceLog;

/**
 * A session as a page in a browser.
 *
 * <p>It listens on the loopback interface alone, and answers nobody who does not know the random token in the address: other users of the
 * machine and pages of other sites cannot reach it. One thread serves all requests, so the session is never used by two at a time.
 */
public final class WalkServer implements AutoCloseable {
    private static final int TOKEN_BYTES = 16;
    private static final long STACK = 1L << 30;
    private static final int MOST_BODY = 1 << 20;

    private final Session session;
    private final HttpServer server;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(work -> {
        var deep = new Thread(null, work, "explore", STACK);
        deep.setDaemon(true);
        return deep;
    });
    private final String root;

    /**
     * Serves the session until it is closed.
     *
     * @param port 0 for any that is free
     */
    public WalkServer(Session session, int port) throws IOException {
        this.session = session;
        byte[] token = new byte[TOKEN_BYTES];
        new SecureRandom().nextBytes(token);
        root = "/" + HexFormat.of().formatHex(token) + "/";
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.setExecutor(thread);
        server.createContext("/", exchange -> answer(exchange, 404, "text/plain", "The address needs the token that csp-check printed."));
        server.createContext(root, this::serve);
        server.start();
    }

    /** {@return what to open in a browser} */
    public String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + root;
    }

    private void serve(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath().substring(root.length());
        if (path.isEmpty()) {
            answer(exchange, 200, "text/html", page());
            return;
        }
        boolean changes = !path.equals("state");
        if (changes && !exchange.getRequestMethod().equals("POST")) {
            answer(exchange, 405, "text/plain", "POST only");
            return;
        }
        String body = new String(exchange.getRequestBody().readNBytes(MOST_BODY), StandardCharsets.UTF_8);
        try {
            answer(exchange, 200, "application/json", WalkJson.of(session, changes ? change(path, body) : ""));
        } catch (NumberFormatException | IndexOutOfBoundsException mistake) {
            answer(exchange, 400, "text/plain", "there is no " + path + " " + body + " here");
        } catch (IllegalArgumentException mistake) {
            answer(exchange, 400, "text/plain", mistake.getMessage());
        } catch (SpecificationException mistake) {
            answer(exchange, 400, "text/plain", mistake.diagnostic().message());
        } catch (RuntimeException | StackOverflowError fault) {
            answer(exchange, 500, "text/plain", "a fault of csp-check: " + fault);
        }
    }

    /** Does what a request asks; {@return what there is to say about it} */
    private String change(String path, String body) {
        switch (path) {
            case "take" -> session.walk().take(Integer.parseInt(body));
            case "back" -> session.walk().backTo(Integer.parseInt(body));
            case "find" -> {
                return session.find(body);
            }
            case "check" -> {
                return session.jump(Integer.parseInt(body));
            }
            case "follow" -> {
                var choices = ChoiceLog.parse(body);
                int taken = session.walk().follow(choices);
                return taken == choices.size() ? "" : "only the first " + taken + " of " + choices.size() + " choices are possible";
            }
            default -> throw new IllegalArgumentException("no such request: " + path);
        }
        return "";
    }

    private static String page() throws IOException {
        try (InputStream page = WalkServer.class.getResourceAsStream("explore.html")) {
            return new String(page.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static void answer(HttpExchange exchange, int status, String type, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type + "; charset=utf-8");
        exchange.getResponseHeaders().set("Cache-Control", "no-store");
        exchange.getResponseHeaders().set("Referrer-Policy", "no-referrer");
        exchange.sendResponseHeaders(status, bytes.length);
        try (var out = exchange.getResponseBody()) {
            out.write(bytes);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        thread.shutdownNow();
    }
}
