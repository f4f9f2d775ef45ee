package dev.chatcall.server.id;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class PairTest {

    @Test
    void ordersIdsByUnsignedBytesAsPostgresDoes() {
        UUID low = UUID.fromString("7fffffff-0000-0000-0000-000000000000");
        UUID high = UUID.fromString("80000000-0000-0000-0000-000000000000");

        assertThat(Pair.of(high, low)).isEqualTo(new Pair(low, high));
        assertThat(high).isLessThan(low); // Java's own order is the other way round.
    }

    @Test
    void looksAtTheSecondHalfWhereTheFirstIsTheSame() {
        assertThat(Pair.of(new UUID(1, -1), new UUID(1, 1))).isEqualTo(new Pair(new UUID(1, 1), new UUID(1, -1)));
    }

    @Test
    void refusesTwiceTheSame() {
        UUID id = new UUID(3, 4);

        assertThatThrownBy(() -> Pair.of(id, id)).isInstanceOf(IllegalArgumentException.class);
    }

    @Property
    void isTheSameWhicheverComesFirst(@ForAll long a, @ForAll long b, @ForAll long c, @ForAll long d) {
        UUID one = new UUID(a, b);
        UUID other = new UUID(c, d);
        if (!one.equals(other)) {
            assertThat(Pair.of(one, other)).isEqualTo(Pair.of(other, one));
            // The text of an id has its bytes' order.
            assertThat(Pair.of(one, other).low().toString())
                    .isLessThan(Pair.of(one, other).high().toString());
        }
    }
}
