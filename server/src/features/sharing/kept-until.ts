/** Years after care ends, by retention class (domain.md 17). */
const years: Record<string, number> = { adult_care: 8, adult_social_care: 8, mental_health: 20 }

/**
 * The year until which a service would keep its notes about somebody who left it now: the longest that applies. A child's are kept to the 25th
 * birthday, to the 26th of somebody who is 17.
 */
export function keptUntil(retentionClass: string, bornOn: string | undefined, now: Date): number {
  const byClass = now.getUTCFullYear() + (years[retentionClass] ?? 8)
  if (!bornOn) return byClass
  const age = ageOn(bornOn, now)
  return age >= 18 ? byClass : Math.max(byClass, Number(bornOn.slice(0, 4)) + (age === 17 ? 26 : 25))
}

function ageOn(bornOn: string, now: Date): number {
  const hadBirthday = now.toISOString().slice(5, 10) >= bornOn.slice(5, 10)
  return now.getUTCFullYear() - Number(bornOn.slice(0, 4)) - (hadBirthday ? 0 : 1)
}
