/** As much of STUN and TURN (RFC 8489, RFC 8656) as it takes to find out whether a server answers. */
@NullMarked
package dev.chatcall.server.doctor.stun;

import org.jspecify.annotations.NullMarked;
