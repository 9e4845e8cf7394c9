import { Button } from '@weft/ui/button/button.tsx'
import { languageNames, languages } from '../words/words.ts'
import { useWords } from '../words/words-provider.tsx'
import { chooseLanguage } from './owed-settings.ts'
import './language-choice.css'

/** For whoever is not signed in; signed in, it is a setting of the account. Each language is named in its own words. */
export function LanguageChoice() {
  const { settings, language } = useWords()
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for a form's fields, and these act at once
    <div className="language-choice" role="group" aria-label={settings.language}>
      {languages.map((code) => (
        <Button
          key={code}
          kind="quiet"
          lang={code}
          aria-pressed={code === language.code}
          onClick={() => chooseLanguage(code)}
        >
          {languageNames[code]}
        </Button>
      ))}
    </div>
  )
}
