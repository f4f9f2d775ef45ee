package dev.chatcall.server.media;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The media service as a child of this process. It ends by itself when its standard input ends, so that it does not
 * outlive a server that is killed. It says on its standard output where it listens, and on its standard error what
 * happens; the last line there is the reason when it ends by itself.
 */
final class MediaProcess implements MediaSource {
    private static final Logger log = LoggerFactory.getLogger(MediaProcess.class);

    private static final Pattern READY = Pattern.compile("The media service is ready at (http://\\S+)");
    private static final Duration STOP_LIMIT = Duration.ofSeconds(3);

    /** What it needs to be built and to run; secrets of the server stay with the server. */
    private static final Pattern PASSED_ON = Pattern.compile(
            "PATH|HOME|USER|LANG|TZ|TMPDIR|JAVA_HOME|MEDIASOUP_.*|CHATCALL_MEDIA_(?!SECRET).*|NODE_.*|SSL_CERT_.*"
                    + "|(?i:npm_config_.*|https?_proxy|no_proxy|SystemRoot|Path|TEMP)");

    private final MediaSettings.Child settings;
    private @Nullable Process process;
    private @Nullable URI address;
    private @Nullable Thread logReader;
    private volatile String lastWords = "";
    private boolean closed;

    MediaProcess(MediaSettings.Child settings) {
        this.settings = settings;
    }

    @Override
    public URI await() throws MediaUnavailableException, InterruptedException {
        URI known = running();
        return known != null ? known : control(readyLine(start()));
    }

    private synchronized @Nullable URI running() {
        return process != null && process.isAlive() ? address : null;
    }

    private synchronized void reached(URI control) {
        address = control;
    }

    private synchronized Process start() throws MediaUnavailableException {
        if (closed) {
            throw new MediaUnavailableException("The server is being stopped.");
        }
        end();
        lastWords = "";
        try {
            Process started = builder().start();
            process = started;
            logReader = Thread.ofVirtual().name("media-log").start(() -> readLog(started));
            return started;
        } catch (IOException e) {
            throw new MediaUnavailableException("The media service cannot be started: " + settings.command()
                    + " does not run. Start the server with ./chatcall start.");
        }
    }

    private ProcessBuilder builder() {
        ProcessBuilder builder = new ProcessBuilder(settings.command().toString(), "--child");
        var environment = builder.environment();
        environment.keySet().removeIf(name -> !PASSED_ON.matcher(name).matches());
        environment.put("CHATCALL_MEDIA_HOST", "127.0.0.1");
        environment.put("CHATCALL_MEDIA_PORT", "0");
        environment.put(
                "CHATCALL_MEDIA_SECRET_FILE",
                settings.secretFile().toAbsolutePath().toString());
        if (settings.announcedAddress() != null) {
            environment.put("CHATCALL_MEDIA_ANNOUNCED_ADDRESS", settings.announcedAddress());
        }
        return builder;
    }

    private String readyLine(Process started) throws MediaUnavailableException, InterruptedException {
        try {
            BufferedReader output = started.inputReader(StandardCharsets.UTF_8);
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                Matcher ready = READY.matcher(line);
                if (ready.find()) {
                    Thread.ofVirtual().name("media-output").start(() -> drain(output));
                    return ready.group(1);
                }
            }
        } catch (IOException e) {
            log.debug("The media service's output ended", e);
        }
        awaitLastWords();
        throw new MediaUnavailableException(
                lastWords.isEmpty() ? "The media service ended and did not say why." : lastWords);
    }

    private void awaitLastWords() throws InterruptedException {
        Thread reader;
        synchronized (this) {
            reader = logReader;
        }
        if (reader != null) {
            reader.join(STOP_LIMIT);
        }
    }

    private URI control(String http) {
        URI control = URI.create(http.replaceFirst("^http", "ws") + "/control");
        reached(control);
        return control;
    }

    private void readLog(Process started) {
        try (BufferedReader errors = started.errorReader(StandardCharsets.UTF_8)) {
            for (String line = errors.readLine(); line != null; line = errors.readLine()) {
                if (!line.isBlank()) {
                    lastWords = line.strip();
                    log.info("Media service: {}", lastWords);
                }
            }
        } catch (IOException e) {
            log.debug("The media service's log ended", e);
        }
    }

    /** A full pipe would stop it. */
    private static void drain(BufferedReader output) {
        try (output) {
            while (output.readLine() != null) {
                continue;
            }
        } catch (IOException e) {
            log.debug("The media service's output ended", e);
        }
    }

    /** A process that lives and does not answer is of no use. */
    @Override
    public synchronized void unreachable() {
        end();
    }

    @Override
    public synchronized void close() {
        closed = true;
        end();
    }

    /** The end of its input tells it to end; what is left of it after a while is killed. */
    private void end() {
        Process ending = process;
        boolean ready = address != null;
        process = null;
        address = null;
        if (ending == null) {
            return;
        }
        var rest = ending.descendants().toList();
        try {
            ending.outputWriter().close();
            if (!ready) {
                ending.destroy();
            }
            ending.waitFor(STOP_LIMIT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (IOException e) {
            log.debug("The media service had ended before", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        rest.forEach(ProcessHandle::destroy);
        ending.destroyForcibly();
    }
}
