package dev.chatcall.server.doctor;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpResponse;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSession;

/** Whether browsers reach the server, and let its pages use microphone and camera. */
final class WebExaminations {
    /** Credentials for TURN live an hour; browsers and servers that differ by minutes confuse each other earlier. */
    private static final Duration CLOCK_TOLERANCE = Duration.ofSeconds(60);

    private static final Duration CERTIFICATE_SOON = Duration.ofDays(14);

    private final Patient patient;
    private final Clock clock;

    WebExaminations(Patient patient, Clock clock) {
        this.patient = patient;
        this.clock = clock;
    }

    List<Examination> all() {
        return List.of(
                new Examination("Server", this::server),
                new Examination("Secure context", this::secureContext),
                new Examination("Certificate", this::certificate),
                new Examination("WebSocket", this::webSocket),
                new Examination("Clock", this::clock));
    }

    private Finding server() throws InterruptedException {
        try {
            HttpResponse<String> health = patient.health();
            return health.statusCode() == Patient.HttpStatus.OK
                    ? new Finding.Fine(patient.url() + " answers")
                    : new Finding.Wrong(
                            patient.url() + " answers, and says that it is not well (status " + health.statusCode()
                                    + ").",
                            "See " + patient.url().resolve("/health") + ", and the server's log.");
        } catch (SSLException e) {
            return new Finding.Wrong(
                    "The certificate of " + patient.url().getHost() + " is not accepted: " + e.getMessage() + ".",
                    "Use a certificate of that name from an authority that browsers know, with its whole chain.");
        } catch (IOException e) {
            return new Finding.Wrong(
                    patient.url() + " does not answer.",
                    "Start the server (./chatcall start), or say where it is: ./chatcall doctor --url URL.");
        }
    }

    private Finding secureContext() throws IOException {
        URI url = patient.url();
        if ("https".equals(url.getScheme()) || isLoopback(url.getHost())) {
            return new Finding.Fine("pages of " + url + " may use microphone and camera");
        }
        return new Finding.Wrong(
                "Browsers give microphone and camera to no page of " + url + ".",
                "Serve it over https: docker/nginx has a place for the certificate. On the same machine,"
                        + " http://127.0.0.1 works too.");
    }

    private static boolean isLoopback(String host) throws IOException {
        return host.toLowerCase(Locale.ROOT).equals("localhost")
                || InetAddress.getByName(host).isLoopbackAddress();
    }

    private Finding certificate() throws IOException, InterruptedException {
        if (!"https".equals(patient.url().getScheme())) {
            return new Finding.Skipped("no https");
        }
        Instant end = patient.health()
                .sslSession()
                .map(WebExaminations::end)
                .orElseThrow(() -> new IOException("there is no session"));
        Duration left = Duration.between(clock.instant(), end);
        return left.compareTo(CERTIFICATE_SOON) > 0
                ? new Finding.Fine("valid for " + left.toDays() + " days")
                : new Finding.Wrong("The certificate is valid for " + left.toDays() + " days only.", "Renew it.");
    }

    private static Instant end(SSLSession session) {
        try {
            return ((X509Certificate) session.getPeerCertificates()[0])
                    .getNotAfter()
                    .toInstant();
        } catch (SSLException e) {
            return Instant.MIN;
        }
    }

    /** Nobody is signed in here, so a socket that gets through is refused with 401 by the server itself. */
    private Finding webSocket() throws InterruptedException, ExecutionException, TimeoutException {
        int status = patient.upgrade();
        return status == Patient.HttpStatus.UNAUTHORIZED || status == Patient.HttpStatus.SWITCHING
                ? new Finding.Fine("upgrades get through")
                : new Finding.Wrong(
                        "A WebSocket does not get through: status " + status + ".",
                        "Let the proxy pass the headers Upgrade and Connection on for /ws, as docker/nginx does.");
    }

    private Finding clock() throws IOException, InterruptedException {
        String date = patient.health().headers().firstValue("Date").orElse("");
        try {
            Instant theirs = ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
            Duration apart = Duration.between(theirs, clock.instant()).abs();
            return apart.compareTo(CLOCK_TOLERANCE) <= 0
                    ? new Finding.Fine(apart.toSeconds() + " s apart from this machine's")
                    : new Finding.Wrong(
                            "The clocks of the server and of this machine are " + apart.toSeconds() + " s apart.",
                            "Let both keep time with NTP: TURN refuses credentials that are from the wrong hour.");
        } catch (DateTimeException e) {
            return new Finding.Skipped("the server does not tell its time");
        }
    }
}
