import { useEffect, useState } from "react";
import { useClient } from "../../app/ClientContext.ts";
import type { ServerInfo } from "../../core/protocol.ts";

const RETRY_MS = 3_000;

/** What the server says of itself before anybody is signed in; null until it answers. It is asked until it does. */
export function useServerInfo(): ServerInfo | null {
  const { session } = useClient();
  const [info, setInfo] = useState<ServerInfo | null>(null);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let stopped = false;
    const ask = async () => {
      try {
        const answer = await session.serverInfo();
        if (!stopped) setInfo(answer);
      } catch {
        // Its absence is shown when something is submitted; until then it is asked again.
        if (!stopped) timer = setTimeout(ask, RETRY_MS);
      }
    };
    void ask();
    return () => {
      stopped = true;
      clearTimeout(timer);
    };
  }, [session]);
  return info;
}
