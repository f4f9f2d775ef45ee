package dev.chatcall.server.http;

import dev.chatcall.protocol.error.ErrorCode;
import dev.chatcall.server.error.ServiceException;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Reads from a request where it comes from: the address, whether over https, the page's origin and the access token. A
 * browser sends cookies along with whatever any page asks of the server, so what is asked with cookies and changes
 * something must come from our own page.
 */
final class Visitor {
    private static final String COOKIE_PREFIX = "chatcall_";
    private static final String BEARER = "bearer ";

    private final @Nullable URI publicUrl;
    private final TrustedProxies proxies;

    Visitor(@Nullable URI publicUrl, TrustedProxies proxies) {
        this.publicUrl = publicUrl;
        this.proxies = proxies;
    }

    String address(HttpServletRequest request) {
        return proxies.client(request.getRemoteAddr(), request.getHeader("X-Forwarded-For"));
    }

    boolean secure(HttpServletRequest request) {
        if (publicUrl != null) {
            return "https".equalsIgnoreCase(publicUrl.getScheme());
        }
        return request.isSecure()
                || (proxies.contains(request.getRemoteAddr())
                        && "https".equalsIgnoreCase(request.getHeader("X-Forwarded-Proto")));
    }

    /** The access token: of the Authorization header, or else of the cookie. */
    @Nullable
    String token(HttpServletRequest request) {
        String authorization = request.getHeader("Authorization");
        if (authorization == null) {
            return cookie(request, Cookie.ACCESS);
        }
        return authorization.toLowerCase(Locale.ROOT).startsWith(BEARER)
                ? authorization.substring(BEARER.length()).trim()
                : null;
    }

    /** @throws ServiceException with {@code origin.forbidden} when a page of another origin asks */
    void requireOwnOrigin(HttpServletRequest request) {
        String origin = request.getHeader("Origin");
        if (origin == null) {
            if (request.getHeader("Authorization") == null && hasOurCookies(request)) {
                throw new ServiceException(
                        ErrorCode.ORIGIN_FORBIDDEN, "What is asked with cookies must say its Origin");
            }
        } else if (!isOwn(origin, request)) {
            throw new ServiceException(ErrorCode.ORIGIN_FORBIDDEN, "A page of another origin asked");
        }
    }

    private boolean isOwn(String origin, HttpServletRequest request) {
        if (publicUrl != null) {
            return origin.equalsIgnoreCase(origin(publicUrl));
        }
        String host = request.getHeader("Host");
        String scheme = secure(request) ? "https://" : "http://";
        return host != null && origin.equalsIgnoreCase(scheme + host);
    }

    private static String origin(URI url) {
        String scheme = String.valueOf(url.getScheme()).toLowerCase(Locale.ROOT);
        boolean usual = url.getPort() == -1 || url.getPort() == ("https".equals(scheme) ? 443 : 80);
        return scheme + "://" + url.getHost() + (usual ? "" : ":" + url.getPort());
    }

    private static boolean hasOurCookies(HttpServletRequest request) {
        if (request.getCookies() != null) {
            for (jakarta.servlet.http.Cookie cookie : request.getCookies()) {
                if (cookie.getName().startsWith(COOKIE_PREFIX)) {
                    return true;
                }
            }
        }
        return false;
    }

    static @Nullable String cookie(HttpServletRequest request, String name) {
        if (request.getCookies() != null) {
            for (jakarta.servlet.http.Cookie cookie : request.getCookies()) {
                if (cookie.getName().equals(name)) {
                    return cookie.getValue();
                }
            }
        }
        return null;
    }
}
