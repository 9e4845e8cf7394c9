import type en from '../en/carer.ts'

const carer: typeof en = {
  bar: (name) => `Rydych chi'n cefnogi ${name}`,
  myself: 'Fi fy hun',
  supporting: "Pobl rydych chi'n eu cefnogi",
}

export default carer
