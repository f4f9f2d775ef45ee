import { createContext, type RefObject, useContext } from "react";

const PortalContext = createContext<RefObject<HTMLElement | null> | undefined>(undefined);

/**
 * Where menus and dialogs of what is inside are put, instead of at the page's end: so they share its colours and are
 * seen while it fills the screen.
 */
export const PortalProvider = PortalContext.Provider;

export function usePortal(): RefObject<HTMLElement | null> | undefined {
  return useContext(PortalContext);
}
