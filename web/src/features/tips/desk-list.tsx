import { type ContentState, contentStates, type DeskRow } from '@weft/contract/tips/shapes.ts'
import { Badge, type BadgeTone } from '@weft/ui/badge/badge.tsx'
import { Button, LinkButton } from '@weft/ui/button/button.tsx'
import { RadioGroup } from '@weft/ui/choice/choice.tsx'
import { Empty, Failed, Loading } from '@weft/ui/house-state/house-state.tsx'
import { Link } from '@weft/ui/link/link.tsx'
import { Notice } from '@weft/ui/notice/notice.tsx'
import { Table } from '@weft/ui/table/table.tsx'
import { TextField } from '@weft/ui/text-field/text-field.tsx'
import { useState } from 'react'
import { referenceOf } from '../../shell/call.ts'
import { useTitle } from '../../shell/navigation/use-title.ts'
import { useWords } from '../../words/words.ts'
import { useDesk } from './use-desk.ts'

const filters = ['all', 'due', ...contentStates] as const
type Filter = (typeof filters)[number]
export const toneOf: Record<ContentState, BadgeTone> = {
  draft: 'neutral',
  in_review: 'info',
  published: 'ok',
  retired: 'neutral',
}

/** Everything the editors have, what is due for another look first. */
export function DeskList() {
  const { tips: words, time } = useWords()
  const query = useDesk()
  const [filter, setFilter] = useState<Filter>('all')
  const [text, setText] = useState('')
  useTitle(words.title)
  if (query.isPending) return <Loading shape="rows" onTryAgain={() => void query.refetch()} />
  if (query.isError && !query.data)
    return <Failed onTryAgain={() => void query.refetch()} reference={referenceOf(query.error)} />

  const { rows } = query.data
  const due = rows.filter((row) => row.isReviewDue)
  const shown = rows.filter((row) => isIn(row, filter) && row.title.toLowerCase().includes(text.trim().toLowerCase()))
  return (
    <div className="tips-desk__page">
      <header className="tips-desk__head">
        <h1>{words.title}</h1>
        <LinkButton kind="primary" href="/tips/new">
          {words.newTip}
        </LinkButton>
      </header>
      <p className="tips-desk__soft">{words.lead}</p>
      {due.length > 0 && filter !== 'due' && (
        <Notice tone="warn" action={<Button onClick={() => setFilter('due')}>{words.showDue}</Button>}>
          <p>{words.dueNotice(due.length)}</p>
        </Notice>
      )}
      <div className="tips-desk__filter">
        <TextField label={words.search} type="search" value={text} onChange={(event) => setText(event.target.value)} />
        <RadioGroup
          legend={words.filter}
          look="chips"
          options={filters.map((value) => ({ value, label: words.filters[value] }))}
          value={filter}
          onChange={setFilter}
        />
      </div>
      {rows.length === 0 ? (
        <Empty>
          {words.empty} {words.emptyLead}
        </Empty>
      ) : (
        <Table
          caption={words.title}
          isCaptionHidden
          rows={shown}
          rowKey={(row) => row.contentId}
          empty={words.noMatch}
          columns={[
            {
              key: 'title',
              header: words.columns.title,
              cell: (row) => (
                <Link className="tips-desk__link" href={`/tips/${row.contentId}`} lang={row.language}>
                  {row.title}
                </Link>
              ),
            },
            { key: 'kind', header: words.columns.kind, cell: (row) => words.kind[row.kind] },
            {
              key: 'state',
              header: words.columns.state,
              cell: (row) => (
                <span className="tips-desk__badges">
                  <Badge tone={toneOf[row.state]}>{words.state[row.state]}</Badge>
                  {row.isLive && row.state !== 'published' && <Badge tone="ok">{words.isLive}</Badge>}
                  {row.isReviewDue && <Badge tone="warn">{words.due}</Badge>}
                </span>
              ),
            },
            { key: 'reviewBy', header: words.columns.reviewBy, cell: (row) => time.date(row.reviewBy) },
            { key: 'changed', header: words.columns.changed, cell: (row) => time.date(row.changedAt.slice(0, 10)) },
          ]}
        />
      )}
    </div>
  )
}

const isIn = (row: DeskRow, filter: Filter) =>
  filter === 'all' || (filter === 'due' ? row.isReviewDue : row.state === filter)
