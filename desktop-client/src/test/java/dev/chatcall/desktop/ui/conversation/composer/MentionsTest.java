package dev.chatcall.desktop.ui.conversation.composer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chatcall.protocol.account.Person;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class MentionsTest {
    private static final Person ADA = person("ada", "Ada Lovelace");
    private static final Person GRACE = person("grace", "Grace Hopper");
    private static final Person LADA = person("lada", "Łada Ñu");
    private static final List<Person> PEOPLE = List.of(LADA, ADA, GRACE);

    private static Person person(String username, String name) {
        return new Person(UUID.nameUUIDFromBytes(username.getBytes(StandardCharsets.UTF_8)), username, name, "", null);
    }

    @Test
    void aMentionIsBeingTypedRightAfterAnAtSignThatBeginsAWord() {
        assertThat(Mentions.being("hi @gr", 6)).contains(new Mentions.Being(3, "gr"));
        assertThat(Mentions.being("@", 1)).contains(new Mentions.Being(0, ""));
        assertThat(Mentions.being("mail@gr", 7)).isEmpty();
        assertThat(Mentions.being("@grace hi", 9)).isEmpty();
    }

    @Test
    void peopleAreFoundByAnyPartOfANameThoseThatBeginWithItFirst() {
        assertThat(Mentions.candidates("ada", PEOPLE)).containsExactly(ADA, LADA);
        assertThat(Mentions.candidates("hop", PEOPLE)).containsExactly(GRACE);
        assertThat(Mentions.candidates("nu", PEOPLE)).containsExactly(LADA);
    }

    @Test
    void aMentionCountsWhenTheTextNamesAMember() {
        assertThat(Mentions.mentioned("@ada and @grace.", PEOPLE)).containsExactly(ADA.id(), GRACE.id());
        assertThat(Mentions.mentioned("ada@ada.org, @nobody", PEOPLE)).isEmpty();
    }
}
