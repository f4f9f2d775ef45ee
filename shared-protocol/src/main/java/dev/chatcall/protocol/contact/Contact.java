package dev.chatcall.protocol.contact;

import dev.chatcall.protocol.account.Person;

/** @param since when this state began */
public record Contact(Person person, ContactState state, long since) {}
