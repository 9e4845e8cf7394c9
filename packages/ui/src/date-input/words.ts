export const words = { day: 'Day', month: 'Month', year: 'Year', example: 'For example, 15 3 1984' }

export type DateInputWords = typeof words
