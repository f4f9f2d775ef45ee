package dev.chatcall.desktop.driver;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * What is to be done.
 *
 * @param what the command
 * @param name of what it is done to: an accessible name, a text, a key, or a file, as the command has it
 * @param text what is typed
 */
record Command(@JsonProperty("do") String what, String name, String text) {
    Command {
        name = name == null ? "" : name;
        text = text == null ? "" : text;
    }
}
