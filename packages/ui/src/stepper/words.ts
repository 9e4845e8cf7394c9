export const words = {
  less: (label: string) => `Less: ${label}`,
  more: (label: string) => `More: ${label}`,
}

export type StepperWords = typeof words
