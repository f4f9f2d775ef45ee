package dev.chatcall.server.person;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chatcall.server.session.LocalAccounts;
import dev.chatcall.server.session.LocalAccounts.Answer;
import dev.chatcall.server.session.LocalAccounts.Member;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PeopleTest {
    private final LocalAccounts server = new LocalAccounts();
    private Member ada;

    @BeforeAll
    void people() {
        ada = called("ada", "Ada Lovelace");
        called("zoe.k", "Zoë Kravitz");
        called("strasse", "Jörg Straßenbauer");
        called("soren", "Søren Łukasz");
        called("istanbul", "İpek Işık");
        called("percent_1", "100% real");
        called("percentx1", "Nobody");
        called("greek", "Οδυσσεύς");
        called("japan", "山田 太郎");
        called("joseph", "José  Niño");
    }

    private Member called(String username, String displayName) {
        Member member = server.register(username);
        server.put(
                "/api/account/profile",
                member.access(),
                "{\"displayName\":\"%s\",\"statusMessage\":\"\"}".formatted(displayName));
        return member;
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @CsvSource({
        "ada, ada",
        "ADA, ada",
        "love, ada",
        "lace, ada",
        "a l, ada",
        "@ada, ada",
        "zoe, zoe.k",
        "ZOË, zoe.k",
        "zoe.k, zoe.k",
        "strasse, strasse",
        "straße, strasse",
        "STRASSENB, strasse",
        "jorg, strasse",
        "søren, soren",
        "SOREN, soren",
        "lukasz, soren",
        "ipek, istanbul",
        "İPEK, istanbul",
        "isik, istanbul",
        "100%, percent_1",
        "percent_, percent_1",
        "ΟΔΥΣΣΕΎΣ, greek",
        "οδυσσευσ, greek",
        "山田, japan",
        "太郎, japan",
        "jose nino, joseph"
    })
    void peopleAreFoundWhateverTheCaseAndAccents(String text, String username) {
        assertThat(found(text)).containsExactly(username);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "@", "%", "_ada", "!", "xyz", "ada\nada"})
    void wildcardsAndNothingFindNobodyElse(String text) {
        assertThat(found(text)).isSubsetOf("percent_1");
    }

    @Test
    void namesThatBeginWithTheTextComeFirst() {
        called("anna", "Zoran");
        called("hanna", "Xaver");
        called("berta", "Anna B");

        assertThat(found("anna")).containsExactly("anna", "berta", "hanna");
    }

    @Test
    void noMoreAreFoundThanAskedFor() {
        assertThat(server.get("/api/people?q=a&limit=2", ada.access()).json().size())
                .isEqualTo(2);
        for (String limit : List.of("0", "51", "-1", "x", "99999999999999999999")) {
            assertThat(server.get("/api/people?q=a&limit=" + limit, ada.access())
                            .code())
                    .as(limit)
                    .isEqualTo("request.invalid");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"%00", "%ED%A0%80%00", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"})
    void aTextThatIsNoneOrTooLongIsInvalid(String encoded) {
        assertThat(server.get("/api/people?q=" + encoded, ada.access()).code()).isEqualTo("request.invalid");
    }

    @Test
    void onePersonIsFoundByTheirId() {
        Answer answer = server.get("/api/people/" + ada.id(), ada.access());

        assertThat(answer.json().path("displayName").asString()).isEqualTo("Ada Lovelace");
        assertThat(answer.text()).doesNotContain("@example.org", "password");
        assertThat(server.get("/api/people/" + UUID.randomUUID(), ada.access()).code())
                .isEqualTo("not_found");
    }

    private List<String> found(String text) {
        Answer answer = server.get("/api/people?q=" + URLEncoder.encode(text, StandardCharsets.UTF_8), ada.access());
        assertThat(answer.status()).isEqualTo(200);
        return StreamSupport.stream(answer.json().spliterator(), false)
                .map(person -> person.path("username").asString())
                .toList();
    }
}
