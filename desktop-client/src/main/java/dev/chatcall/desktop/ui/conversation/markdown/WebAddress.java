package dev.chatcall.desktop.ui.conversation.markdown;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;

/** Addresses that may be followed. */
public final class WebAddress {
    private WebAddress() {}

    /** The address if it leads to the web or to mail (http, https, mailto), else empty. */
    public static Optional<String> safe(String address) {
        try {
            URI uri = new URI(address.replace(" ", "%20"));
            String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
            boolean web = (scheme.equals("http") || scheme.equals("https")) && uri.getRawAuthority() != null;
            return web || scheme.equals("mailto") ? Optional.of(uri.toASCIIString()) : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }
}
