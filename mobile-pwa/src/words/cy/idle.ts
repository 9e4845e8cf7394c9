import type en from '../en/idle.ts'

const idle: typeof en = {
  idle: 'Byddwch yn cael eich allgofnodi cyn bo hir',
  left: (count) => `${count} eiliad ar ôl`,
  stay: 'Aros wedi mewngofnodi',
}

export default idle
