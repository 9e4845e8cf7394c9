export const words = { close: 'Close' }

export type DialogWords = typeof words
