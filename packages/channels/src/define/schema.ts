/**
 * The part of Standard Schema v1 (standardschema.dev) this package needs. Zod, zod/mini, valibot and arktype schemas all fit, and none is
 * a dependency.
 */
export interface Schema<Output = unknown, Input = unknown> {
  readonly '~standard': {
    readonly version: 1
    readonly vendor: string
    readonly validate: (value: unknown) => SchemaResult<Output> | Promise<SchemaResult<Output>>
    readonly types?: { readonly input: Input; readonly output: Output } | undefined
  }
}

export type SchemaResult<Output> =
  | { readonly value: Output; readonly issues?: undefined }
  | { readonly issues: readonly SchemaIssue[] }

export interface SchemaIssue {
  readonly message: string
  readonly path?: readonly (PropertyKey | { readonly key: PropertyKey })[] | undefined
}

/** What a caller writes: before defaults and transforms. */
export type InputOf<S extends Schema> = NonNullable<S['~standard']['types']>['input']
/** What a reader gets: after defaults and transforms. */
export type OutputOf<S extends Schema> = NonNullable<S['~standard']['types']>['output']

/**
 * Validates without waiting. Everything that crosses a channel has to be checkable in one tick, since order is a promise; a schema
 * that answers with a Promise is a programming mistake and throws.
 */
export function check<Output>(schema: Schema<Output>, value: unknown): SchemaResult<Output> {
  const result = schema['~standard'].validate(value)
  if (result instanceof Promise) throw new TypeError('A channel schema must validate synchronously')
  return result
}
