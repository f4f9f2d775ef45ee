package dev.chatcall.server.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.configuration.GreenMailConfiguration;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import dev.chatcall.protocol.account.RegistrationMode;
import dev.chatcall.server.mail.MailUnsentException;
import dev.chatcall.server.mail.Mailer;
import dev.chatcall.server.mail.SmtpMailer;
import dev.chatcall.server.session.LocalAccounts.Answer;
import dev.chatcall.server.session.LocalAccounts.Member;
import jakarta.mail.internet.MimeMessage;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PasswordResetTest {
    private static final Pattern LINK = Pattern.compile("https://chat\\.example\\.org/reset\\?token=([\\w-]+)");
    private static final String NEXT = "quite another one";

    private final GreenMail smtp = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    private LocalAccounts server;

    @BeforeEach
    void start() {
        smtp.withConfiguration(GreenMailConfiguration.aConfig().withUser("chat", "chat", "s3cret/with:@"));
        smtp.start();
        URI address = URI.create(
                "smtp://chat:s3cret%2Fwith%3A%40@127.0.0.1:" + smtp.getSmtp().getPort());
        server = new LocalAccounts(
                RegistrationMode.OPEN,
                new SmtpMailer(address, "ChatCall <chat@example.org>", Clock.systemUTC()),
                false);
    }

    @AfterEach
    void stop() {
        server.close();
        smtp.stop();
    }

    @Test
    void aForgottenPasswordIsResetWithTheMailedLink() throws Exception {
        Member ada = server.register("ada");

        assertThat(server.post("/api/password-resets", null, "{\"email\":\"ADA@example.org\"}")
                        .status())
                .isEqualTo(204);
        String token = tokenOfMail(1);

        assertThat(confirm(token, "short").code()).isEqualTo("account.password_weak");
        assertThat(confirm(token, NEXT).status()).isEqualTo(204);
        assertThat(server.get("/api/sessions", ada.access()).code()).isEqualTo("auth.session_ended");
        assertThat(server.refresh(ada.refresh()).code()).isEqualTo("auth.session_ended");
        assertThat(server.signIn("ada", LocalAccounts.PASSWORD).status()).isEqualTo(401);
        assertThat(server.signIn("ada", NEXT).status()).isEqualTo(200);
        assertThat(confirm(token, "once more the same").code()).isEqualTo("account.reset_invalid");
    }

    @Test
    void theMailNamesTheServerAndNobodyElse() throws Exception {
        server.register("ada");
        server.post("/api/password-resets", null, "{\"email\":\"ada@example.org\"}");

        MimeMessage mail = mail(1);

        assertThat(mail.getFrom()[0]).hasToString("ChatCall <chat@example.org>");
        assertThat(mail.getAllRecipients()).hasSize(1);
        assertThat(mail.getAllRecipients()[0]).hasToString("ada@example.org");
        assertThat(GreenMailUtil.getBody(mail)).contains("ada").doesNotContain("127.0.0.1");
    }

    @Test
    void anUnknownAddressIsAnsweredAlikeAndGetsNoMail() {
        server.register("ada");

        Answer unknown = server.post("/api/password-resets", null, "{\"email\":\"eve@example.org\"}");
        Answer known = server.post("/api/password-resets", null, "{\"email\":\"ada@example.org\"}");

        assertThat(unknown.status()).isEqualTo(known.status()).isEqualTo(204);
        assertThat(smtp.waitForIncomingEmail(10_000, 1)).isTrue();
        assertThat(smtp.getReceivedMessages()).hasSize(1);
    }

    @Test
    void aLinkIsGoodForAnHour() throws Exception {
        server.register("ada");
        server.post("/api/password-resets", null, "{\"email\":\"ada@example.org\"}");
        String token = tokenOfMail(1);

        server.clock.advance(Duration.ofMinutes(61));

        assertThat(confirm(token, NEXT).code()).isEqualTo("account.reset_invalid");
        assertThat(server.signIn("ada", LocalAccounts.PASSWORD).status()).isEqualTo(200);
    }

    @Test
    void oneLinkThatIsUsedMakesTheOthersWorthless() throws Exception {
        Member ada = server.register("ada");
        server.post("/api/password-resets", null, "{\"email\":\"ada@example.org\"}");
        String first = tokenOfMail(1);
        server.post("/api/password-resets", null, "{\"email\":\"ada@example.org\"}");
        String second = tokenOfMail(2);

        assertThat(confirm(second, NEXT).status()).isEqualTo(204);

        assertThat(confirm(first, "a third password").code()).isEqualTo("account.reset_invalid");
        assertThat(server.get("/api/sessions", ada.access()).status()).isEqualTo(401);
    }

    @Test
    void aChangedPasswordMakesLinksWorthless() throws Exception {
        Member ada = server.register("ada");
        server.post("/api/password-resets", null, "{\"email\":\"ada@example.org\"}");
        String token = tokenOfMail(1);

        server.post(
                "/api/account/password",
                ada.access(),
                "{\"currentPassword\":\"%s\",\"newPassword\":\"%s\"}".formatted(LocalAccounts.PASSWORD, NEXT));

        assertThat(confirm(token, "a third password").code()).isEqualTo("account.reset_invalid");
    }

    @Test
    void anAdministratorHandsALinkOver() {
        Member administrator = server.register("root");
        Member ada = server.register("ada");

        Answer link = server.send(
                server.json("POST", "/api/admin/people/" + ada.id() + "/password-reset", administrator.access(), ""));

        assertThat(link.json().path("expiresAt").asLong())
                .isEqualTo(server.clock.millis() + Duration.ofHours(24).toMillis());
        String path = link.json().path("link").asString();
        assertThat(path).startsWith("/reset?token=");
        assertThat(confirm(path.substring("/reset?token=".length()), NEXT).status())
                .isEqualTo(204);
        assertThat(server.signIn("ada", NEXT).status()).isEqualTo(200);
    }

    @Test
    void withoutAWayToSendMailThatIsSaid() {
        try (LocalAccounts silent = new LocalAccounts()) {
            assertThat(silent.post("/api/password-resets", null, "{\"email\":\"ada@example.org\"}")
                            .code())
                    .isEqualTo("account.mail_unavailable");
            assertThat(silent.get("/api/server", null)
                            .json()
                            .path("passwordResetByMail")
                            .asBoolean())
                    .isFalse();
            assertThat(server.get("/api/server", null)
                            .json()
                            .path("passwordResetByMail")
                            .asBoolean())
                    .isTrue();
        }
    }

    @Test
    void aMailServerThatIsGoneIsNotTheAskersConcern() {
        server.register("ada");
        smtp.stop();

        assertThat(server.post("/api/password-resets", null, "{\"email\":\"ada@example.org\"}")
                        .status())
                .isEqualTo(204);
        Mailer mailer = new SmtpMailer(URI.create("smtp://127.0.0.1:1"), "chat@example.org", Clock.systemUTC());
        assertThatThrownBy(() -> mailer.send(new Mailer.Mail("ada@example.org", "subject", "text")))
                .isInstanceOf(MailUnsentException.class);
    }

    @Test
    void anAddressThatIsNoMailServerIsRefusedWithoutItsPassword() {
        assertThatThrownBy(
                        () -> new SmtpMailer(URI.create("http://user:hidden@host"), "a@example.org", Clock.systemUTC()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("hidden");
        assertThatThrownBy(() -> new SmtpMailer(URI.create("smtp://host"), "nobody at all", Clock.systemUTC()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private Answer confirm(String token, String password) {
        return server.post(
                "/api/password-resets/confirm",
                null,
                "{\"token\":\"%s\",\"newPassword\":\"%s\"}".formatted(token, password));
    }

    private MimeMessage mail(int number) {
        assertThat(smtp.waitForIncomingEmail(10_000, number)).isTrue();
        return smtp.getReceivedMessages()[number - 1];
    }

    private String tokenOfMail(int number) throws Exception {
        Matcher link = LINK.matcher(mail(number).getContent().toString());
        assertThat(link.find()).isTrue();
        return link.group(1);
    }
}
