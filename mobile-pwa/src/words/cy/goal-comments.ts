import type en from '../en/goal-comments.ts'

const comments: typeof en = {
  title: 'Gan eich tîm',
  new: 'Newydd',
  newOnCard: 'Sylw newydd',
  who: (name, role, service) => [name, role, service].filter(Boolean).join(' · '),
  ask: 'Gofyn am hyn',
  askNamed: (name) => `Gofyn am yr hyn a ysgrifennodd ${name}`,
  draft: (day) => `Ynglŷn â’ch sylw am fy nod (${day}): `,
  about: 'Ni all unrhyw wasanaeth arall weld yr hyn a ysgrifennwyd.',
}

export default comments
