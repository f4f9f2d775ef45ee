
export interface Answer extends MediaCommand {
    answer: string;
    endpointId: string;
    roomId: string;
    transportId: string;
    type: "sdp.answer";
}

export interface CloseEndpoint extends MediaCommand {
    endpointId: string;
    roomId: string;
    type: "endpoint.close";
}

export interface CloseProducer extends MediaCommand {
    endpointId: string;
    producerId: string;
    roomId: string;
    type: "producer.close";
}

export interface CloseRoom extends MediaCommand {
    roomId: string;
    type: "room.close";
}

export interface Command extends MediaFrame {
    command: MediaCommandUnion;
    id: number;
    type: "command";
}

export interface ConnectTransport extends MediaCommand {
    dtlsParameters: string;
    endpointId: string;
    roomId: string;
    transportId: string;
    type: "transport.connect";
}

export interface Consume extends MediaCommand {
    endpointId: string;
    producerId: string;
    roomId: string;
    rtpCapabilities: string;
    transportId: string;
    type: "consumer.open";
}

export interface ConsumedLine {
    consumerId: string;
    kind: string;
    mid: string;
    producerId: string;
    producerPaused: boolean;
}

export interface Consumer extends MediaReply {
    consumerId: string;
    kind: string;
    producerPaused: boolean;
    rtpParameters: string;
    type: "consumer";
}

export interface Done extends MediaReply {
    type: "done";
}

export interface Event extends MediaFrame {
    event: MediaEventUnion;
    type: "event";
}

export interface Ice extends MediaReply {
    iceParameters: string;
    type: "ice";
}

export interface LayerWanted extends MediaEvent {
    endpointId: string;
    producerId: string;
    roomId: string;
    spatialLayer: number | null;
    type: "producer.layer";
}

export interface MediaCommand {
    type: "sdp.answer" | "endpoint.close" | "producer.close" | "room.close" | "transport.connect" | "consumer.open" | "room.open" | "transport.open" | "producer.open" | "sdp.publish" | "transport.restart_ice" | "consumer.set" | "producer.set" | "sdp.subscribe";
}

export interface MediaEvent {
    type: "producer.layer" | "room.lost" | "room.speaking";
}

export interface MediaFrame {
    type: "command" | "event" | "reply" | "welcome";
}

export interface MediaReply {
    type: "consumer" | "done" | "ice" | "sdp.offered" | "producer" | "sdp.published" | "refused" | "room" | "transport";
}

export interface Offered extends MediaReply {
    consumers: ConsumedLine[];
    offer: string | null;
    type: "sdp.offered";
}

export interface OpenRoom extends MediaCommand {
    roomId: string;
    type: "room.open";
}

export interface OpenTransport extends MediaCommand {
    endpointId: string;
    receiving: boolean;
    roomId: string;
    tcpOnly: boolean;
    type: "transport.open";
}

export interface Produce extends MediaCommand {
    endpointId: string;
    kind: string;
    observed: boolean;
    paused: boolean;
    roomId: string;
    rtpParameters: string;
    transportId: string;
    type: "producer.open";
}

export interface ProducedLine {
    mid: string;
    producerId: string;
}

export interface Producer extends MediaReply {
    producerId: string;
    type: "producer";
}

export interface Publish extends MediaCommand {
    endpointId: string;
    lines: SentLine[];
    offer: string;
    roomId: string;
    transportId: string;
    type: "sdp.publish";
}

export interface Published extends MediaReply {
    answer: string;
    producers: ProducedLine[];
    type: "sdp.published";
}

export interface Refused extends MediaReply {
    code: string;
    detail: string;
    type: "refused";
}

export interface Reply extends MediaFrame {
    id: number;
    reply: MediaReplyUnion;
    type: "reply";
}

export interface RestartIce extends MediaCommand {
    endpointId: string;
    roomId: string;
    transportId: string;
    type: "transport.restart_ice";
}

export interface Room extends MediaReply {
    rtpCapabilities: string;
    type: "room";
}

export interface RoomLost extends MediaEvent {
    roomId: string;
    type: "room.lost";
}

export interface SentLine {
    kind: string;
    mid: string;
    observed: boolean;
    paused: boolean;
}

export interface SetConsumer extends MediaCommand {
    consumerId: string;
    endpointId: string;
    paused: boolean;
    roomId: string;
    spatialLayer: number;
    type: "consumer.set";
}

export interface SetProducer extends MediaCommand {
    endpointId: string;
    paused: boolean;
    producerId: string;
    roomId: string;
    type: "producer.set";
}

export interface Speaking extends MediaEvent {
    endpointIds: string[];
    roomId: string;
    type: "room.speaking";
}

export interface Subscribe extends MediaCommand {
    capabilities: string;
    endpointId: string;
    producerIds: string[];
    roomId: string;
    transportId: string;
    type: "sdp.subscribe";
}

export interface Transport extends MediaReply {
    dtlsParameters: string;
    iceCandidates: string;
    iceParameters: string;
    transportId: string;
    type: "transport";
}

export interface Welcome extends MediaFrame {
    announcedAddress: string;
    instanceId: string;
    mediasoup: string;
    ports: number[];
    type: "welcome";
    version: number;
    workers: number;
}

export type MediaCommandUnion = OpenRoom | CloseRoom | CloseEndpoint | OpenTransport | ConnectTransport | RestartIce | Produce | SetProducer | CloseProducer | Consume | SetConsumer | Publish | Subscribe | Answer;

export type MediaEventUnion = RoomLost | Speaking | LayerWanted;

export type MediaFrameUnion = Welcome | Command | Reply | Event;

export type MediaReplyUnion = Done | Room | Transport | Ice | Producer | Consumer | Published | Offered | Refused;
