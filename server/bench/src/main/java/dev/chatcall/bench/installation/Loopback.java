package dev.chatcall.bench.installation;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;

/** Load goes to this machine only. */
public final class Loopback {

    private Loopback() {}

    /**
     * @return the URL of a server on this machine
     * @throws BenchFailure when it is anything else
     */
    public static URI require(String url) {
        try {
            URI uri = URI.create(url);
            if (!"http".equals(uri.getScheme()) || uri.getHost() == null) {
                throw new BenchFailure("\"" + url + "\" is not the http:// URL of a server.");
            }
            for (InetAddress address : InetAddress.getAllByName(uri.getHost())) {
                if (!address.isLoopbackAddress()) {
                    throw new BenchFailure(
                            uri.getHost() + " is another machine: load is sent to loopback addresses only.");
                }
            }
            return uri;
        } catch (IllegalArgumentException | UnknownHostException e) {
            throw new BenchFailure("\"" + url + "\" is not the URL of a server.", e);
        }
    }
}
