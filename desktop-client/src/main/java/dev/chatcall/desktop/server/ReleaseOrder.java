package dev.chatcall.desktop.server;

import java.lang.module.ModuleDescriptor;

/** Which of two versions of ChatCall came later. */
public final class ReleaseOrder {
    private ReleaseOrder() {}

    /** False also where one of them is no version, as of a program that was never packaged. */
    public static boolean isLater(String version, String than) {
        try {
            return ModuleDescriptor.Version.parse(version).compareTo(ModuleDescriptor.Version.parse(than)) > 0;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
