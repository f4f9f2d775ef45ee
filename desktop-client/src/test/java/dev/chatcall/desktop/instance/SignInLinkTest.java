package dev.chatcall.desktop.instance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chatcall.desktop.instance.SignInLink.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignInLinkTest {
    @Test
    void invitesOrLetsChooseAPassword() {
        assertThat(SignInLink.parse("https://Chat.example.org/register?invitation=a-B_1"))
                .hasValue(new SignInLink("https://chat.example.org", Kind.INVITATION, "a-B_1"));
        assertThat(SignInLink.parse(" https://chat.example.org:8443/reset?x=1&token=s%2Bt \n"))
                .hasValue(new SignInLink("https://chat.example.org:8443", Kind.RESET, "s+t"));
    }

    @Test
    void isTheSameForTheProgram() {
        assertThat(SignInLink.parse("ChatCall://chat.example.org/register?invitation=a"))
                .hasValue(new SignInLink("https://chat.example.org", Kind.INVITATION, "a"));
        assertThat(SignInLink.parse("chatcall://localhost:8080/reset?token=a"))
                .hasValue(new SignInLink("http://localhost:8080", Kind.RESET, "a"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "chat.example.org",
                "https://chat.example.org",
                "https://chat.example.org/register",
                "https://chat.example.org/register?invitation=",
                "https://chat.example.org/reset?invitation=a",
                "https://chat.example.org/c/register?invitation=a",
                "http://chat.example.org/register?invitation=a",
                "https://me@chat.example.org/register?invitation=a",
                "file:///register?invitation=a",
                "https://chat.example.org/register?invitation=a b"
            })
    void everythingElseIsNone(String text) {
        assertThat(SignInLink.parse(text)).isEmpty();
    }
}
