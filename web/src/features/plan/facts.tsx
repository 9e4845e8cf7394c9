/** What is said beside its name; names with nothing to say are left out. */
export function Facts({ rows }: { rows: readonly (readonly [string, string | undefined])[] }) {
  const said = rows.filter(([, text]) => text)
  if (said.length === 0) return null
  return (
    <dl className="plan__facts">
      {said.map(([name, text]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>
            <bdi dir="auto">{text}</bdi>
          </dd>
        </div>
      ))}
    </dl>
  )
}
