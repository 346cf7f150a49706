package org.cspcheck.cli.explore;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.cspcheck.model.source.SpecificationException;
import org.cspcheck.reports.html.WalkPage;
import org.cspcheck.runtime.log.ChoiceLog;

/**
 * A session as a page in a browser.
 *
 * <p>It listens on the loopback interface alone, and answers nobody who does not know the random token in the address: other users of the
 * machine and pages of other sites cannot reach it. One thread uses the session, whoever asks; the only request that does not wait for it is
 * the one that ends a search. A change names the version that it was meant for, so that a second window, which may show what is no more,
 * changes nothing by mistake.
 */
public final class WalkServer implements AutoCloseable {
    private static final int TOKEN_BYTES = 16;
    private static final long STACK = 1L << 30;
    private static final int MOST_BODY = 1 << 20;

    private final Session session;
    private final HttpServer server;
    private final ExecutorService requests = Executors.newCachedThreadPool(work -> daemon(work, 0));
    private final ExecutorService walking = Executors.newSingleThreadExecutor(work -> daemon(work, STACK));
    private final String root;
    private int version;

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
        server.setExecutor(requests);
        server.createContext("/", exchange -> answer(exchange, 404, "text/plain", "The address needs the token that csp-check printed."));
        server.createContext(root, this::serve);
        server.start();
    }

    /** {@return what to open in a browser} */
    public String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + root;
    }

    private static Thread daemon(Runnable work, long stack) {
        var thread = new Thread(null, work, "explore", stack);
        thread.setDaemon(true);
        return thread;
    }

    private void serve(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath().substring(root.length());
        if (path.isEmpty()) {
            answer(exchange, 200, "text/html", WalkPage.TEXT);
            return;
        }
        if (!path.equals("state") && !exchange.getRequestMethod().equals("POST")) {
            answer(exchange, 405, "text/plain", "POST only");
            return;
        }
        if (path.equals("stop")) {
            session.stop();
            answer(exchange, 200, "text/plain", "");
            return;
        }
        String body = new String(exchange.getRequestBody().readNBytes(MOST_BODY), StandardCharsets.UTF_8);
        String meant = exchange.getRequestURI().getQuery();
        Answer answer = CompletableFuture.supplyAsync(() -> answer(path, body, Optional.ofNullable(meant)), walking).join();
        answer(exchange, answer.status, answer.type, answer.text);
    }

    private record Answer(int status, String type, String text) {
        Answer(int status, String text) {
            this(status, "text/plain", text);
        }
    }

    /** @param meant the version that a change is meant for; empty for whichever there is */
    private Answer answer(String path, String body, Optional<String> meant) {
        try {
            if (path.equals("state")) {
                return new Answer(200, "application/json", WalkJson.of(session, version, ""));
            }
            if (meant.isPresent() && !meant.get().equals(Integer.toString(version))) {
                return new Answer(409, "application/json", WalkJson.of(session, version, "nothing was done: another window has walked on, to here"));
            }
            String told = change(path, body);
            version++;
            return new Answer(200, "application/json", WalkJson.of(session, version, told));
        } catch (NumberFormatException | IndexOutOfBoundsException mistake) {
            return new Answer(400, "there is no " + path + " " + body + " here");
        } catch (IllegalArgumentException mistake) {
            return new Answer(400, mistake.getMessage());
        } catch (SpecificationException mistake) {
            return new Answer(400, Session.told(mistake.diagnostic()));
        } catch (RuntimeException | StackOverflowError fault) {
            return new Answer(500, "a fault of csp-check: " + fault);
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
        requests.shutdownNow();
        walking.shutdownNow();
    }
}
