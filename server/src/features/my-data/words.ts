/** A code in letters that people read. */
export const plain = (code: string): string => code.replaceAll('_', ' ')
