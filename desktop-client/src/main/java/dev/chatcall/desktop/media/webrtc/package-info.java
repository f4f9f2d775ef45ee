/**
 * The media engine on webrtc-java. The library ends the whole program where it is used wrongly: every call of it is made
 * on one thread of its own, no sound device is opened before it is known that there is a sound system, and no screen is
 * captured where there is no display.
 */
@NullMarked
package dev.chatcall.desktop.media.webrtc;

import org.jspecify.annotations.NullMarked;
