/** What forms are made of. */
@NullMarked
package dev.chatcall.desktop.ui.form;

import org.jspecify.annotations.NullMarked;
