/**
 * Calls: who rings, who is in one, how it ends. {@link dev.chatcall.server.call.CallRules} decides, without a database;
 * {@link dev.chatcall.server.call.CallRequests} is what clients reach; {@link dev.chatcall.server.call.CallSweep} lets
 * time pass.
 */
@NullMarked
package dev.chatcall.server.call;

import org.jspecify.annotations.NullMarked;
