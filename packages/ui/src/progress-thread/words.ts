export const words = { step: (step: number, of: number) => `Step ${step} of ${of}` }

export type ProgressThreadWords = typeof words
