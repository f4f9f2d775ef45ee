package dev.chatcall.desktop.http;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What is asked, and how the answer's bytes are read. */
record Question<T>(String method, String path, HttpAsk.@Nullable Body body, Function<byte[], T> read) {}
