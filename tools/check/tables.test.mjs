import { expect, test } from 'vitest'
import { findTableBreaches, findWrites } from './tables.mjs'

const migrations = {
  'migrations/0001.ts':
    'create table diary_entry (id uuid);\ncreate table goal (id uuid);\ncreate table topic_event (id uuid);',
}
const features = [
  { name: 'diary', tables: ['diary_entry'] },
  { name: 'goals', tables: ['goal'] },
]
const check = (path, text, more = {}) => findTableBreaches({ features, migrations, sources: { [path]: text }, ...more })

test.each([
  `tx.insertInto('goal').values({})`,
  `tx.updateTable('goal as g')`,
  `tx.deleteFrom('goal')`,
  'sql`insert into goal (id) values (1)`',
  'sql`update goal set id = 1`',
  'sql`update goal as g set id = 1`',
  'sql`delete from goal where id = 1`',
  'sql`\n  with gone as (delete from goal returning *) select * from gone`',
])('%s is a write of goal', (text) => {
  expect(findWrites(text).map((write) => write.table)).toContain('goal')
})

test.each([
  `tx.selectFrom('goal')`,
  'sql`select * from goal for update`',
  '// insert into goal',
  '/* delete from goal */',
])('%s writes nothing', (text) => expect(findWrites(text)).toEqual([]))

test('a feature writes its own table', () => {
  expect(check('server/src/features/goals/commands.ts', `tx.insertInto('goal')`)).toEqual([])
})

test("a feature does not write another's table, nor the platform's", () => {
  expect(check('server/src/features/diary/commands.ts', `const a = 1\ntx.insertInto('goal')`)).toEqual([
    'server/src/features/diary/commands.ts:2 writes goal, which belongs to goals',
  ])
  expect(check('server/src/features/diary/commands.ts', 'sql`delete from topic_event`')).toEqual([
    'server/src/features/diary/commands.ts:1 writes topic_event, which belongs to the platform',
  ])
})

test("the platform does not write a feature's table", () => {
  expect(check('server/src/platform/a.ts', `tx.insertInto('goal')`)).toHaveLength(1)
  expect(check('server/src/platform/a.ts', 'sql`delete from topic_event`')).toEqual([])
})

test('a table has one owner, and exists', () => {
  const twice = [...features, { name: 'plans', tables: ['goal', 'plan'] }]
  expect(findTableBreaches({ features: twice, migrations, sources: {} })).toEqual([
    'goal is claimed by goals and by plans',
    'plan is claimed by plans, but no migration makes it',
  ])
})

test('tests and the demo may write what they need', () => {
  expect(check('server/src/features/diary/a.test.ts', `tx.insertInto('goal')`)).toEqual([])
  expect(check('server/src/demo/load.ts', `tx.insertInto('goal')`)).toEqual([])
})
