import { createContext, useContext } from "react";
import type { Navigation, Route } from "./route.ts";
import { useObservable } from "./useObservable.ts";

const NavigationContext = createContext<Navigation | null>(null);

export const NavigationProvider = NavigationContext.Provider;

export function useNavigation(): Navigation {
  const navigation = useContext(NavigationContext);
  if (!navigation) throw new Error("useNavigation needs a NavigationProvider above it");
  return navigation;
}

export function useRoute(): Route {
  return useObservable(useNavigation().route);
}
