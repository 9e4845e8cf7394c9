import { Button } from '@weft/ui/button/button.tsx'
import { Printer } from 'lucide-react'
import { useWords } from '../../words/words-provider.tsx'
import './print.css'

/** Prints what the page shows, black on white, with everything opened; the last line says to keep it safe. */
export function PrintButton() {
  const { plan: say } = useWords()
  return (
    <div>
      <Button icon={Printer} block onClick={() => window.print()}>
        {say.print}
      </Button>
      <p className="print-foot">{say.printFoot}</p>
    </div>
  )
}
