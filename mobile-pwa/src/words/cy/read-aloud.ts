import type en from '../en/read-aloud.ts'

/** Having a page read by the device's own voice. */
const cy: typeof en = {
  title: 'Darllen yn uchel',
  hint: 'Bydd botwm ar bob tudalen yn ei darllen i chi. Dim ond lleisiau’r ffôn hwn: mae eich geiriau’n aros yma.',
  noVoice: 'Nid oes gan y ffôn hwn lais ei hun ar gyfer yr iaith hon.',
  read: 'Darllen y dudalen hon',
  stop: 'Stopio darllen',
}

export default cy
