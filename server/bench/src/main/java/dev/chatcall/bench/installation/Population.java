package dev.chatcall.bench.installation;

import java.util.List;

/** Where the people come from that a scenario needs. */
public interface Population {

    /** Lets new people sign up and signs them in. */
    List<Person> people(int count);

    /** Makes each pair each other's contacts. */
    void befriend(List<Pair> pairs);

    /** Two people. */
    record Pair(Person one, Person other) {}
}
