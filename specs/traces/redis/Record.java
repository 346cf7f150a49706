import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * Records what a real Redis server and real clients say to each other: java Record.java LOG [REQUESTS]
 *
 * <p>Needs redis-server and redis-tools (Debian packages); everything stays on the loopback interface and ends within two minutes. Between
 * clients and server stands a relay that writes down each command before the server sees it, and each reply before the client does, so the
 * order of the log is one in which it can have happened.
 */
final class Record {
    private static final Set<String> COMMANDS = Set.of("ping", "get", "set", "incr", "multi", "exec", "discard");
    private static final InetAddress HERE = InetAddress.getLoopbackAddress();

    private final PrintStream log;
    private final int serverPort;
    private int connections;
    private int open;

    private Record(PrintStream log, int serverPort) {
        this.log = log;
        this.serverPort = serverPort;
    }

    public static void main(String[] arguments) throws Exception {
        int requests = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 200;
        int port = freePort();
        Path folder = Files.createTempDirectory("redis-record");
        Process server = new ProcessBuilder("redis-server", "--port", "" + port, "--bind", "127.0.0.1", "--save", "", "--appendonly", "no",
                        "--dir", folder.toString())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectErrorStream(true)
                .start();
        try (var log = new PrintStream(Files.newOutputStream(Path.of(arguments[0])), false, StandardCharsets.UTF_8);
                var relay = new ServerSocket(0, 50, HERE)) {
            await(port);
            var record = new Record(log, port);
            Thread.ofPlatform().daemon().start(() -> record.accept(relay));
            record.talk(relay.getLocalPort(), requests);
            record.settle();
        } finally {
            server.destroy();
            if (!server.waitFor(5, TimeUnit.SECONDS)) {
                server.destroyForcibly();
            }
            Files.deleteIfExists(folder);
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, HERE)) {
            return socket.getLocalPort();
        }
    }

    private static void await(int port) throws Exception {
        for (int tries = 0; ; tries++) {
            try (var socket = new Socket(HERE, port)) {
                return;
            } catch (IOException notYet) {
                if (tries == 100) {
                    throw notYet;
                }
                Thread.sleep(50);
            }
        }
    }

    // ---- clients

    private void talk(int port, int requests) throws Exception {
        String script = """
                PING
                SET colour green
                GET colour
                GET nothing
                INCR colour
                INCR counter
                EXEC
                MULTI
                INCR counter
                GET counter
                EXEC
                MULTI
                SET a b c d
                EXEC
                MULTI
                SET a b
                MULTI
                DISCARD
                LPUSH list 1 2 3
                LRANGE list 0 -1
                """;
        run(script, "redis-cli", "-h", "127.0.0.1", "-p", "" + port);
        run("", "redis-benchmark", "-h", "127.0.0.1", "-p", "" + port, "-q", "-c", "4", "-P", "3", "-n", "" + requests, "-t", "ping_mbulk,set,get,incr");
    }

    private static void run(String input, String... command) throws Exception {
        Process client = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
        try (OutputStream in = client.getOutputStream()) {
            in.write(input.getBytes(StandardCharsets.UTF_8));
        }
        if (!client.waitFor(100, TimeUnit.SECONDS)) {
            client.destroyForcibly();
            throw new IOException(List.of(command) + " does not end");
        }
    }

    // ---- the relay

    private void accept(ServerSocket relay) {
        try {
            while (true) {
                Socket client = relay.accept();
                Socket server = new Socket(HERE, serverPort);
                int connection = opened();
                Thread.ofPlatform().daemon().start(() -> relay(connection, client, server, true));
                Thread.ofPlatform().daemon().start(() -> relay(connection, server, client, false));
            }
        } catch (IOException closed) {
            // the recording is over
        }
    }

    private void relay(int connection, Socket from, Socket to, boolean commands) {
        try (to) {
            var in = new BufferedInputStream(from.getInputStream());
            OutputStream out = to.getOutputStream();
            while (true) {
                var message = new ByteArrayOutputStream();
                String kind = message(in, message);
                write(connection, commands ? "send." + command(message) : "reply." + kind);
                message.writeTo(out);
                out.flush();
            }
        } catch (IOException over) {
            if (commands) {
                closed(connection);
            }
        }
    }

    private synchronized int opened() {
        open++;
        return ++connections;
    }

    private synchronized void closed(int connection) {
        write(connection, "closed");
        open--;
        notifyAll();
    }

    private synchronized void settle() throws InterruptedException {
        long end = System.currentTimeMillis() + 5000;
        while (open > 0 && System.currentTimeMillis() < end) {
            wait(100);
        }
    }

    private boolean[] left = new boolean[64];

    /** After the client has left, what the server still says is heard by nobody. */
    private synchronized void write(int connection, String event) {
        if (connection >= left.length) {
            left = java.util.Arrays.copyOf(left, 2 * connection);
        }
        if (!left[connection]) {
            left[connection] = event.equals("closed");
            log.println("{\"time\":\"" + Instant.now().truncatedTo(java.time.temporal.ChronoUnit.MICROS) + "\",\"connection\":" + connection + ",\"event\":\"" + event + "\"}");
        }
    }

    // ---- the protocol: https://redis.io/docs/latest/develop/reference/protocol-spec/

    /** Copies one message; {@return what kind of reply it would be} */
    private static String message(InputStream in, OutputStream copy) throws IOException {
        String line = line(in, copy);
        String rest = line.substring(1);
        return switch (line.charAt(0)) {
            case '+' -> rest.toLowerCase(Locale.ROOT);
            case '-' -> "error";
            case ':' -> "integer";
            case '$' -> bulk(Integer.parseInt(rest), in, copy);
            case '*' -> array(Integer.parseInt(rest), in, copy);
            default -> throw new IOException("no RESP: " + line);
        };
    }

    private static String bulk(int length, InputStream in, OutputStream copy) throws IOException {
        if (length < 0) {
            return "nil";
        }
        byte[] content = in.readNBytes(length + 2);
        if (content.length < length + 2) {
            throw new EOFException();
        }
        copy.write(content);
        return "bulk";
    }

    private static String array(int count, InputStream in, OutputStream copy) throws IOException {
        for (int i = 0; i < count; i++) {
            message(in, copy);
        }
        return count < 0 ? "nil" : "array";
    }

    private static String line(InputStream in, OutputStream copy) throws IOException {
        var line = new StringBuilder();
        for (int b = in.read(); b != '\n'; b = in.read()) {
            if (b < 0) {
                throw new EOFException();
            }
            copy.write(b);
            line.append((char) b);
        }
        copy.write('\n');
        return line.substring(0, line.length() - 1);
    }

    /** The first word of a command. */
    private static String command(ByteArrayOutputStream message) {
        String[] lines = message.toString(StandardCharsets.UTF_8).split("\r\n");
        String name = lines.length > 2 ? lines[2].toLowerCase(Locale.ROOT) : "";
        return COMMANDS.contains(name) ? name : "other";
    }
}
