/** What a Persian or Arabic keyboard writes as figures, in those that codes and dates are read in: the last four bits are the figure. */
export const latinFigures = (text: string): string =>
  text.replaceAll(/[٠-٩۰-۹]/g, (figure) => String((figure.codePointAt(0) as number) & 15))
