package dev.chatcall.desktop.check;

import dev.chatcall.desktop.check.Check.Problem;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.ZoneId;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/** Whether the way to the server is encrypted with a certificate that holds. */
public final class CertificateCheck {
    private static final int PATIENCE_MS = 8_000;
    private static final int HTTPS = 443;

    private final Executor background;

    /** @param background where it may block */
    public CertificateCheck(Executor background) {
        this.background = background;
    }

    /** Fails where the server cannot be reached: that tells nothing of its certificate. */
    public CompletableFuture<Finding> check(URI server) {
        if (!"https".equalsIgnoreCase(server.getScheme())) {
            return CompletableFuture.completedFuture(Finding.skipped(Problem.PLAIN));
        }
        int port = server.getPort() < 0 ? HTTPS : server.getPort();
        return CompletableFuture.supplyAsync(() -> look(server.getHost(), port), background);
    }

    private static Finding look(String host, int port) {
        SSLSocketFactory factory = (SSLSocketFactory) SSLSocketFactory.getDefault();
        try (Socket plain = new Socket()) {
            plain.connect(new InetSocketAddress(host, port), PATIENCE_MS);
            plain.setSoTimeout(PATIENCE_MS);
            try (SSLSocket secure = (SSLSocket) factory.createSocket(plain, host, port, true)) {
                SSLParameters strict = secure.getSSLParameters();
                strict.setEndpointIdentificationAlgorithm("HTTPS");
                secure.setSSLParameters(strict);
                secure.startHandshake();
                return Finding.passed(until(secure.getSession().getPeerCertificates()[0]));
            }
        } catch (SSLException e) {
            return Finding.failed(Problem.CERTIFICATE);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** The last day on which it holds, here. */
    private static String until(Certificate certificate) {
        return certificate instanceof X509Certificate known
                ? known.getNotAfter()
                        .toInstant()
                        .atZone(ZoneId.systemDefault())
                        .toLocalDate()
                        .toString()
                : certificate.getType();
    }
}
