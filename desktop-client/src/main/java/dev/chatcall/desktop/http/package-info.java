/** What is asked of the server over HTTP. */
@NullMarked
package dev.chatcall.desktop.http;

import org.jspecify.annotations.NullMarked;
