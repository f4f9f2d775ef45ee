package dev.chatcall.desktop.ui.shell;

import dev.chatcall.desktop.client.AccountActions;
import dev.chatcall.desktop.ui.Pictures;
import dev.chatcall.desktop.ui.fx.FxThread;
import java.io.ByteArrayInputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executor;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.image.Image;
import org.jspecify.annotations.Nullable;

/** Pictures as the account's client has them, decoded off the JavaFX thread; the latest hundred are kept. */
public final class AvatarPictures implements Pictures {
    /** Enough for the largest avatar on a screen of double density; 144 KB a picture. */
    private static final double SIZE = 192;

    private static final int KEPT = 100;

    private final AccountActions account;
    private final Executor background;
    private final FxThread fx;
    private final ObservableValue<@Nullable Image> none = new SimpleObjectProperty<>();
    private final Map<UUID, ObjectProperty<@Nullable Image>> pictures = new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<UUID, ObjectProperty<@Nullable Image>> eldest) {
            return size() > KEPT;
        }
    };

    /** @param background where pictures are decoded */
    public AvatarPictures(AccountActions account, Executor background, FxThread fx) {
        this.account = account;
        this.background = background;
        this.fx = fx;
    }

    @Override
    public ObservableValue<@Nullable Image> picture(@Nullable UUID avatarId) {
        return avatarId == null ? none : pictures.computeIfAbsent(avatarId, this::load);
    }

    private ObjectProperty<@Nullable Image> load(UUID avatarId) {
        ObjectProperty<@Nullable Image> picture = new SimpleObjectProperty<>();
        account.picture(avatarId)
                .thenApplyAsync(AvatarPictures::decode, background)
                .whenComplete((image, failure) -> fx.execute(() -> {
                    if (image != null && !image.isError()) {
                        picture.set(image);
                    } else {
                        // The next who asks tries again.
                        pictures.remove(avatarId, picture);
                    }
                }));
        return picture;
    }

    private static Image decode(byte[] bytes) {
        return new Image(new ByteArrayInputStream(bytes), SIZE, SIZE, true, true);
    }
}
