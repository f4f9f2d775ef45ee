import { type RefObject, useEffect, useRef } from "react";

interface Props {
  readonly stream: MediaStream;
  readonly className: string;
  readonly ref?: RefObject<HTMLVideoElement | null>;
}

/** A moving picture. It is silent: sound is played by `CallSound`. */
export function Picture({ stream, className, ref }: Props) {
  const own = useRef<HTMLVideoElement>(null);
  const video = ref ?? own;
  useEffect(() => {
    const element = video.current;
    if (!element) return;
    element.srcObject = stream;
    // Refused only when the element goes at once; what is silent may always play.
    element.play().catch(() => undefined);
    return () => {
      element.srcObject = null;
    };
  }, [stream, video]);
  return <video ref={video} className={className} muted playsInline autoPlay />;
}
