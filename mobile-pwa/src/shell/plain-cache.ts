/** There while this device has the neutral name: a service worker cannot read localStorage, and that it exists is all that it needs to know. */
export const plainCache = 'weft-plain'
