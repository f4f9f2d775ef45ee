package dev.chatcall.server.receipt;

/** How far somebody says they are; 0 where they say nothing. Reading something means that it arrived. */
record Progress(long readSeq, long deliveredSeq) {

    Progress furthest(Progress other) {
        return new Progress(Math.max(readSeq, other.readSeq), Math.max(deliveredSeq, other.deliveredSeq));
    }
}
