import { Invitations } from "./Invitations.tsx";
import { ResetLinks } from "./ResetLinks.tsx";

/** What only administrators see; the server checks that they are. */
export function Administration() {
  return (
    <>
      <Invitations />
      <ResetLinks />
    </>
  );
}
