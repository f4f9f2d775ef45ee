/**
 * Direct and group conversations: who takes part, with which role, and what they are called. Every change of a group is
 * one numbered change with one system message that tells of it.
 */
@NullMarked
package dev.chatcall.server.conversation;

import org.jspecify.annotations.NullMarked;
