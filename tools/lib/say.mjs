const colour = process.stdout.isTTY && !process.env.NO_COLOR

/** The text in bold, where there is somebody to see it. */
export const strong = (text) => (colour ? `\x1b[1m${text}\x1b[0m` : text)

/** One line on standard output. */
export const say = (line = '') => process.stdout.write(`${line}\n`)

/** The line that every run ends with, and that other programs read: `N passed, N failed`. */
export const closingLine = ({ passed, failed }) => `${passed} passed, ${failed} failed`
