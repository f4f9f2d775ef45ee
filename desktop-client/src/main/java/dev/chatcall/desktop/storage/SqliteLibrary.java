package dev.chatcall.desktop.storage;

import dev.chatcall.desktop.file.PrivateFiles;
import java.io.IOException;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * SQLite's native part, which is unpacked from its jar at each start. Among the system's temporary files every killed
 * program would leave one for ever, and where those may not be run it would not load at all.
 */
public final class SqliteLibrary {
    private static final Logger LOG = LoggerFactory.getLogger(SqliteLibrary.class);
    private static final String PROPERTY = "org.sqlite.tmpdir";

    private SqliteLibrary() {}

    /**
     * Has it unpacked into this folder, which is emptied of what a killed program left. Call it before anything is opened,
     * while no other program has the folder. Where that fails it is unpacked among the temporary files.
     */
    public static void unpackInto(Path folder) {
        try {
            PrivateFiles.deleteFolder(folder);
            PrivateFiles.createFolder(folder);
            System.setProperty(PROPERTY, folder.toString());
        } catch (IOException e) {
            LOG.warn("SQLite is unpacked among the temporary files: {}", e.toString());
        }
    }
}
