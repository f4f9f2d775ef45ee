/** What the screens are shown, made from what is held. Pure but for what is remembered to be made once. */
@NullMarked
package dev.chatcall.desktop.selector;

import org.jspecify.annotations.NullMarked;
