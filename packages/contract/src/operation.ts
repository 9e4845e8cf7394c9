import type { $ZodType, output } from 'zod/v4/core'
import type { ProblemCode } from './problem.ts'

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'

/**
 * One thing that can be asked of Weft, described once: the HTTP route, the socket push, the OpenAPI page and the
 * clients' types all come from here.
 *
 * `input` is the path parameters, the query and the body together in one flat strict object; a key that it does not name
 * is refused. `permission` is asked inside the transaction that acts; `public` asks nothing and `self` asks for a session.
 */
export interface Operation<I extends $ZodType = $ZodType, O extends $ZodType = $ZodType> {
  /** The word that runs from SQL to screen, `noun.verb`. */
  readonly name: string
  readonly method: Method
  /** `/api/…` with `:params`, each named in `input`. */
  readonly path: string
  /** One plain sentence for the OpenAPI page. */
  readonly summary: string
  readonly permission: string
  readonly input: I
  readonly output: O
  /** Problems beyond `malformed`, `not-acceptable`, `not-signed-in`, `not-found` and `too-many`, which any operation may answer. */
  readonly problems?: readonly ProblemCode[]
  /** Of the body over HTTP; 64 KiB unless told. */
  readonly maxBytes?: number
  /** 200 unless told. */
  readonly status?: 200 | 201 | 202
}

/* @__NO_SIDE_EFFECTS__ */
export function defineOperation<const I extends $ZodType, const O extends $ZodType>(
  operation: Operation<I, O>,
): Operation<I, O> {
  return operation
}

export type InputOf<Op extends Operation> = output<Op['input']>
export type OutputOf<Op extends Operation> = output<Op['output']>
