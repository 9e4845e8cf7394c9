const figures = new Intl.NumberFormat('fa', { useGrouping: false })

/** A number in Persian figures. */
export const digits = (count: number): string => figures.format(count)

/** Figures that were written already, a clock's or a value's, in Persian ones. */
export const persian = (text: string): string => text.replaceAll(/\d/g, (figure) => digits(Number(figure)))

/** A number to call, an address: always left to right, whatever stands around it, with the figures that a keypad shows. */
export const ltr = (text: string): string => `\u2066${text}\u2069`

/** A name or somebody's words: in their own direction, and without moving what stands around them. */
export const own = (text: string): string => `\u2068${text}\u2069`
