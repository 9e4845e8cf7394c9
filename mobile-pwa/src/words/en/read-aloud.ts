/** Having a page read by the device's own voice. */
export default {
  title: 'Read aloud',
  hint: 'A button on each page reads it to you. Only this phone’s own voices: your words stay here.',
  noVoice: 'This phone has no voice of its own for this language.',
  read: 'Read this page',
  stop: 'Stop reading',
}
