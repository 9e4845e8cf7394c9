export const words = { getHelpNow: 'Get help now' }

export type HelpPillWords = typeof words
