import type { PlanParts as Parts, PlanItem, PlanPart } from '@weft/contract/plans/shapes.ts'
import { LinkButton } from '@weft/ui/button/button.tsx'
import { HelpRows } from '@weft/ui/help-panel/help-panel.tsx'
import { linesFor } from '@weft/ui/help-panel/lines.ts'
import { Icon } from '@weft/ui/icon/icon.tsx'
import { Pencil, Phone } from 'lucide-react'
import { useHelpList } from '../../shell/help.ts'
import { useWords } from '../../words/words-provider.tsx'

/** The six pages of a plan, each with the parts on it. */
export const pages: readonly (readonly [PlanPart, ...PlanPart[]])[] = [
  ['signs'],
  ['alone'],
  ['distractions'],
  ['people'],
  ['professionals'],
  ['safer', 'reasons'],
]

interface PlanPartsProps {
  parts: Parts | undefined
  /** With a way to change each, and what is asked for where nothing stands. */
  isEditable?: boolean
}

/** Six ordered headings with what stands under each, big; whoever has a number is called with one tap. */
export function PlanParts({ parts, isEditable = false }: PlanPartsProps) {
  const { safetyPlan: say } = useWords()
  const helpList = useHelpList()
  return (
    <ol className="plan-parts">
      {pages.map((page, at) => {
        const [first] = page
        const isEmpty = page.every((part) => !parts?.[part].items.length)
        return (
          <li key={first} className="plan-part">
            {page.map((part) => (
              <div key={part} className="plan-part__body">
                <Heading number={part === first ? at + 1 : undefined}>{say.parts[part]}</Heading>
                <Items items={parts?.[part].items ?? []} hint={isEditable ? say.hints[part] : say.nothing} />
                {part === 'professionals' && (
                  <div className="plan-part__lines">
                    <HelpRows lines={linesFor(helpList).filter((line) => !line.isMore)} label={say.lines} />
                  </div>
                )}
              </div>
            ))}
            {isEditable && (
              <LinkButton kind="quiet" icon={Pencil} href={`/plan/safety/${first}`}>
                {isEmpty ? say.add : say.change}
                <span className="visually-hidden">: {say.parts[first]}</span>
              </LinkButton>
            )}
          </li>
        )
      })}
    </ol>
  )
}

function Heading({ number, children }: { number: number | undefined; children: string }) {
  const { language } = useWords()
  return (
    <h2 className="plan-part__title">
      {number !== undefined && <span className="plan-part__number">{number.toLocaleString(language.code)} </span>}
      {children}
    </h2>
  )
}

function Items({ items, hint }: { items: readonly PlanItem[]; hint: string }) {
  if (items.length === 0) return <p className="plan__soft">{hint}</p>
  return (
    <ul className="plan-part__items">
      {items.map((item) => (
        <li key={`${item.text} ${item.phone}`}>
          {item.phone ? <CallRow {...item} phone={item.phone} /> : <Said text={item.text} />}
        </li>
      ))}
    </ul>
  )
}

const Said = ({ text }: { text: string }) => (
  <bdi dir="auto" className="plan-part__said">
    {text}
  </bdi>
)

function CallRow({ text, phone }: { text: string; phone: string }) {
  const { safetyPlan: say } = useWords()
  return (
    <a className="plan-call" href={`tel:${phone.replaceAll(/[^\d+]/g, '')}`}>
      <Icon of={Phone} />
      <span>
        <span className="visually-hidden">{say.call}</span> <Said text={text} />{' '}
        <bdi dir="ltr" className="plan-call__phone">
          {phone}
        </bdi>
      </span>
    </a>
  )
}
