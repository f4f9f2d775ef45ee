/** Where the tiles of a call stand: arithmetic without a toolkit. */
@NullMarked
package dev.chatcall.desktop.ui.call.layout;

import org.jspecify.annotations.NullMarked;
