package dev.chatcall.desktop.core;

import dev.chatcall.desktop.client.AccountActions;
import dev.chatcall.desktop.client.DevicePreferences;
import dev.chatcall.desktop.http.Api;
import dev.chatcall.desktop.preference.Preferences;
import dev.chatcall.desktop.storage.PictureCache;
import dev.chatcall.protocol.account.ChangePassword;
import dev.chatcall.protocol.account.Settings;
import dev.chatcall.protocol.account.UpdateProfile;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/** One's own account, and the pictures of all. */
final class CoreAccount implements AccountActions {
    private final OnLoop loop;
    private final Api api;
    private final Workspace workspace;
    private final Preferences preferences;
    /** A list of faces asks for the same one many times at once. */
    private final Map<UUID, CompletableFuture<byte[]>> coming = new HashMap<>();

    CoreAccount(OnLoop loop, Api api, Workspace workspace, Preferences preferences) {
        this.loop = loop;
        this.api = api;
        this.workspace = workspace;
        this.preferences = preferences;
    }

    @Override
    public CompletableFuture<Void> updateProfile(String displayName, String statusMessage) {
        return loop.act(() -> api.updateProfile(new UpdateProfile(displayName, statusMessage)));
    }

    @Override
    public CompletableFuture<Void> setAvatar(Optional<byte[]> picture) {
        return loop.act(() -> api.setAvatar(picture));
    }

    @Override
    public CompletableFuture<Void> updateSettings(Settings settings) {
        return loop.act(() -> api.updateSettings(settings));
    }

    @Override
    public CompletableFuture<Void> changePassword(String currentPassword, String newPassword) {
        return loop.act(() -> api.changePassword(new ChangePassword(currentPassword, newPassword)));
    }

    @Override
    public void setPreferences(DevicePreferences chosen) {
        loop.tell(() -> preferences.set(chosen));
    }

    @Override
    public CompletableFuture<byte[]> picture(UUID avatarId) {
        return loop.ask(() -> {
            CompletableFuture<byte[]> running = coming.get(avatarId);
            if (running != null) {
                return running;
            }
            CompletableFuture<byte[]> begun = found(avatarId);
            if (!begun.isDone()) {
                coming.put(avatarId, begun);
                begun.whenComplete((_, _) -> coming.remove(avatarId, begun));
            }
            return begun;
        });
    }

    private CompletableFuture<byte[]> found(UUID avatarId) {
        Optional<PictureCache> cache = workspace.kept().map(kept -> kept.pictures());
        return cache.map(pictures -> pictures.get(avatarId))
                .orElseGet(() -> CompletableFuture.completedFuture(Optional.empty()))
                .thenCompose(kept -> kept.map(CompletableFuture::completedFuture)
                        .orElseGet(() -> api.avatar(avatarId).thenApply(picture -> {
                            cache.ifPresent(pictures -> pictures.put(avatarId, picture));
                            return picture;
                        })));
    }
}
