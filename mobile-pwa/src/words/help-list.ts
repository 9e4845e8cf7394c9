import type { HelpList } from '@weft/ui/help-panel/lines.ts'
import type help from './en/help.ts'

/** A nation's crisis lines as a language says them. A line it has no words for keeps the list's own: a number is never left out. */
export function helpListIn(list: HelpList, { lines }: Pick<typeof help, 'lines'>): HelpList {
  return {
    ...list,
    lines: list.lines.map(({ routes, ...line }) => {
      const said = lines[line.id]
      return {
        ...line,
        ...(said && { title: said.title, detail: said.detail }),
        ...(routes && { routes: routes.map((route, at) => ({ ...route, label: said?.routes?.[at] ?? route.label })) }),
      }
    }),
  }
}
