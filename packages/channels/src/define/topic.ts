import { check, type OutputOf, type Schema } from './schema.ts'

/** The `{names}` inside a topic template. */
export type ParamNames<Template extends string> = Template extends `${string}{${infer Name}}${infer Rest}`
  ? Name | ParamNames<Rest>
  : never

export type ParamsOf<Params extends Record<string, Schema>> = { [Name in keyof Params]: OutputOf<Params[Name]> }

/** Longer topics are refused before anything looks at them. */
export const topicLengthMax = 256

/** Two-way reading of a topic template: `conversation:{conversationId}` ↔ `{ conversationId }`. */
export interface TopicTemplate<Params> {
  /** The fixed part before the first `{`, without its colon. One channel answers to one name. */
  readonly name: string
  topicOf(params: Params): string
  /** `undefined` for anything this template did not write: another name, a failing schema, a second spelling of the same topic. */
  parse(topic: string): Params | undefined
}

export function topicTemplate<Params>(template: string, schemas: Record<string, Schema>): TopicTemplate<Params> {
  const parts = template.split(/\{(\w+)\}/)
  const names = parts.filter((_, index) => index % 2 === 1)
  const name = (parts[0] as string).replace(/:$/, '')
  if (!/^[a-z][a-z0-9_.-]*$/i.test(name)) throw new TypeError(`Topic ${template} must begin with a plain name`)
  for (const param of names)
    if (!schemas[param]) throw new TypeError(`Topic ${template} names {${param}} without a schema`)
  const pattern = new RegExp(`^${parts.map((part, index) => (index % 2 ? encoded : quoted(part))).join('')}$`)

  const topicOf = (params: Params): string =>
    parts.map((part, index) => (index % 2 ? encodeURIComponent(String(params[part as keyof Params])) : part)).join('')

  const parse = (topic: string): Params | undefined => {
    if (topic.length > topicLengthMax) return undefined
    const found = pattern.exec(topic)
    if (!found) return undefined
    const params: Record<string, unknown> = {}
    for (const [index, param] of names.entries()) {
      const text = decode(found[index + 1] as string)
      const result = text === undefined ? undefined : check(schemas[param] as Schema, text)
      if (!result || result.issues) return undefined
      params[param] = result.value
    }
    return topicOf(params as Params) === topic ? (params as Params) : undefined
  }

  return { name, topicOf, parse }
}

/** All that `encodeURIComponent` ever writes. */
const encoded = "([\\w!'()*.~%-]+)"

const quoted = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

function decode(text: string): string | undefined {
  try {
    return decodeURIComponent(text)
  } catch {
    return undefined
  }
}
