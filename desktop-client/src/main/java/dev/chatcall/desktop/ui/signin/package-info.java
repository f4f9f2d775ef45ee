/** The pages for somebody who is not signed in, and the question for a server. */
@NullMarked
package dev.chatcall.desktop.ui.signin;

import org.jspecify.annotations.NullMarked;
