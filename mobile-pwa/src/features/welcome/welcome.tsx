import { LinkButton } from '@weft/ui/button/button.tsx'
import { useScreen } from '../../shell/frame.tsx'
import { LanguageChoice } from '../../shell/language-choice.tsx'
import { useWords } from '../../words/words-provider.tsx'
import './welcome.css'

/** What somebody sees who is not signed in, where the server's own page (tips, pages/) does not come first: once the app is on the device. */
export default function Welcome() {
  const words = useWords()
  useScreen({ title: words.app.name, tabTitle: words.welcome.title })
  return (
    <div className="welcome">
      <p className="welcome__line">{words.app.line}</p>
      <div className="welcome__thread" aria-hidden="true" />
      <p>{words.welcome.purpose}</p>
      <div className="welcome__acts">
        <LinkButton kind="primary" block href="/join/1">
          {words.welcome.signUp}
        </LinkButton>
        <LinkButton block href="/sign-in">
          {words.welcome.signIn}
        </LinkButton>
        <LinkButton kind="quiet" block href="/tips" target="_self">
          {words.welcome.tips}
        </LinkButton>
      </div>
      <p className="welcome__help">{words.welcome.helpFirst}</p>
      <LanguageChoice />
    </div>
  )
}
