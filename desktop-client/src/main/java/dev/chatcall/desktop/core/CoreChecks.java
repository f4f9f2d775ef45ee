package dev.chatcall.desktop.core;

import dev.chatcall.desktop.call.CallChecks;
import dev.chatcall.desktop.check.CertificateCheck;
import dev.chatcall.desktop.check.Check;
import dev.chatcall.desktop.check.Check.Problem;
import dev.chatcall.desktop.check.Finding;
import dev.chatcall.desktop.check.IceCheck;
import dev.chatcall.desktop.check.MediaReach;
import dev.chatcall.desktop.check.SelfTest;
import dev.chatcall.desktop.client.CheckActions;
import dev.chatcall.desktop.client.ClientState;
import dev.chatcall.desktop.client.ConnectionState;
import dev.chatcall.desktop.http.Api;
import dev.chatcall.desktop.json.Json;
import dev.chatcall.desktop.loop.Loop;
import dev.chatcall.desktop.media.MediaException;
import dev.chatcall.desktop.observable.Observable;
import dev.chatcall.protocol.call.Connectivity;
import dev.chatcall.protocol.call.IceServer;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;

/** Tries what calls need with what the client has of it. */
final class CoreChecks implements CheckActions, SelfTest.Parts {
    private final Loop loop;
    private final URI server;
    private final Api api;
    private final ClientState state;
    private final CallChecks calls;

    CoreChecks(Loop loop, URI server, Api api, ClientState state, CallChecks calls) {
        this.loop = loop;
        this.server = server;
        this.api = api;
        this.state = state;
        this.calls = calls;
    }

    @Override
    public CompletableFuture<Void> run(Consumer<Check> report) {
        return CompletableFuture.supplyAsync(() -> SelfTest.run(this, loop, report), loop)
                .thenCompose(running -> running);
    }

    @Override
    public Observable<Boolean> live() {
        return state.connection().map(ConnectionState.Live.class::isInstance);
    }

    @Override
    public long clockOffset() {
        return state.clockOffset().get();
    }

    @Override
    public CompletableFuture<Connectivity> connectivity() {
        return api.connectivity();
    }

    @Override
    public CompletableFuture<Finding> certificate() {
        return new CertificateCheck(loop.background()).check(server);
    }

    @Override
    public CompletableFuture<Long> delay() {
        return calls.delay();
    }

    @Override
    public CompletableFuture<Finding> microphone() {
        return device(calls.microphone());
    }

    @Override
    public CompletableFuture<Finding> camera() {
        return device(calls.camera());
    }

    @Override
    public CompletableFuture<Finding> ice(List<IceServer> servers, boolean relay) {
        return new IceCheck(loop.background()).check(servers, relay);
    }

    @Override
    public CompletableFuture<Finding> media(boolean tcp) {
        MediaReach reach = new MediaReach(Json.mapper());
        return calls.probe(tcp)
                .thenApplyAsync(way -> reach.find(way.iceParameters(), way.iceCandidates(), tcp), loop.background());
    }

    private static CompletableFuture<Finding> device(CompletableFuture<String> opened) {
        return opened.thenApply(name -> Finding.passed(name.isEmpty() ? null : name))
                .exceptionally(failure -> {
                    Throwable cause = failure instanceof CompletionException && failure.getCause() != null
                            ? failure.getCause()
                            : failure;
                    if (!(cause instanceof MediaException refused)) {
                        throw new CompletionException(cause);
                    }
                    return Finding.failed(
                            switch (refused.problem()) {
                                case DENIED -> Problem.DENIED;
                                case MISSING -> Problem.MISSING;
                                case BUSY, REFUSED -> Problem.BUSY;
                            });
                });
    }
}
