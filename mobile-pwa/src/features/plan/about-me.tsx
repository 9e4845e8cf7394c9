import { listAboutMeVersions } from '@weft/contract/plans/operations.ts'
import { type AboutMeTexts, aboutMeKeys } from '@weft/contract/plans/shapes.ts'
import { Button, LinkButton } from '@weft/ui/button/button.tsx'
import { Card } from '@weft/ui/card/card.tsx'
import { useToast } from '@weft/ui/toast/toast.tsx'
import { Pencil } from 'lucide-react'
import { useScreen } from '../../shell/frame.tsx'
import { useOwn } from '../../shell/own.tsx'
import { OwnLoading } from '../../shell/own-loading.tsx'
import { call } from '../../wire/call.ts'
import { useWords } from '../../words/words-provider.tsx'
import { AboutConflicts } from './about-conflicts.tsx'
import { Deleted, DocumentFoot } from './document.tsx'
import { Versions } from './versions.tsx'
import './plan.css'

/** What somebody would like people to know, so that they need not say it again. */
export default function AboutMeScreen() {
  const { aboutMe: mine } = useWords()
  const { slice, isKnown, personId } = useOwn('plans')
  useScreen({ title: mine.title, back: '/plan' })
  const { aboutMe } = slice
  if (!isKnown && !aboutMe) return <OwnLoading shape="lines" />

  const about = aboutMe?.deletedAt ? undefined : aboutMe
  return (
    <div className="plan">
      <p className="plan__soft">{mine.intro}</p>
      <AboutConflicts />
      <Proposals />
      {aboutMe?.deletedAt && <Deleted document="aboutMe">{mine.deletedHere}</Deleted>}
      <Texts texts={about?.texts ?? {}} isEditable />
      {about && (
        <DocumentFoot document="aboutMe">
          <Versions
            key={about.version}
            load={() => call(listAboutMeVersions, { personId })}
            show={({ texts }) => <Texts texts={texts} />}
          />
        </DocumentFoot>
      )}
    </div>
  )
}

function Texts({ texts, isEditable = false }: { texts: AboutMeTexts; isEditable?: boolean }) {
  const { aboutMe: say, safetyPlan: safety } = useWords()
  return aboutMeKeys
    .filter((key) => isEditable || texts[key]?.text)
    .map((key) => {
      const said = texts[key]
      return (
        <section key={key} className="plan-part">
          <h2 className="plan-part__title">{say.keys[key]}</h2>
          {said?.text ? (
            <bdi dir="auto" className="plan-part__said">
              {said.text}
            </bdi>
          ) : (
            <p className="plan__soft plan-part__none">{say.nothing}</p>
          )}
          {said?.byName && <p className="plan__soft">{say.inWordsOf(said.byName)}</p>}
          {isEditable && (
            <LinkButton
              kind="quiet"
              icon={Pencil}
              href={`/plan/about/${key}`}
              aria-label={`${said?.text ? safety.change : say.write}: ${say.keys[key]}`}
            >
              {said?.text ? safety.change : say.write}
            </LinkButton>
          )}
        </section>
      )
    })
}

/** Wording that workers offer; nothing of the person's until they take it. */
function Proposals() {
  const { aboutMe: say } = useWords()
  const { slice, push } = useOwn('plans')
  const toast = useToast()
  const take = async (proposalId: string) => {
    await push('aboutMe.accept', { proposalId })
    toast({ text: say.taken })
  }
  const decline = async (proposalId: string) => {
    await push('aboutMe.decline', { proposalId })
    toast({ text: say.declined })
  }
  return slice.proposals.map((one) => (
    <Card
      key={one.proposalId}
      title={say.keys[one.key]}
      action={
        <>
          <Button kind="primary" onClick={() => void take(one.proposalId)}>
            {say.take}
          </Button>
          <Button onClick={() => void decline(one.proposalId)}>{say.no}</Button>
        </>
      }
    >
      <p className="plan__soft">{say.proposed(one.byName, one.serviceName)}</p>
      <bdi dir="auto" className="plan-part__said">
        {one.text}
      </bdi>
    </Card>
  ))
}
