package dev.chatcall.desktop.media.webrtc;

import dev.chatcall.desktop.media.Peer.SdpType;
import dev.chatcall.desktop.media.PeerState;
import dev.chatcall.desktop.media.Stat;
import dev.chatcall.protocol.call.IceServer;
import dev.onvoid.webrtc.RTCBundlePolicy;
import dev.onvoid.webrtc.RTCConfiguration;
import dev.onvoid.webrtc.RTCIceServer;
import dev.onvoid.webrtc.RTCPeerConnectionState;
import dev.onvoid.webrtc.RTCSdpType;
import dev.onvoid.webrtc.RTCStats;
import dev.onvoid.webrtc.RTCStatsReport;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** From the library's forms to the port's, and back. Pure. */
final class RtcForms {
    private RtcForms() {}

    static RTCConfiguration configuration(List<IceServer> servers) {
        RTCConfiguration configuration = new RTCConfiguration();
        configuration.iceServers = iceServers(servers);
        // One way for all lines, so that candidates are looked for and told once.
        configuration.bundlePolicy = RTCBundlePolicy.MAX_BUNDLE;
        return configuration;
    }

    static List<RTCIceServer> iceServers(List<IceServer> servers) {
        List<RTCIceServer> all = new ArrayList<>();
        for (IceServer server : servers) {
            RTCIceServer made = new RTCIceServer();
            made.urls = List.copyOf(server.urls());
            String username = server.username();
            String credential = server.credential();
            if (username != null && credential != null) {
                made.username = username;
                made.password = credential;
            }
            all.add(made);
        }
        return all;
    }

    static RTCSdpType nativeOf(SdpType type) {
        return switch (type) {
            case OFFER -> RTCSdpType.OFFER;
            case ANSWER -> RTCSdpType.ANSWER;
        };
    }

    static PeerState stateOf(RTCPeerConnectionState state) {
        return switch (state) {
            case NEW -> PeerState.NEW;
            case CONNECTING -> PeerState.CONNECTING;
            case CONNECTED -> PeerState.CONNECTED;
            case DISCONNECTED -> PeerState.DISCONNECTED;
            case FAILED -> PeerState.FAILED;
            case CLOSED -> PeerState.CLOSED;
        };
    }

    static List<Stat> stats(RTCStatsReport report) {
        return report.getStats().values().stream()
                // Newer types are not known to the library.
                .filter(stats -> stats.getType() != null)
                .map(RtcForms::stat)
                .toList();
    }

    private static Stat stat(RTCStats stats) {
        Map<String, Object> fields = new HashMap<>();
        stats.getAttributes().forEach((name, value) -> {
            if (value instanceof Number || value instanceof String || value instanceof Boolean) {
                fields.put(name, value);
            }
        });
        String type = stats.getType().name().toLowerCase(Locale.ROOT).replace('_', '-');
        return new Stat(stats.getId(), type, fields);
    }
}
