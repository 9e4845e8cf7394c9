export const words = { title: 'There is a problem' }

export type ErrorSummaryWords = typeof words
