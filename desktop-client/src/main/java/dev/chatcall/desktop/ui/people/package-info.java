/** People as lists show them: by name, found as one types, with what to do about each. */
@NullMarked
package dev.chatcall.desktop.ui.people;

import org.jspecify.annotations.NullMarked;
