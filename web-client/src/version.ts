/** The version of this program, as the server's log shows it. */
export const VERSION: string = __VERSION__;
