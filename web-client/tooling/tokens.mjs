// Makes src/design/tokens.generated.css from the design tokens in shared-protocol/design/tokens, and of the same tokens
// the desktop client's sheets of looked-up colours.

import { writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import StyleDictionary from "style-dictionary";

const SOURCE = fileURLToPath(new URL("../../shared-protocol/design/tokens/", import.meta.url));
const TARGET = fileURLToPath(new URL("../src/design/tokens.generated.css", import.meta.url));
const DESKTOP = fileURLToPath(
  new URL("../../desktop-client/src/main/resources/dev/chatcall/desktop/ui/theme/", import.meta.url),
);

async function tokensOf(file) {
  const dictionary = new StyleDictionary({
    source: [SOURCE + file],
    usesDtcg: true,
    log: { verbosity: "silent" },
    platforms: { css: { transforms: ["name/kebab", "fontFamily/css", "cubicBezier/css"] } },
  });
  return (await dictionary.getPlatformTokens("css")).allTokens;
}

/** The style sheet: every colour once, as light-dark(), so that `color-scheme` alone decides the theme. */
export async function tokensCss() {
  const [base, light, dark] = await Promise.all(
    ["base.json", "color.light.json", "color.dark.json"].map(tokensOf),
  );
  const darkValue = new Map(dark.map((token) => [token.name, token.$value]));
  const missing = light.filter((token) => !darkValue.has(token.name));
  if (missing.length > 0 || light.length !== dark.length) {
    throw new Error(`Light and dark differ in their roles: ${missing.map((token) => token.name)}`);
  }
  const lines = [
    ...base.map((token) => `  --${token.name}: ${token.$value};`),
    ...light.map(({ name, $value }) => {
      const role = name.replace(/^color-/, "");
      const other = darkValue.get(name);
      return `  --${role}: ${other === $value ? $value : `light-dark(${$value}, ${other})`};`;
    }),
  ];
  return `/* Made by \`npm run tokens\` from shared-protocol/design/tokens. */\n:root {\n${lines.join("\n")}\n}\n`;
}

/** One colour laid over another by its share. */
function mixed(over, under, share) {
  const channels = [1, 3, 5].map((at) => {
    const [top, bottom] = [over, under].map((hex) => Number.parseInt(hex.slice(at, at + 2), 16));
    return Math.round(top * share + bottom * (1 - share))
      .toString(16)
      .padStart(2, "0");
  });
  return `#${channels.join("")}`;
}

/** JavaFX cannot mix colours: what the web client mixes of `outline-strong` to lay over any surface, by its share. */
const OVER_ANY_SURFACE = { quiet: 0.22, "quiet-hover": 0.32 };

/** The colours of one theme as JavaFX looks them up below a selector: `-cc-surface` and so on. */
export async function javaFxCss(theme, selector = ".root") {
  const colours = await tokensOf(`color.${theme}.json`);
  const lines = colours.map(({ name, $value }) => `  -cc-${name.replace(/^color-/, "")}: ${$value};`);
  const colourOf = (role) => colours.find(({ name }) => name === `color-${role}`).$value;
  const outline = colourOf("outline-strong");
  for (const [name, share] of Object.entries(OVER_ANY_SURFACE)) {
    const alpha = Math.round(share * 255).toString(16);
    lines.push(`  -cc-${name}: ${outline}${alpha};`);
  }
  // A field on what is raised: there a layer that lets through would show the line below the field.
  lines.push(`  -cc-field-raised: ${mixed(outline, colourOf("surface-raised"), 0.14)};`);
  return `/* Made by \`npm run tokens\` from shared-protocol/design/tokens. */\n${selector} {\n${lines.join("\n")}\n}\n`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await writeFile(TARGET, await tokensCss());
  for (const theme of ["light", "dark"]) {
    await writeFile(`${DESKTOP}tokens-${theme}.css`, await javaFxCss(theme));
  }
  // A call is dark in both themes.
  await writeFile(`${DESKTOP}tokens-call.css`, await javaFxCss("dark", ".call-dark"));
}
