/** What the switches at the top set, kept in the address so a state can be linked to and photographed. */
export interface Settings {
  app: 'people' | 'staff'
  theme: 'device' | 'light' | 'dark'
  dir: 'ltr' | 'rtl'
  text: '100' | '125' | '200'
  brand: 'weft' | 'fern' | 'plum'
}

export const choices: { [Key in keyof Settings]: readonly Settings[Key][] } = {
  app: ['people', 'staff'],
  theme: ['device', 'light', 'dark'],
  dir: ['ltr', 'rtl'],
  text: ['100', '125', '200'],
  brand: ['weft', 'fern', 'plum'],
}

export function readSettings(query: URLSearchParams): Settings {
  const pick = <Key extends keyof Settings>(key: Key) => {
    const given = query.get(key)
    return choices[key].find((choice) => choice === given) ?? choices[key][0]!
  }
  return { app: pick('app'), theme: pick('theme'), dir: pick('dir'), text: pick('text'), brand: pick('brand') }
}

export const writeSettings = (settings: Settings) => new URLSearchParams({ ...settings }).toString()
