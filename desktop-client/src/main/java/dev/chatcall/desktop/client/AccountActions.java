package dev.chatcall.desktop.client;

import dev.chatcall.protocol.account.Settings;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

public interface AccountActions {
    CompletableFuture<Void> updateProfile(String displayName, String statusMessage);

    /** The bytes of a picture file (PNG, JPEG), square; empty to take the picture away. */
    CompletableFuture<Void> setAvatar(Optional<byte[]> picture);

    CompletableFuture<Void> updateSettings(Settings settings);

    CompletableFuture<Void> changePassword(String currentPassword, String newPassword);

    void setPreferences(DevicePreferences preferences);

    /** The bytes of a picture as the server gives it (PNG or JPEG), kept on this device. Fails when there is none. */
    CompletableFuture<byte[]> picture(UUID avatarId);
}
