/** How long a service keeps what it wrote about somebody once they are no longer with it (domain.md 17). Years. */
const years: Record<string, number> = {
  adult_care: 8,
  adult_social_care: 8,
  child: 8,
  mental_health: 20,
  circle_link: 2,
}

/**
 * The year at whose end at the latest a service erases its notes: as long as its retention class says after `endsOn`, and of somebody who
 * was under 18 then at least to their 25th birthday, their 26th if they were 17. The longest wins. Dates, `2026-04-13`.
 */
export function keptUntilYear(retentionClass: string, endsOn: string, bornOn: string | null): number {
  const usual = yearOf(endsOn) + (years[retentionClass] ?? 8)
  const age = bornOn ? ageOn(bornOn, endsOn) : undefined
  if (!bornOn || age === undefined || age >= 18) return usual
  return Math.max(usual, yearOf(bornOn) + (age === 17 ? 26 : 25))
}

const yearOf = (date: string) => Number(date.slice(0, 4))
const ageOn = (bornOn: string, date: string) =>
  yearOf(date) - yearOf(bornOn) - (date.slice(5) < bornOn.slice(5) ? 1 : 0)
