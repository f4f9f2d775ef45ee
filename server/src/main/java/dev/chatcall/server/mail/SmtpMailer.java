package dev.chatcall.server.mail;

import jakarta.mail.Authenticator;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.PasswordAuthentication;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** Sends mail through an SMTP server. */
public final class SmtpMailer implements Mailer {
    private static final long TIMEOUT_MILLIS = Duration.ofSeconds(15).toMillis();

    private final Session session;
    private final InternetAddress from;
    private final Clock clock;

    /**
     * @param server {@code smtp://user:password@host:port}, which turns to TLS where the server offers it and must when a
     *     password would travel to another machine; or {@code smtps://…} with TLS from the first byte. User and password
     *     are percent-encoded and may be left out, as may the port
     * @param from the sender's address
     * @throws IllegalArgumentException when either is something else; the message does not repeat the password
     */
    public SmtpMailer(URI server, String from, Clock clock) {
        this.clock = clock;
        boolean secure = "smtps".equals(server.getScheme());
        String host = server.getHost();
        if (host == null || !(secure || "smtp".equals(server.getScheme()))) {
            throw new IllegalArgumentException("The address of the mail server is not smtp://HOST or smtps://HOST");
        }
        this.from = address(from);
        this.session = Session.getInstance(properties(server, host, secure), authenticator(server.getRawUserInfo()));
    }

    @Override
    public void send(Mail mail) {
        try {
            MimeMessage message = new MimeMessage(session);
            message.setFrom(from);
            message.setRecipient(Message.RecipientType.TO, new InternetAddress(mail.to(), true));
            message.setSubject(mail.subject(), StandardCharsets.UTF_8.name());
            message.setText(mail.text(), StandardCharsets.UTF_8.name());
            message.setSentDate(Date.from(clock.instant()));
            message.setHeader("Auto-Submitted", "auto-generated");
            Transport.send(message);
        } catch (MessagingException unsent) {
            throw new MailUnsentException(unsent);
        }
    }

    private static Properties properties(URI server, String host, boolean secure) {
        String protocol = secure ? "smtps" : "smtp";
        boolean local = host.equals("localhost") || host.equals("127.0.0.1") || host.equals("[::1]");
        Properties properties = new Properties();
        properties.setProperty("mail.transport.protocol", protocol);
        properties.setProperty("mail.transport.protocol.rfc822", protocol);
        String prefix = "mail." + protocol + ".";
        properties.setProperty(prefix + "host", host);
        if (server.getPort() != -1) {
            properties.setProperty(prefix + "port", Integer.toString(server.getPort()));
        }
        boolean authenticates = server.getRawUserInfo() != null;
        properties.setProperty(prefix + "auth", Boolean.toString(authenticates));
        properties.setProperty(prefix + "starttls.enable", "true");
        properties.setProperty(prefix + "starttls.required", Boolean.toString(authenticates && !secure && !local));
        properties.setProperty(prefix + "ssl.checkserveridentity", "true");
        properties.setProperty(prefix + "connectiontimeout", Long.toString(TIMEOUT_MILLIS));
        properties.setProperty(prefix + "timeout", Long.toString(TIMEOUT_MILLIS));
        properties.setProperty(prefix + "writetimeout", Long.toString(TIMEOUT_MILLIS));
        return properties;
    }

    private static @Nullable Authenticator authenticator(@Nullable String userInfo) {
        if (userInfo == null) {
            return null;
        }
        String[] parts = userInfo.split(":", 2);
        String user = URLDecoder.decode(parts[0], StandardCharsets.UTF_8);
        String password = parts.length == 1 ? "" : URLDecoder.decode(parts[1], StandardCharsets.UTF_8);
        return new Authenticator() {
            @Override
            protected PasswordAuthentication getPasswordAuthentication() {
                return new PasswordAuthentication(user, password);
            }
        };
    }

    private static InternetAddress address(String text) {
        try {
            return new InternetAddress(text, true);
        } catch (AddressException notAnAddress) {
            throw new IllegalArgumentException("The sender of mails is not an address: " + text, notAnAddress);
        }
    }
}
