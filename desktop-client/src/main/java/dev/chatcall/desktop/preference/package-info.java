/** What a person chose on this device. */
@NullMarked
package dev.chatcall.desktop.preference;

import org.jspecify.annotations.NullMarked;
