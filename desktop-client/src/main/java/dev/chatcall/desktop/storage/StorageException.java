package dev.chatcall.desktop.storage;

/** Something could not be kept on this device, or not be read. */
public final class StorageException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public StorageException(String message, Throwable cause) {
        super(message, cause);
    }
}
