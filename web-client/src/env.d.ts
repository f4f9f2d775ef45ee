declare module "*?messages" {
  const catalogue: unknown;
  export default catalogue;
}

declare module "*?later" {
  const catalogue: unknown;
  export default catalogue;
}

declare module "virtual:emoji/*" {
  import type { EmojiData } from "frimousse";

  const data: EmojiData;
  export default data;
}

/** The version in package.json, put in by the build. */
declare const __VERSION__: string;
