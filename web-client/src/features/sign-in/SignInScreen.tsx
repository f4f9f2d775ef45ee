import { useEffect } from "react";
import { useRoute } from "../../app/NavigationContext.ts";
import type { Route } from "../../app/route.ts";
import type { ServerInfo } from "../../core/protocol.ts";
import { useTexts } from "../../text/TextsContext.ts";
import { ForgotPassword } from "./ForgotPassword.tsx";
import { Registration } from "./Registration.tsx";
import { ResetPassword } from "./ResetPassword.tsx";
import { SignIn } from "./SignIn.tsx";
import { useServerInfo } from "./useServerInfo.ts";

/** The pages for somebody who is not signed in. */
export function SignInScreen({ ended }: { readonly ended: boolean }) {
  const route = useRoute();
  const { t } = useTexts();
  const info = useServerInfo();
  useEffect(() => {
    document.title = info?.name ?? t("app.name");
  }, [info, t]);
  return <Page route={route} info={info} ended={ended} />;
}

interface PageProps {
  readonly route: Route;
  readonly info: ServerInfo | null;
  readonly ended: boolean;
}

function Page({ route, info, ended }: PageProps) {
  switch (route.name) {
    case "register":
      return <Registration info={info} invitation={route.invitation} />;
    case "forgot":
      return <ForgotPassword info={info} />;
    case "reset":
      return <ResetPassword token={route.token} />;
    default:
      // The first visit to a fresh server begins with the first account.
      return info?.empty ? (
        <Registration info={info} invitation={null} />
      ) : (
        <SignIn info={info} ended={ended} />
      );
  }
}
