export const words = { undo: 'Undo' }

export type ToastWords = typeof words
