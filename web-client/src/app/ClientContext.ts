import { createContext, useContext } from "react";
import type { ChatClient } from "../core/index.ts";

const ClientContext = createContext<ChatClient | null>(null);

export const ClientProvider = ClientContext.Provider;

/** The core that everything on screen reads from and acts through. */
export function useClient(): ChatClient {
  const client = useContext(ClientContext);
  if (!client) throw new Error("useClient needs a ClientProvider above it");
  return client;
}
