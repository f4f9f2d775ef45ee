import type { MouseEvent, ReactNode } from "react";
import { useNavigation } from "../../app/NavigationContext.ts";
import { addressOf, type Route } from "../../app/route.ts";
import styles from "./SignInScreen.module.css";

export function RouteLink({ to, children }: { readonly to: Route; readonly children: ReactNode }) {
  const navigation = useNavigation();
  const go = (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    navigation.go(to);
  };
  return (
    <a className={styles.link} href={addressOf(to)} onClick={go}>
      {children}
    </a>
  );
}
