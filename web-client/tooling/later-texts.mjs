/**
 * The texts, by the beginnings of their names, that the first load goes without: they come with the screens that show
 * them. `useLaterTexts` in src/text has them as well as all others.
 */
export const LATER = /** @type {const} */ (["call.", "connectivity."]);

/** @param {string} key */
export const isLater = (key) => LATER.some((beginning) => key.startsWith(beginning));

/** The beginnings of texts that only the desktop client has: none of the page's. */
export const ELSEWHERE = /** @type {const} */ (["desktop."]);

/** @param {string} key */
export const isElsewhere = (key) => ELSEWHERE.some((beginning) => key.startsWith(beginning));
